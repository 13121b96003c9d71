import type { Field } from '@huanbao/permits';
import type { EntrySource, LedgerEntry } from './ledger-entry.entity';
import type { Rhythm } from './rhythm';
import { KIND_TITLES, type LedgerItem, type LedgerKind } from './template';

export class RecordWordsView {
  zh!: string;
  en!: string;
}

export class RecordOptionView extends RecordWordsView {
  value!: string;
}

export class RecordConditionView {
  field!: string;
  in!: (string | boolean)[];
}

/** One field of an entry, as the page draws it. */
export class RecordFieldView {
  name!: string;
  label!: RecordWordsView;
  type!: string;
  unit?: string;
  help?: RecordWordsView;
  example?: string;
  required!: 'always' | 'when' | 'never';
  requiredWhen?: RecordConditionView;
  visibleWhen?: RecordConditionView;
  min?: number;
  max?: number;
  decimals?: number;
  options?: RecordOptionView[];
}

export class LedgerItemView {
  key!: string;
  kind!: LedgerKind;
  kindTitle!: RecordWordsView;
  title!: RecordWordsView;
  /** How often it is entered. */
  rhythm!: Rhythm;
  /** Shifts of a day, 1 where there are none. */
  shifts!: number;
  /** Where the frequency comes from. */
  basis!: RecordWordsView;
  retentionYears!: number;
  fields!: RecordFieldView[];
}

/** One permit in the list of ledgers. */
export class LedgerPermitView {
  id!: string;
  number!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  siteName!: string;
  industryName!: string;
  validTo!: string;
  /** How the permit stands today: what was revoked keeps its records. */
  status!: 'valid' | 'expired' | 'revoked' | 'forfeited' | 'withdrawn' | 'cancelled';
  /** Day of an end before its time. */
  endedOn!: string | null;
  /** Day of the newest entry; null when there is none. */
  lastEntryOn!: string | null;
}

export class LedgerPermitPageView {
  items!: LedgerPermitView[];
  nextCursor!: string | null;
}

export class LedgerView extends LedgerPermitView {
  on!: string;
  items!: LedgerItemView[];
  actions!: string[];
}

export class EntryView {
  id!: string;
  permitId!: string;
  kind!: LedgerKind;
  itemKey!: string;
  itemTitle!: string;
  /** Civil day the entry is about. */
  businessDate!: string;
  shift!: number | null;
  data!: object;
  source!: EntrySource;
  externalId!: string | null;
  /** Days between the business day and the entry. */
  lateDays!: number;
  enteredAt!: Date;
  enteredByName!: string;
  correctsId!: string | null;
  /** The newer entry that replaced this one. */
  correctedById!: string | null;
  reason!: string | null;
  voided!: boolean;
}

export class EntryPageView {
  items!: EntryView[];
  nextCursor!: string | null;
}

export class EntryDetailView extends EntryView {
  /** All entries of this place, the first one first. */
  history!: EntryView[];
  fields!: RecordFieldView[];
}

export class RowProblemView extends RecordWordsView {
  /** Within the row: `/data/runningHours`. */
  pointer!: string;
  code!: string;
}

export class RowOutcomeView {
  /** Place in the batch, from 0. */
  index!: number;
  /** `existing`: the same was entered before, nothing was added. */
  status!: 'accepted' | 'existing' | 'refused';
  entryId!: string | null;
  errors!: RowProblemView[];
}

export class BatchOutcomeView {
  accepted!: number;
  existing!: number;
  refused!: number;
  rows!: RowOutcomeView[];
}

export class DayTaskView {
  itemKey!: string;
  shift!: number | null;
  /** The entry of this day, when there is one. */
  entry!: EntryView | null;
  /** The last values before, offered to be taken over. */
  before!: EntryView | null;
}

export class LedgerDayView {
  on!: string;
  tasks!: DayTaskView[];
}

export class CellView {
  day!: string;
  state!: 'done' | 'part' | 'missing' | 'open' | 'none';
  entered!: number;
  expected!: number;
}

export class ItemCompletenessView {
  key!: string;
  title!: RecordWordsView;
  kind!: LedgerKind;
  rhythm!: Rhythm;
  expected!: number;
  entered!: number;
  cells!: CellView[];
}

export class CompletenessView {
  month!: string;
  from!: string;
  to!: string;
  expected!: number;
  entered!: number;
  items!: ItemCompletenessView[];
}

export function fieldView(field: Field): RecordFieldView {
  const { name, label, type, unit, help, example, min, max, decimals, required, visibleWhen, options } = field;
  return {
    name, label, type, unit, help, example, min, max, decimals, options: options?.map(one => ({ ...one })),
    required: required === 'always' ? 'always' : required ? 'when' : 'never',
    requiredWhen: typeof required === 'object' ? { field: required.field, in: [...required.in] } : undefined,
    visibleWhen: visibleWhen && { field: visibleWhen.field, in: [...visibleWhen.in] },
  };
}

export function itemView(item: LedgerItem): LedgerItemView {
  const { key, kind, title, rhythm, shifts, basis, retentionYears } = item;
  return { key, kind, kindTitle: KIND_TITLES[kind], title, rhythm, shifts, basis, retentionYears, fields: item.fields.map(fieldView) };
}

export type EntryRow = LedgerEntry & { readonly correctedById: string | null };

export function entryView(row: EntryRow): EntryView {
  const { id, permitId, kind, itemKey, itemTitle, businessDate, shift, data, source, externalId, lateDays, enteredAt, enteredByName, correctsId, correctedById, reason, voided } = row;
  return { id, permitId, kind, itemKey, itemTitle, businessDate, shift, data, source, externalId, lateDays, enteredAt, enteredByName, correctsId, correctedById, reason, voided };
}
