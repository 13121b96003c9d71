import { dayKind, type Calendar } from './calendar';
import { addDays, daysBetween, yearOf, type CivilDate } from './civil-date';
import { addCalendarDays, addWorkingDays, workingDaysBetween, type PeriodEnd } from './period';

export type DayType = 'workday' | 'calendar';

/** One line of the ledger of a statutory clock. */
export interface ClockEntry {
  readonly date: CivilDate;
  readonly kind: 'start' | 'pause' | 'resume' | 'extend' | 'shorten' | 'stop';
  /** Days added by an `extend`, or taken back by a `shorten`. */
  readonly days?: number | null;
  readonly article: string;
  readonly noticeNumber?: string | null;
  readonly reason?: string | null;
  /** Of a pause: the day it is expected to end. */
  readonly expectedOn?: string | null;
}

export interface ClockRule {
  readonly days: number;
  readonly dayType: DayType;
}

/** What a stretch between two entries did to the clock, in words for both sides. */
export interface ClockStep {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly counting: boolean;
  /** Days of the period used up in this stretch. */
  readonly countedDays: number;
  readonly zh: string;
  readonly en: string;
  readonly article: string;
}

export interface ClockReading {
  readonly state: 'running' | 'paused' | 'ended' | 'overdue';
  /** Last day of the period; null while paused, for it moves until the clock goes on. */
  readonly dueDate: CivilDate | null;
  /** Days left today; negative when overdue. Frozen while paused. */
  readonly remaining: number;
  readonly elapsed: number;
  readonly total: number;
  readonly provisional: boolean;
  readonly provisionalYears: readonly number[];
  readonly steps: readonly ClockStep[];
}

/**
 * Reads a clock from its ledger as of `today`. The day of the start does not count, nor does the day of a resumption;
 * the day of a pause still counts, because work was possible on it. `entries` are in order and begin with a start.
 * @throws RangeError for a ledger that does not begin with a start.
 */
export function evaluateClock(entries: readonly ClockEntry[], rule: ClockRule, calendar: Calendar, today: CivilDate): ClockReading {
  const first = entries[0];
  if (first?.kind !== 'start') throw new RangeError('A clock begins with a start');
  const total = rule.days + entries.reduce((sum, entry) => sum + (LENGTHENS[entry.kind] ?? 0) * (entry.days ?? 0), 0);
  const walk = walkLedger(entries, rule, calendar, today);
  const last = walk.counting ? endFrom(walk.since, total - walk.countedBefore, rule, calendar) : undefined;
  const years = new Set([...walk.provisionalYears, ...(last?.provisionalYears ?? [])]);
  return {
    state: stateOf(walk, total),
    dueDate: last?.date ?? null,
    remaining: total - walk.counted,
    elapsed: walk.counted,
    total,
    provisional: years.size > 0,
    provisionalYears: [...years].sort((a, b) => a - b),
    steps: walk.steps,
  };
}

/** What an entry does to the length of the period: the others leave it. */
const LENGTHENS: Readonly<Partial<Record<ClockEntry['kind'], 1 | -1>>> = { extend: 1, shorten: -1 };

interface Walk {
  readonly counting: boolean;
  readonly stopped: boolean;
  /** Day from which the running stretch counts. */
  readonly since: CivilDate;
  readonly countedBefore: number;
  readonly counted: number;
  readonly provisionalYears: readonly number[];
  readonly steps: readonly ClockStep[];
}

function walkLedger(entries: readonly ClockEntry[], rule: ClockRule, calendar: Calendar, today: CivilDate): Walk {
  const steps: ClockStep[] = [];
  const years = new Set<number>();
  let [counting, stopped, since, counted, countedBefore] = [false, false, (entries[0] as ClockEntry).date, 0, 0];
  entries.forEach((entry, index) => {
    if (entry.kind === 'start' || entry.kind === 'resume') [counting, since] = [true, entry.date];
    if (entry.kind === 'pause') counting = false;
    if (entry.kind === 'stop') [counting, stopped] = [false, true];
    if (counting && LENGTHENS[entry.kind] === undefined) countedBefore = counted;
    const end = entries[index + 1]?.date ?? (stopped ? entry.date : later(today, entry.date));
    const used = counting ? span(entry.date, end, rule, calendar) : 0;
    if (counting) collectProvisional(entry.date, end, calendar, years);
    counted += used;
    steps.push({ from: entry.date, to: end, counting, countedDays: used, article: entry.article, ...words(entry, used, rule) });
  });
  return { counting, stopped, since, countedBefore, counted, provisionalYears: [...years], steps };
}

const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);

function span(from: CivilDate, to: CivilDate, rule: ClockRule, calendar: Calendar): number {
  return rule.dayType === 'workday' ? workingDaysBetween(from, to, calendar) : daysBetween(from, to);
}

function collectProvisional(from: CivilDate, to: CivilDate, calendar: Calendar, years: Set<number>): void {
  for (let year = yearOf(addDays(from, 1)); year <= yearOf(to) && from < to; year++) if (dayKind(`${year}-06-01`, calendar).provisional) years.add(year);
}

/** A period used up already ends where its last day was; the working-day walk then starts again from the stretch. */
function endFrom(since: CivilDate, days: number, rule: ClockRule, calendar: Calendar): PeriodEnd {
  const left = Math.max(0, days);
  return rule.dayType === 'workday' ? addWorkingDays(since, left, calendar) : addCalendarDays(since, left, calendar);
}

function stateOf(walk: Walk, total: number): ClockReading['state'] {
  if (walk.stopped) return 'ended';
  if (!walk.counting) return 'paused';
  return walk.counted > total ? 'overdue' : 'running';
}

function words(entry: ClockEntry, used: number, rule: ClockRule): { zh: string; en: string } {
  const unit = rule.dayType === 'workday' ? '个工作日' : '日';
  const days = rule.dayType === 'workday' ? 'working days' : 'days';
  const notice = entry.noticeNumber ? `（${entry.noticeNumber}）` : '';
  const reason = entry.reason ? `：${entry.reason}` : '';
  switch (entry.kind) {
    case 'start':
      return { zh: `${entry.date} 起算，次日为第 1 日，已计 ${used} ${unit}`, en: `Started on ${entry.date}, day 1 is the next day; ${used} ${days} counted` };
    case 'pause':
      return {
        zh: `${entry.date} 起暂停计时${notice}${entry.expectedOn ? `，预计到 ${entry.expectedOn}` : ''}${reason}`,
        en: `Paused from ${entry.date}${notice}${entry.expectedOn ? `, expected to ${entry.expectedOn}` : ''}${reason}`,
      };
    case 'resume':
      return { zh: `${entry.date} 恢复，次日续算，又计 ${used} ${unit}`, en: `Resumed on ${entry.date}, counting from the next day; ${used} more ${days}` };
    case 'extend':
      return { zh: `延长 ${entry.days ?? 0} ${unit}${notice}${reason}`, en: `Extended by ${entry.days ?? 0} ${days}${notice}${reason}` };
    case 'shorten':
      return { zh: `收回延长的 ${entry.days ?? 0} ${unit}${notice}${reason}`, en: `${entry.days ?? 0} ${days} of the extension taken back${notice}${reason}` };
    case 'stop':
      return { zh: `${entry.date} 停止计时${reason}`, en: `Stopped on ${entry.date}${reason}` };
  }
}
