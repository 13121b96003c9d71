import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type Report = Schemas['ReportView'];
export type ReportRow = Schemas['ReportRowView'];
export type ReportToWrite = Schemas['ReportToWriteView'];
export type ReportForm = Schemas['ReportFormView'];
export type PartDefinition = Schemas['ReportPartDefinitionView'];
export type ReportPart = Schemas['ReportPartView'];
export type Difference = Schemas['ReportDifferenceView'];
export type Origin = Schemas['ReportOriginView'];
export type News = Schemas['ReportNewsView'];
export type CheckResult = Schemas['ReportCheckResultView'];
export type ReportFinding = Schemas['ReportFindingView'];
export type ReportPrint = Schemas['ReportPrintView'];
export type ReportChanges = Schemas['ReportChangesView'];
export type Revision = Schemas['ReportRevisionView'];
export type PublicReport = Schemas['PublicReportView'];
export type PublicReportRow = Schemas['PublicReportRowView'];
export type Quality = Schemas['QualityView']['quality'];

export const reportsPath = '/api/v1/execution-reports';
export const reportPath = (id: string): string => `${reportsPath}/${id}`;
export const publicReportsPath = '/api/v1/public/execution-reports';

export const STATE_TONES: Readonly<Record<ReportRow['state'], Tone>> = { draft: 'neutral', submitted: 'progress', returned: 'warning', accepted: 'success', amending: 'warning' };
export const STATES = ['draft', 'submitted', 'returned', 'accepted', 'amending'] as const;
export const KINDS = ['annual', 'quarterly', 'monthly'] as const;
export const QUALITIES = ['timely', 'complete', 'compliant', 'accurate'] as const;
export const TASK_STATE = { 'not-started': 'not-started', 'in-progress': 'in-progress', completed: 'done', 'has-errors': 'error' } as const;

/** The page of a place of a report, opened at that place. */
export function placePath(root: string, pointer: string): string {
  const [key = '', ...rest] = pointer.split('/').slice(1);
  return rest.length === 0 ? `${root}/parts/${key}` : `${root}/parts/${key}?at=${encodeURIComponent(`/${rest.join('/')}`)}`;
}
