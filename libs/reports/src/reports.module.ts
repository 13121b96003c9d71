import { Module } from '@nestjs/common';
import { DocumentsModule } from '@huanbao/documents';
import { DutiesModule } from '@huanbao/duties';
import { EvidenceModule } from '@huanbao/evidence';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { PermitsModule } from '@huanbao/permits';
import { RecordsModule } from '@huanbao/records';
import { SignaturesModule } from '@huanbao/signatures';
import { CheckRuns } from './checking/check-runs.service';
import { LikeTexts } from './checking/like-texts';
import { ReportGrounds } from './checking/report-grounds';
import { RunCheck } from './checking/run-check.service';
import { ReportTablesController } from './exchange/report-tables.controller';
import { ReportTables } from './exchange/report-tables.service';
import { ReportFiling } from './handing/filing.service';
import { ReportCopies } from './handing/report-copies';
import { ReportDuty } from './handing/report-duty';
import { ReportNotices } from './handing/report-notices';
import { ReportSubmission } from './handing/submission.service';
import { VoidedReports } from './handing/voided-reports';
import { ReportDecision } from './officers/decision.service';
import { PublicReports } from './open/public-reports';
import { PublicReportsController } from './open/public-reports.controller';
import { ReportPdf } from './open/report-pdf';
import { KnownPenalties } from './prefill/known-penalties';
import { ReportFates } from './reading/report-fates';
import { ReportQueries } from './reading/report.queries';
import { ReportViews } from './reading/report-views';
import { ReportsToWrite } from './reading/to-write.queries';
import { ReportDecisionController, ReportFormsController, ReportsController, ReportsToWriteController } from './reports.controller';
import { ReportEvidence } from './report-evidence';
import { ReportFiles } from './reports.files';
import { ReportsJobs } from './reports.jobs';
import { BeginReport } from './writing/begin.service';
import { DiscardReport } from './writing/discard.service';
import { PartsService } from './writing/parts.service';
import { RefreshService } from './writing/refresh.service';
import { ReportFactsService } from './writing/report-facts.service';
import { ReportRecords } from './writing/report-records';
import { WithdrawAmendment } from './writing/withdraw-amendment.service';
import './reports.acts';

const SERVICES = [
  ReportRecords, KnownPenalties, ReportFactsService, BeginReport, DiscardReport, PartsService, RefreshService, WithdrawAmendment, ReportGrounds, CheckRuns, LikeTexts, RunCheck, ReportCopies, ReportNotices, ReportDuty, ReportFiling, ReportSubmission, ReportDecision, ReportViews, ReportQueries, ReportsToWrite, ReportFates, ReportTables, PublicReports, ReportPdf, ReportFiles, ReportEvidence,
];

/** Execution reports: written, checked, handed in, judged, published. */
@Module({ imports: [PermitsModule, RecordsModule, DutiesModule, EvidenceModule, IdentityModule, DocumentsModule, NotificationsModule, SignaturesModule], providers: SERVICES, exports: SERVICES })
export class ReportsModule {}

@Module({ imports: [ReportsModule], controllers: [ReportFormsController, ReportsToWriteController, ReportsController, ReportDecisionController, ReportTablesController, PublicReportsController] })
export class ReportsHttpModule {}

@Module({ imports: [ReportsModule, DutiesModule, NotificationsModule], providers: [ReportsJobs, VoidedReports] })
export class ReportsJobsModule {}
