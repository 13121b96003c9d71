import type { components } from '@/api/schema';
import type { FieldSpec } from '@/shared/form/field';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];

/** JSON carries instants as text; the description calls them date-time. */
export type Application = Schemas['ApplicationView'];
export type ApplicationRow = Schemas['ApplicationRowView'];
export type SiteStanding = Schemas['SiteStandingView'];
export type BusinessTypeRow = Schemas['BusinessTypeView'];
export type PermitCase = Schemas['PermitCaseView'];
export type RequestDraft = Schemas['RequestDraftView'];
export type MeasureDraft = Schemas['MeasureDraftView'];
export type Material = Schemas['MaterialView'];
export type EndingGrounds = Schemas['EndingGroundsView'];
export type ApplicationChanges = Schemas['ApplicationChangesView'];
export type Section = Schemas['SectionView'];
export type Review = Schemas['ReviewView'];
export type Finding = Schemas['ReviewFindingView'];
export type Printed = Schemas['PrintView'];
/** A part of any form drawn from field tables: the permit's or a report's. */
export type PrintedSection = Omit<Schemas['PrintedSectionView'], 'key'> & { readonly key: string };
export type PermitForm = Schemas['PermitFormView'];
export type SectionDefinition = Schemas['SectionDefinitionView'];
export type Permit = Schemas['PermitView'];
export type PermitRow = Schemas['PermitRowView'];
export type CaseRow = Schemas['CaseRowView'];
export type Clock = Schemas['ClockView'];
export type PausePreview = Schemas['PausePreviewView'];
export type Colleague = Schemas['ColleagueView'];
export type CorrectionRound = Schemas['CorrectionRoundView'];
export type CorrectionItem = Schemas['CorrectionItemView'];
type FieldDefinition = Schemas['FieldView'];

export const permitCasesPath = '/api/v1/permit-cases';
export const applicationsPath = '/api/v1/permit-applications';
export const applicationPath = (id: string): string => `${applicationsPath}/${id}`;
export const formPath = '/api/v1/permit-forms/current';

const LONG_TEXT = 120;

/** The page of a place of the form, opened at that place. */
export function placePath(root: string, pointer: string): string {
  const [key = '', ...rest] = pointer.split('/').slice(1);
  return rest.length === 0 ? `${root}/sections/${key}` : `${root}/sections/${key}?at=${encodeURIComponent(`/${rest.join('/')}`)}`;
}

/** The server's field table as the form component draws it. */
export function specOf(field: FieldDefinition): FieldSpec {
  const { name, label, unit, unitBy, help, example, min, max, pattern, options, columns } = field;
  const type = field.type === 'code' && field.code === 'uscc' ? 'uscc' : field.type === 'text' && (field.max ?? 0) > LONG_TEXT ? 'textarea' : field.type;
  return {
    name, label, unit, unitBy: unitBy as FieldSpec['unitBy'], help, example, min, max, pattern,
    type: type === 'decimal' && field.allowNone ? 'text' : (type as FieldSpec['type']),
    required: field.required === 'always' ? true : field.required === 'when' ? (field.requiredWhen as FieldSpec['required']) : undefined,
    visibleWhen: field.visibleWhen as FieldSpec['visibleWhen'],
    options: options?.map(({ value, zh, en }) => ({ value, label: { zh, en } })),
    columns: columns?.map(specOf),
    width: type === 'table' || type === 'textarea' ? 'full' : 'half',
  };
}

const TONES: Readonly<Record<string, Tone>> = {
  draft: 'neutral', submitted: 'progress', correcting: 'warning', accepted: 'info', reviewing: 'info', granted: 'success', issued: 'success',
  refused: 'danger', 'not-accepted': 'danger', withdrawn: 'muted', closed: 'muted', valid: 'success', expired: 'warning', revoked: 'danger', forfeited: 'danger', cancelled: 'muted', told: 'warning', telling: 'warning', hearing: 'warning', 'refusal-telling': 'warning', 'refusal-hearing': 'warning', unserved: 'warning', done: 'success', rejected: 'danger', dropped: 'muted',
};
export const toneOf = (state: string): Tone => TONES[state] ?? 'neutral';

export const TASK_STATE = { 'not-started': 'not-started', 'in-progress': 'in-progress', completed: 'done', 'has-errors': 'error' } as const;

/** Headings under which the sections are listed, each in the order of the national form. */
export const GROUPS = [
  { key: 'basics', sections: ['basic', 'products', 'products-supplement', 'materials', 'process-nodes'] },
  { key: 'air', sections: ['air-outlets', 'air-limits', 'fugitive', 'air-totals'] },
  { key: 'water', sections: ['water-outlets', 'water-limits', 'solid-waste', 'noise'] },
  { key: 'duties', sections: ['self-monitoring', 'ledgers', 'supplementary-registration', 'local'] },
  { key: 'hand-in', sections: ['attachments', 'submission'] },
] as const;
