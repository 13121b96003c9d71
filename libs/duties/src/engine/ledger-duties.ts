import { KIND_TITLES, type LedgerItem, ledgerItems, standsWith } from '@huanbao/records';
import type { DutyInput, DutyStoppage, DutyVersion, PlannedDuty, Words } from './duty';
import { dayAfterPeriod, daysOf, MONTHS_OF, overlap, periodsIn, type Rhythm, type Span } from './periods';
import { type DatedValue, valueOn } from './reference';
import { heldSpan, versionOn } from './reports';
import { coveredBy, stopWords } from './standing';

type Kind = LedgerItem['kind'];

/** How many months a rhythm of the ledger asks to look at; batches and events have no day on which one is missing. */
const MONTHS: Readonly<Record<LedgerItem['rhythm'], number | null>> = { shift: 1, day: 1, week: 1, month: 1, quarter: 3, 'half-year': 6, year: 12, batch: null, event: null };
const LEDGER_RHYTHMS = Object.keys(MONTHS) as LedgerItem['rhythm'][];
const SHOWN_ITEMS = 20;
const STANDSTILL: Words = { zh: '整个周期停产（停运），不要求逐日记录；停产情况见停产报告', en: 'It stood for the whole period: no daily entries. The stoppage itself was reported' };

/** The unit in which ledgers are looked at: never shorter than the rhythm of the item. */
const unitOn = (day: string, values?: readonly DatedValue[]): { readonly rhythm: Rhythm; readonly row: DatedValue } => {
  const row = valueOn('ledger.check-period', day, values);
  return { rhythm: row.value in MONTHS_OF ? (row.value as Rhythm) : 'month', row };
};

/** Which rhythms of the ledger a duty of such a period looks at. */
export function ledgerRhythms(of: string, day: string, values?: readonly DatedValue[]): LedgerItem['rhythm'][] {
  const unit = MONTHS_OF[unitOn(day, values).rhythm];
  return LEDGER_RHYTHMS.filter(one => MONTHS[one] !== null && Math.max(MONTHS[one] ?? 0, unit) === MONTHS_OF[of as Rhythm]);
}

/** The kind of ledger a duty is about, by its key. */
export const ledgerKindOf = (key: string): string => key.split(':')[1] ?? '';

/**
 * 台账 (条例 art. 21): one duty for each kind the permit asks for and each period, with the items that belong to it. The days before the platform
 * knew the permit are not asked for; a period of which less than half is left is not looked at.
 */
export function ledgerDuties(input: DutyInput): PlannedDuty[] {
  const held = heldSpan(input);
  const known = { from: held.from > input.due.from ? held.from : input.due.from, to: held.to };
  if (known.from > known.to) return [];
  const books = new Map<DutyVersion, readonly LedgerItem[]>();
  return (Object.keys(MONTHS_OF) as Rhythm[]).flatMap(rhythm => periodsIn(rhythm, known).flatMap(whole => {
    const span = overlap(whole, known) as Span;
    const version = versionOn(input.versions, span.to);
    const { row } = unitOn(span.to, input.values);
    if (!version || whole.from < row.effectiveFrom || whole.to > held.to || daysOf(span) * 2 < daysOf(whole)) return [];
    const items = books.get(version) ?? askedItems(version);
    books.set(version, items);
    const rhythms = ledgerRhythms(rhythm, span.to, input.values);
    const kinds = [...new Set(items.map(item => item.kind))];
    return kinds.flatMap(kind => {
      const own = items.filter(item => item.kind === kind && rhythms.includes(item.rhythm));
      return own.length === 0 ? [] : [dutyOf(kind, own, { rhythm, whole, span, input, row })];
    });
  }));
}

interface At {
  readonly rhythm: Rhythm;
  readonly whole: Span;
  readonly span: Span;
  readonly input: DutyInput;
  readonly row: DatedValue;
}

function dutyOf(kind: Kind, items: readonly LedgerItem[], { rhythm, whole, span, input, row }: At): PlannedDuty {
  const due = valueOn('ledger.due-day', span.to, input.values);
  const stands = items.every(item => coveredBy(stopsOf(item, input.stoppages), span));
  const when = { month: whole.from.slice(0, 7), quarter: `${whole.from.slice(0, 4)} Q${Math.ceil(Number(whole.to.slice(5, 7)) / 3)}`, 'half-year': `${whole.from.slice(0, 7)} — ${whole.to.slice(0, 7)}`, year: whole.from.slice(0, 4) }[rhythm];
  const stop = stopWords(items.flatMap(item => [...stopsOf(item, input.stoppages)]).filter((one, at, all) => all.indexOf(one) === at));
  return {
    key: `ledger:${kind}:${rhythm}:${whole.from}`, kind: 'ledger', rhythm, period: span, dueOn: dayAfterPeriod(whole, Number(due.value)),
    title: { zh: `${KIND_TITLES[kind].zh}台账（${when}）：${items.length} 项`, en: `Ledger, ${KIND_TITLES[kind].en} (${when}): ${items.length} items` }, content: contentOf(items),
    legalBasis: `《排污许可管理条例》第二十一条；许可证副本台账要求；${row.legalBasis}`, verified: row.verified && due.verified, provisional: false, isDayOff: false,
    excuse: stands ? { zh: `${STANDSTILL.zh}（${stop.zh}）`, en: `${STANDSTILL.en} (${stop.en})` } : null,
  };
}

const stopsOf = (item: LedgerItem, stoppages: readonly DutyStoppage[]): readonly DutyStoppage[] => stoppages.filter(one => standsWith(item, { isWhole: !one.outlets, facilities: one.facilities }));

function contentOf(items: readonly LedgerItem[]): Words {
  const shown = items.slice(0, SHOWN_ITEMS);
  const more = items.length - shown.length;
  return {
    zh: `${shown.map(one => one.title.zh).join('；')}${more > 0 ? `；等 ${items.length} 项` : ''}。按许可证的记录频次填写，记录齐全后自动完成。`,
    en: `${shown.map(one => one.title.en).join('; ')}${more > 0 ? ` and ${more} more` : ''}. Done by itself once the entries are complete.`,
  };
}

/** The items of the kinds that the permit's table of ledgers names; of all kinds where it has no such table. */
function askedItems({ form }: DutyVersion): LedgerItem[] {
  const rows = (form as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>)['ledgers']?.['records'];
  const asked = new Set(Array.isArray(rows) ? rows.map(row => (row as Readonly<Record<string, unknown>>)['kind']) : []);
  return ledgerItems(form).filter(item => asked.size === 0 || asked.has(item.kind));
}
