import { daysOf, periodOf, Rhythm } from './rhythm';
import type { LedgerItem } from './template';

/** `none`: nothing is expected on that day; `open`: the day (or period) is not over yet. */
export type CellState = 'done' | 'part' | 'missing' | 'open' | 'none';

export interface DayCell {
  readonly day: string;
  readonly state: CellState;
  readonly entered: number;
  readonly expected: number;
}

export interface ItemCompleteness {
  readonly key: string;
  readonly cells: readonly DayCell[];
  /** Entries that should be there by now, and are. */
  readonly expected: number;
  readonly entered: number;
}

export interface Span {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  /** First day on which a permit held. */
  readonly begins: string;
}

const HAS_DAYS: ReadonlySet<Rhythm> = new Set(['shift', 'day']);

/**
 * Which days of an item have their entries. Daily items are judged day by day, today stays open until it is over;
 * longer rhythms stand on the last day of their period and are missing once it has passed without an entry.
 * @param counts entries (distinct slots) of the item by civil date; for longer rhythms over the whole of the periods
 */
export function completenessOf(item: Pick<LedgerItem, 'key' | 'rhythm' | 'shifts'>, counts: ReadonlyMap<string, number>, span: Span): ItemCompleteness {
  const cells = daysOf(span.from, span.to).map(day => (HAS_DAYS.has(item.rhythm) ? dayCell(item, day, { counts, span }) : periodCell(item, day, { counts, span })));
  const due = cells.filter(cell => cell.state === 'done' || cell.state === 'part' || cell.state === 'missing');
  return {
    key: item.key, cells, expected: due.reduce((sum, cell) => sum + cell.expected, 0),
    entered: due.reduce((sum, cell) => sum + Math.min(cell.entered, cell.expected), 0),
  };
}

interface Rest {
  readonly counts: ReadonlyMap<string, number>;
  readonly span: Span;
}

function dayCell(item: Pick<LedgerItem, 'rhythm' | 'shifts'>, day: string, { counts, span }: Rest): DayCell {
  const entered = counts.get(day) ?? 0;
  const expected = item.rhythm === 'shift' ? item.shifts : 1;
  if (day < span.begins || day > span.today) return { day, state: 'none', entered, expected: 0 };
  if (entered >= expected) return { day, state: 'done', entered, expected };
  if (day === span.today) return { day, state: 'open', entered, expected };
  return { day, state: entered > 0 ? 'part' : 'missing', entered, expected };
}

function periodCell(item: Pick<LedgerItem, 'rhythm'>, day: string, { counts, span }: Rest): DayCell {
  const period = periodOf(item.rhythm, day);
  const here = counts.get(day) ?? 0;
  if (!period || day !== period.to || period.to < span.begins) return { day, state: here > 0 ? 'done' : 'none', entered: here, expected: 0 };
  const entered = [...counts].reduce((sum, [on, count]) => (on >= period.from && on <= period.to ? sum + count : sum), 0);
  if (entered > 0) return { day, state: 'done', entered, expected: 1 };
  return { day, state: period.to < span.today ? 'missing' : 'open', entered: 0, expected: period.to < span.today ? 1 : 0 };
}

/** The days whose entries decide over a span: whole periods that reach into it. */
export function neededSpan(items: readonly Pick<LedgerItem, 'rhythm'>[], from: string, to: string): { readonly from: string; readonly to: string } {
  const ends = items.flatMap(item => [periodOf(item.rhythm, from), periodOf(item.rhythm, to)]).filter(one => one !== null);
  return { from: [from, ...ends.map(one => one.from)].sort()[0] as string, to: [to, ...ends.map(one => one.to)].sort().reverse()[0] as string };
}
