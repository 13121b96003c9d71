import { periodOf, daysOf, type Rhythm } from '../ledger/rhythm';
import type { LedgerItem } from '../ledger/template';
import { excusing, type MonitoringExcuse } from '../monitoring/excuses';
import { type Cover, coverOf, type LineCover } from './cover';

/** The entries of a day of one item, as they hold; a place (day, shift) that was entered twice counts once. */
export interface EnteredDay {
  readonly itemKey: string;
  readonly day: string;
  readonly places: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

interface Span {
  readonly from: string;
  readonly to: string;
  readonly begins: string;
  readonly excuses: readonly MonitoringExcuse[];
}

type Item = Pick<LedgerItem, 'key' | 'title' | 'kind' | 'rhythm' | 'shifts'>;

/** Basic facts, and what is noted of monitoring, are kept whether production stands or not. */
const GOES_ON: ReadonlySet<LedgerItem['kind']> = new Set(['basic', 'monitoring']);
const later = (a: string, b: string): string => (a > b ? a : b);

/** The code of the facility an item is about: `facility-operation:MF0001`. */
const codeOf = ({ key }: Pick<Item, 'key'>): string => key.split(':').at(-1) ?? '';

/** Whether an item of the ledger stands with a stoppage: of the whole site, or of its own facility. Pure. */
export const standsWith = (item: Pick<Item, 'key' | 'kind'>, { isWhole, facilities }: { readonly isWhole: boolean; readonly facilities?: readonly string[] | null | undefined }): boolean =>
  !GOES_ON.has(item.kind) && (isWhole || (facilities ?? []).includes(codeOf(item)));

const stopsOf = (item: Item, excuses: readonly MonitoringExcuse[]): readonly MonitoringExcuse[] => excuses.filter(one => standsWith(item, { isWhole: one.places === null, facilities: one.facilities })).map(one => ({ ...one, places: null }));

/** Which entries the items of a ledger need within a span, and which are there. What stands still needs none. */
export function ledgerCover(items: readonly Item[], entries: readonly EnteredDay[], span: Span): Cover {
  const byItem = new Map<string, EnteredDay[]>();
  for (const one of entries) {
    const own = byItem.get(one.itemKey) ?? [];
    byItem.set(one.itemKey, own);
    own.push(one);
  }
  const entered: Date[] = [];
  return coverOf(items.map(item => lineCover(item, byItem.get(item.key) ?? [], { span, entered })), entered);
}

function lineCover(item: Item, entries: readonly EnteredDay[], { span, entered }: { span: Span; entered: Date[] }): LineCover {
  const each = item.rhythm === 'shift' ? item.shifts : 1;
  const stops = stopsOf(item, span.excuses);
  let [needed, done] = [0, 0];
  const days: string[] = [];
  for (const period of periodsOfItem(item.rhythm, span)) {
    const there = entries.filter(one => one.day >= period.from && one.day <= period.to);
    const places = Math.min(each, there.reduce((sum, one) => sum + one.places, 0));
    // what was entered for a day of standing counts as little as what was not
    if (places === 0 && excusing(stops, '', { from: later(period.from, span.begins), to: period.to }).length > 0) continue;
    needed += each;
    done += places;
    const times = there.map(one => (each === 1 ? one.firstAt : one.lastAt)).sort((a, b) => a.getTime() - b.getTime());
    if (times[0]) entered.push(times[0]);
    if (there[0]) days.push(there[0].day);
  }
  return { key: item.key, title: item.title, frequency: item.rhythm, needed, done, days };
}

/** Periods of the rhythm that end within the span; batches and events have none. */
function periodsOfItem(rhythm: Rhythm, { from, to, begins }: Span): { readonly from: string; readonly to: string }[] {
  const first = later(from, begins);
  if (first > to) return [];
  const found = new Map(daysOf(first, to).flatMap(day => {
    const period = periodOf(rhythm, day);
    return period && period.to <= to ? [[period.from, period] as const] : [];
  }));
  return [...found.values()];
}
