import { acceptDraft, type Field, type SectionData, validateSection } from '@huanbao/permits';
import type { FieldProblem } from '@huanbao/platform';
import { noPermitProblem, unknownItem } from '../records.errors';
import type { LedgerItem } from './template';

/** An entry as it may be stored. */
export interface AcceptedEntry {
  readonly item: LedgerItem;
  readonly businessDate: string;
  readonly shift: number | null;
  /** What only one entry is expected for; null where there may be several. */
  readonly slot: string | null;
  readonly externalId: string | null;
  readonly data: SectionData;
  readonly search: string;
}

export interface EntryContext {
  readonly today: string;
  /** The ledger of a day; null when no permit held on it. */
  readonly itemsOn: (day: string) => readonly LedgerItem[] | null;
}

export type Acceptance = { readonly entry: AcceptedEntry } | { readonly problems: readonly FieldProblem[] };

const at = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function isCivilDate(value: unknown): value is string {
  return typeof value === 'string' && DAY.test(value) && new Date(`${value}T00:00:00Z`).toString() !== 'Invalid Date' && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
}

/** Takes one row, whatever came: from a form, a sheet or a program. Every wrong value is named with its place and mend. */
export function acceptEntry(raw: unknown, { today, itemsOn }: EntryContext): Acceptance {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { problems: [at('', 'type', '这一行应为一条台账记录', 'This row has to be one entry.')] };
  const row = raw as Record<string, unknown>;
  const head = headProblems(row, today);
  if (head.length > 0) return { problems: head };
  const businessDate = row['businessDate'] as string;
  const items = itemsOn(businessDate);
  if (!items) return { problems: [noPermitProblem(businessDate)] };
  const item = items.find(one => one.key === row['itemKey']);
  if (!item) return { problems: [unknownItem(String(row['itemKey']).slice(0, 80))] };
  const shift = shiftOf(item, row['shift']);
  if (shift === undefined) return { problems: [shiftProblem(item)] };
  return content(item, { businessDate, shift, externalId: (row['externalId'] as string | undefined) ?? null, data: row['data'] });
}

function content(item: LedgerItem, given: { businessDate: string; shift: number | null; externalId: string | null; data: unknown }): Acceptance {
  const checked = checkContent(item.fields, given.data);
  if ('problems' in checked) return checked;
  const slot = item.rhythm === 'shift' ? `${given.businessDate}/${given.shift}` : item.rhythm === 'day' ? given.businessDate : null;
  return { entry: { ...given, item, data: checked.data, slot, search: wordsOf(item, checked.data) } };
}

/** The content by the fields of its item: types, bounds, what is demanded; values of hidden fields are left out. */
export function checkContent(fields: readonly Field[], raw: unknown): { readonly data: SectionData } | { readonly problems: readonly FieldProblem[] } {
  const section = { key: 'ledgers', title: { zh: '', en: '' }, intro: { zh: '', en: '' }, nationalPage: '', fields } as unknown as Parameters<typeof acceptDraft>[0];
  const shown = visibleOnly(fields, raw);
  const problems = validateSection(section, shown).map(one => ({ ...one, pointer: `/data${one.pointer}` }));
  if (problems.length > 0) return { problems };
  const { data } = acceptDraft(section, shown);
  if (Object.keys(data).length === 0) return { problems: [at('/data', 'empty', '请至少填写一项内容', 'Enter at least one value.')] };
  return { data };
}

function visibleOnly(fields: readonly Field[], raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  const row = raw as Record<string, unknown>;
  const hidden = new Set(fields.filter(({ visibleWhen }) => visibleWhen && !visibleWhen.in.includes(row[visibleWhen.field] as never)).map(field => field.name));
  return Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.has(name)));
}

const KNOWN = new Set(['itemKey', 'businessDate', 'shift', 'externalId', 'data']);

function headProblems(row: Record<string, unknown>, today: string): FieldProblem[] {
  const problems: FieldProblem[] = Object.keys(row).filter(name => !KNOWN.has(name)).map(name => at(`/${name.slice(0, 60)}`, 'unknown', `没有“${name.slice(0, 60)}”这一项，请删去`, `There is no “${name.slice(0, 60)}”. Remove it.`));
  if (typeof row['itemKey'] !== 'string' || row['itemKey'] === '') problems.push(at('/itemKey', 'item', '请选择台账项目', 'Choose the ledger item.'));
  if (!isCivilDate(row['businessDate'])) problems.push(at('/businessDate', 'date', '请按 2026-11-24 的格式填写日期', 'Write the date as 2026-11-24.'));
  else if (row['businessDate'] > today) problems.push(at('/businessDate', 'future', `${row['businessDate']} 还没有到，台账只记录已发生的情况`, `${row['businessDate']} has not come yet: a ledger holds what has happened.`));
  if (row['externalId'] !== undefined && row['externalId'] !== null && !(typeof row['externalId'] === 'string' && /^[\x21-\x7e]{1,100}$/.test(row['externalId']))) {
    problems.push(at('/externalId', 'external-id', '外部编号为 1–100 个字母、数字或符号', 'The external id has 1–100 visible characters.'));
  }
  return problems;
}

/** undefined: missing, or beyond the shifts of the day. */
function shiftOf(item: LedgerItem, raw: unknown): number | null | undefined {
  if (item.rhythm !== 'shift') return raw === undefined || raw === null ? null : undefined;
  return Number.isInteger(raw) && (raw as number) >= 1 && (raw as number) <= item.shifts ? (raw as number) : undefined;
}

function shiftProblem(item: LedgerItem): FieldProblem {
  return item.rhythm === 'shift'
    ? at('/shift', 'shift', `这一项按班记录，请填写班次 1–${item.shifts}`, `This item is entered for each shift: 1–${item.shifts}.`)
    : at('/shift', 'shift', '这一项不按班记录，请不要填写班次', 'This item has no shifts: leave the shift out.');
}

/** What a search finds an entry by: the title and every word in it. */
function wordsOf(item: LedgerItem, data: SectionData): string {
  const words = Object.values(data).filter((value): value is string => typeof value === 'string' && /[^\d.]/.test(value));
  return [item.title.zh, ...words].join(' ');
}
