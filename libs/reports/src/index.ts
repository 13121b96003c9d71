export { ReportsHttpModule, ReportsJobsModule, ReportsModule } from './reports.module';
export { REPORTS_ENTITIES } from './entities';
export { reportAccepted, reportAmended, reportReturned, reportSubmitted } from './reports.events';
export { BeginReport } from './writing/begin.service';
export { PartsService } from './writing/parts.service';
export { seedReportsDemo } from './demo/seed';
export { filled as filledReportPart, isReckoned } from './demo/filler';
export { quarterStart } from './demo/past-reports';
export { type ReportFate, ReportFates } from './reading/report-fates';
