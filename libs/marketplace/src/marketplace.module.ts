import { Module, OnModuleInit } from '@nestjs/common';
import { BlobKeepers, DocumentsModule, FileSubjects } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { ProvidersModule } from '@huanbao/providers';
import { ServicesModule } from '@huanbao/services';
import { AfterAwardController } from './after-award/after-award.controller';
import { AfterAward } from './after-award/after-award.service';
import { AwardService } from './award.service';
import { AwardedWorks } from './awarded-work';
import { AwardUndoing } from './award-undoing';
import { BidderSecrecy } from './bidder-secrecy';
import { BidLedger } from './bid-ledger';
import { BidTraces } from './bid-traces';
import { BidListing } from './bid-listing';
import { BidsController, DeliveriesController, ReceiptKeyController } from './bids.controller';
import { BidsService } from './bids.service';
import { DeliveriesService } from './deliveries.service';
import { DraftsService } from './drafts.service';
import { CaseworkModule } from '@huanbao/casework';
import { MethodsController, PublicMethodsController } from './methods/methods.controller';
import { ProcedureController } from './methods/procedure.controller';
import { ProcedureNotices } from './methods/procedure.notices';
import { ProcurementReminders } from './methods/reminders';
import { METHOD_SERVICES } from './methods/methods.services';
import { MarketplaceJobs } from './marketplace.jobs';
import { MarketplaceNotices } from './marketplace.notices';
import { OpeningRecord } from './opening/opening-record';
import { AwaitedShares } from './opening/awaited.service';
import { BureauKeys } from './opening/bureau-keys';
import { BidContents } from './opening/bid-contents';
import { OpeningQueries } from './opening/opening.queries';
import { OpeningShares } from './opening/shares.service';
import { OpeningService } from './opening/opening.service';
import { PanelDecisions } from './panel-decisions';
import { RatingTermsBook } from './rating-terms.service';
import { RatingsService } from './ratings.service';
import { FirmStandings } from './standing-check';
import { StandingJobs } from './standing.jobs';
import { TaskExport } from './task.export';
import { TaskGuards } from './task-guards';
import { TaskFiles } from './task.files';
import { TaskQueries } from './task.queries';
import { DeliveryReviews } from './review/delivery-review.service';
import { TaskRecords } from './task.records';
import { PublicTasksController, TasksController } from './tasks.controller';
import { WitnessKeysController } from './opening/witness-keys.controller';
import { WitnessKeysService } from './opening/witness-keys.service';
import { PublicSiteVisitsController, SiteVisitsController } from './visits/visits.controller';
import { TaskContracts } from './work-contracts';
import './marketplace.acts';

const SERVICES = [BidderSecrecy, TaskGuards, FirmStandings, TaskRecords, TaskFiles, DraftsService, BidsService, BidTraces, BidLedger, BidContents, BidListing, BureauKeys, OpeningShares, AwaitedShares, OpeningQueries, OpeningService, AwardService, DeliveriesService, RatingTermsBook, RatingsService, WitnessKeysService, TaskQueries, TaskExport, OpeningRecord, TaskContracts, AwardedWorks, AwardUndoing, PanelDecisions, DeliveryReviews, AfterAward, ...METHOD_SERVICES];

/** Service tasks and sealed bids. */
@Module({
  imports: [IdentityModule, DocumentsModule, NotificationsModule, CaseworkModule, ProvidersModule, ServicesModule],
  providers: SERVICES,
  exports: SERVICES,
})
export class MarketplaceModule implements OnModuleInit {
  constructor(
    private readonly subjects: FileSubjects,
    private readonly taskFiles: TaskFiles,
    private readonly keepers: BlobKeepers,
  ) {}

  onModuleInit(): void {
    this.subjects.register('service-task', (actor, taskId, verb) => this.taskFiles.mayTask(actor, taskId, verb), () => Promise.resolve({ matter: 'tasks', site: null }));
    this.subjects.registerHold('service-task', fileId => this.taskFiles.holdsDelivered(fileId));
    this.subjects.register('task-opening', (actor, taskId, verb) => this.taskFiles.mayOpening(actor, taskId, verb));
    this.subjects.register('task-first-opening', (actor, taskId, verb) => this.taskFiles.mayFirstOpening(actor, taskId, verb));
    this.keepers.register('bid', hash => this.taskFiles.holdsCiphertext(hash));
    this.subjects.register('bid', (actor, bidId, verb) => this.taskFiles.mayBid(actor, bidId, verb));
  }
}

@Module({
  imports: [MarketplaceModule],
  controllers: [TasksController, PublicTasksController, ReceiptKeyController, BidsController, DeliveriesController, WitnessKeysController, MethodsController, PublicMethodsController, ProcedureController, SiteVisitsController, PublicSiteVisitsController, AfterAwardController],
})
export class MarketplaceHttpModule {}

@Module({
  imports: [MarketplaceModule, DocumentsModule, NotificationsModule, ProvidersModule, ServicesModule],
  providers: [MarketplaceJobs, MarketplaceNotices, StandingJobs, ProcedureNotices, ProcurementReminders],
})
export class MarketplaceJobsModule {}
