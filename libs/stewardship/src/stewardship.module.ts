import { Module } from '@nestjs/common';
import { ConflictsModule } from '@huanbao/conflicts';
import { ContractsModule } from '@huanbao/contracts';
import { DocumentsModule } from '@huanbao/documents';
import { DutiesModule } from '@huanbao/duties';
import { IdentityModule } from '@huanbao/identity';
import { MarketplaceModule } from '@huanbao/marketplace';
import { NotificationsModule } from '@huanbao/notifications';
import { ReferenceModule } from '@huanbao/reference';
import { ServicesModule } from '@huanbao/services';
import { Checklist } from './checklist/checklist.service';
import { FindingsController } from './findings/findings.controller';
import { FindingsService } from './findings/findings.service';
import { StewardNotices } from './notices';
import { ParksController } from './parks/parks.controller';
import { ParksService } from './parks/parks.service';
import { QualityController } from './quality/quality.controller';
import { QualityQueries } from './quality/quality.queries';
import { ReportFactsService } from './reports/report-facts.service';
import { ReportPaper } from './reports/report.paper';
import { ReportQueries } from './reports/report.queries';
import { StewardReportsController } from './reports/reports.controller';
import { StewardReportsService } from './reports/reports.service';
import { RetainerFirms } from './retainers/firm-standing.service';
import { RetainerEndings } from './retainers/ending.service';
import { MembersService } from './retainers/members.service';
import { RetainerQueries } from './retainers/retainer.queries';
import { RetainerRecords } from './retainers/retainer.records';
import { RetainersController } from './retainers/retainers.controller';
import { RetainersService } from './retainers/retainers.service';
import { StewardRound } from './round.service';
import { StewardFiles } from './stewardship.files';
import { StewardshipJobs } from './stewardship.jobs';
import { VisitQueries } from './visits/visit.queries';
import { VisitsController } from './visits/visits.controller';
import { VisitsService } from './visits/visits.service';
import './stewardship.acts';

const SERVICES = [
  Checklist, StewardNotices, MembersService, ParksService, RetainerRecords, RetainerFirms, RetainersService, RetainerEndings, RetainerQueries, FindingsService, VisitsService, VisitQueries,
  ReportFactsService, ReportPaper, StewardReportsService, ReportQueries, QualityQueries, StewardFiles, StewardRound,
];

/** 环保管家 by the year. */
@Module({ imports: [IdentityModule, DocumentsModule, NotificationsModule, ReferenceModule, ServicesModule, MarketplaceModule, ConflictsModule, ContractsModule, DutiesModule], providers: SERVICES, exports: SERVICES })
export class StewardshipModule {}

@Module({ imports: [StewardshipModule, DocumentsModule], controllers: [ParksController, RetainersController, VisitsController, FindingsController, StewardReportsController, QualityController] })
export class StewardshipHttpModule {}

@Module({ imports: [StewardshipModule, DocumentsModule], providers: [StewardshipJobs] })
export class StewardshipJobsModule {}
