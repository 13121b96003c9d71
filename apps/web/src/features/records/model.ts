import { ProblemError } from '@/api/problem';
import type { components } from '@/api/schema';
import type { FieldSpec } from '@/shared/form/field';
import { inShanghai, now } from '@/shared/time/time';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type PermitRow = Schemas['MonitoringPermitView'];
export type Ledger = Schemas['LedgerView'];
export type Item = Schemas['LedgerItemView'];
export type Entry = Schemas['EntryView'];
export type EntryDetail = Schemas['EntryDetailView'];
export type LedgerDay = Schemas['LedgerDayView'];
export type DayTask = Schemas['DayTaskView'];
export type Completeness = Schemas['CompletenessView'];
export type Cell = Schemas['CellView'];
export type Monitoring = Schemas['MonitoringView'];
export type PlanLine = Schemas['PlanLineView'];
export type Progress = Schemas['ProgressView'];
export type Result = Schemas['ResultView'];
export type ResultDetail = Schemas['ResultDetailView'];
export type ExceedanceRow = Schemas['ExceedanceView'];
export type EmissionsOf = Schemas['EmissionsView'];
export type Amount = Schemas['AmountView'];
export type PublicResult = Schemas['PublicResultView'];
export type Token = Schemas['ApiTokenView'];
export type NewToken = Schemas['NewApiTokenView'];
export type Outage = Schemas['OutageView'];
export type OutageDetail = Schemas['OutageDetailView'];
export type AutomaticPlaces = Schemas['OutagePlacesView'];
type Field = Schemas['RecordFieldView'];

export const ledgerPath = (id: string): string => `/api/v1/ledgers/${id}`;
export const monitoringPath = (id: string): string => `/api/v1/monitoring/${id}`;
export const outagesPath = '/api/v1/monitoring-outages';
export const emissionsPath = (id: string): string => `/api/v1/emissions/${id}`;

/** The civil day in Shanghai, `YYYY-MM-DD`. */
export const today = (): string => inShanghai(now().toISOString()).format('YYYY-MM-DD');

/** The generated type of what may be null is loose; these are texts. */
export const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const LONG_TEXT = 120;

/** The server's field as the form draws it. */
export function specOf(field: Field): FieldSpec {
  const { name, label, unit, help, example, min, max, options } = field;
  const type = field.type === 'text' && (field.max ?? 0) > LONG_TEXT ? 'textarea' : field.type;
  return {
    name, label, unit, help, example, min, max, type: type as FieldSpec['type'],
    required: field.required === 'always' ? true : field.required === 'when' ? (field.requiredWhen as FieldSpec['required']) : undefined,
    visibleWhen: field.visibleWhen as FieldSpec['visibleWhen'],
    options: options?.map(({ value, zh, en }) => ({ value, label: { zh, en } })),
    width: type === 'textarea' ? 'full' : 'half',
  };
}

/** Content of an entry without what was left empty: the server keeps no nulls. */
export const filled = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)));

/** The API points into `data`; the form shows the members of `data`. */
export function insideData(error: unknown): unknown {
  if (!(error instanceof ProblemError) || error.errors.length === 0) return error;
  const errors = error.errors.map(one => ({ ...one, pointer: one.pointer.replace(/^\/data/, '') }));
  const first = errors.find(one => one.pointer === '' || !error.errors.some(other => other.pointer.startsWith('/data')));
  return new ProblemError(error.status, error.code, first ? { zh: first.zh, en: first.en } : error.text, { errors, extra: error.extra });
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What an entry says, as label, value and unit. */
export function saidBy(fields: readonly Field[], data: Readonly<Record<string, unknown>>, word: (text: Words) => string): { readonly label: string; readonly value: string }[] {
  return Object.entries(data).map(([name, value]) => {
    const field = fields.find(one => one.name === name);
    const option = (raw: unknown): string => {
      const found = field?.options?.find(one => one.value === raw);
      if (found) return word(found);
      return typeof raw === 'boolean' ? word(raw ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }) : String(raw);
    };
    const shown = Array.isArray(value) ? value.map(option).join('、') : option(value);
    return { label: field ? word(field.label) : name, value: field?.unit ? `${shown} ${field.unit}` : shown };
  });
}

export const VERDICT_TONE: Readonly<Record<Result['verdict'], Tone>> = { met: 'success', exceeded: 'danger', 'no-limit': 'muted', 'not-comparable': 'warning' };
export const EXCEEDANCE_TONE: Readonly<Record<ExceedanceRow['state'], Tone>> = { open: 'danger', explained: 'info', withdrawn: 'muted' };
export const OUTAGE_TONE: Readonly<Record<Outage['state'], Tone>> = { running: 'warning', over: 'success', withdrawn: 'muted' };
export const WARNING_TONE: Readonly<Record<Amount['warning'], Tone>> = { none: 'success', near: 'warning', full: 'danger' };

/** Frequencies of the plan that are looked at day by day, with several samples each. */
export const SEVERAL_A_DAY: ReadonlySet<string> = new Set(['hour', 'continuous']);
