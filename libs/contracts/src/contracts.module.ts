import { Module, OnModuleInit } from '@nestjs/common';
import { DocumentsModule, FileSubjects } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { MarketplaceModule } from '@huanbao/marketplace';
import { NotificationsModule } from '@huanbao/notifications';
import { RecordsModule } from '@huanbao/records';
import { ReferenceModule } from '@huanbao/reference';
import { SignaturesModule } from '@huanbao/signatures';
import { ContractApprovals } from './approvals.service';
import { AwardNotice } from './award-notice';
import { ChangesService } from './changes.service';
import { ContractExport } from './contract.export';
import { ContractFiles } from './contract.files';
import { ContractNotices } from './contract.notices';
import { ContractPaper } from './contract.paper';
import { ContractQueries } from './contract.queries';
import { ContractRecords } from './contract.records';
import { ContractLifeController, ContractsController } from './contracts.controller';
import { ContractsJobs } from './contracts.jobs';
import { DisputeNotices } from './disputes/dispute.notices';
import { DisputeQueries } from './disputes/dispute.queries';
import { DisputesController } from './disputes/disputes.controller';
import { DisputesService } from './disputes/disputes.service';
import { DraftingService } from './drafting.service';
import { EndingService } from './ending.service';
import { DeliverablesController } from './filing/deliverables.controller';
import { FiledQueries } from './filing/filed.queries';
import { FilingJobs } from './filing/filing.jobs';
import { FilingService } from './filing/filing.service';
import { ResultSheetsController } from './filing/result-sheets.controller';
import { ResultSheets } from './filing/result-sheets.service';
import { HandoverController } from './handover/handover.controller';
import { HandoverJobs } from './handover/handover.jobs';
import { HandoverService } from './handover/handover.service';
import { ContractOutcomes } from './outcome/outcomes.service';
import { PaymentsService } from './payments.service';
import { ProposalsService } from './proposals.service';
import { PublicContracts } from './publication/public-contracts.service';
import { ContractReminders } from './reminders';
import { ContractClosings } from './closing/closing.service';
import { SigningService } from './signing.service';
import { CancellationQueries } from './unsigned/cancellation.queries';
import { CancellationsController, PublicCancellationsController, UnsignedContractsController } from './unsigned/cancellations.controller';
import { CancellationsService } from './unsigned/cancellations.service';
import { AnnulledContracts } from './unsigned/annulled.service';
import { UnsignedAwards } from './unsigned/award-events';
import { UnsignedPeriods } from './unsigned/periods';
import { CancelledAwards } from './unsigned/public-awards';
import { RulingsService } from './unsigned/rulings.service';
import { UnsignedFiles } from './unsigned/unsigned.files';
import { UnsignedGuard } from './unsigned/unsigned.guard';
import { UnsignedNotices } from './unsigned/unsigned.notices';
import { UNSIGNED_FILES, UnsignedRecords } from './unsigned/unsigned.records';
import { UnwrittenContracts } from './unwritten.service';
import { ContractWork } from './work';
import './contracts.acts';

const SERVICES = [ContractRecords, ContractFiles, DraftingService, SigningService, ContractPaper, ContractWork, UnwrittenContracts, PaymentsService, ChangesService, EndingService, ProposalsService, ContractQueries, ContractExport, ContractReminders, ContractClosings, DisputesService, DisputeQueries, HandoverService, ContractOutcomes, FilingService, ResultSheets, FiledQueries, AwardNotice, PublicContracts, ContractApprovals, UnsignedRecords, UnsignedPeriods, CancellationsService, RulingsService, CancellationQueries, AnnulledContracts, UnsignedFiles, UnsignedGuard, UnsignedAwards, CancelledAwards];

/** Contracts of awarded tasks. */
@Module({ imports: [IdentityModule, DocumentsModule, NotificationsModule, SignaturesModule, MarketplaceModule, RecordsModule, ReferenceModule], providers: SERVICES, exports: SERVICES })
export class ContractsModule implements OnModuleInit {
  constructor(
    private readonly subjects: FileSubjects,
    private readonly files: ContractFiles,
    private readonly unsignedFiles: UnsignedFiles,
  ) {}

  onModuleInit(): void {
    this.subjects.register('contract', (actor, id, verb) => this.files.may(actor, id, verb));
    this.subjects.registerHold('contract', fileId => this.files.holds(fileId));
    this.subjects.register('contract-dispute', (actor, id, verb) => this.files.mayDispute(actor, id, verb));
    this.subjects.registerHold('contract-dispute', fileId => this.files.holdsStated(fileId));
    this.subjects.register(UNSIGNED_FILES, (actor, id, verb) => this.unsignedFiles.may(actor, id, verb));
    this.subjects.registerHold(UNSIGNED_FILES, fileId => this.unsignedFiles.holds(fileId));
    this.subjects.register('contract-paper', async (actor, id, verb) => verb === 'read' && (await this.files.may(actor, id, 'read')));
  }
}

@Module({ imports: [ContractsModule, DocumentsModule], controllers: [ContractsController, ContractLifeController, DisputesController, HandoverController, DeliverablesController, ResultSheetsController, UnsignedContractsController, CancellationsController, PublicCancellationsController] })
export class ContractsHttpModule {}

@Module({ imports: [ContractsModule, DocumentsModule, NotificationsModule, MarketplaceModule], providers: [ContractsJobs, ContractNotices, DisputeNotices, HandoverJobs, FilingJobs, UnsignedNotices] })
export class ContractsJobsModule {}
