import { ExecutionReport, ReportCheck, ReportFinding, ReportPart, ReportRevision, ReportText } from './report.entity';

/** The tables of this room. */
export const REPORTS_ENTITIES = [ExecutionReport, ReportPart, ReportCheck, ReportFinding, ReportRevision, ReportText];
