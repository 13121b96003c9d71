/** How often an item is entered. `batch` and `event` have no day on which one is missing. */
export const RHYTHMS = ['shift', 'day', 'week', 'month', 'quarter', 'half-year', 'year', 'batch', 'event'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export interface Frequency {
  readonly rhythm: Rhythm;
  /** Of one day, for `shift`. */
  readonly shifts: number;
}

const SHIFTS_WHEN_NOT_SAID = 3;
const CHINESE = '零一二三四';

/** Words of a frequency as permits write them, the most particular first. */
const WORDS: readonly [RegExp, Rhythm][] = [
  [/批|batch/i, 'batch'],
  [/工况|变化|变更|发生|异常|event/i, 'event'],
  [/班|shift/i, 'shift'],
  [/半年|half/i, 'half-year'],
  [/季|quarter/i, 'quarter'],
  [/月|month/i, 'month'],
  [/周|星期|week/i, 'week'],
  [/日|天|day|daily/i, 'day'],
  [/年|year/i, 'year'],
];

/** Reads `shift`, `1次/日（班）`, `每班1次，每日四班` or `1次/年或变化时`; undefined for words that name no frequency. */
export function frequencyOf(words: string): Frequency | undefined {
  const text = words.trim();
  // 1次/日（班）: the day is demanded, the shift is allowed; 1次/年或变化时: the year is what can be missed
  const plain = text.replace(/[（(][^）)]*[)）]/g, '').replace(/或.*$/, '');
  const found = WORDS.find(([pattern]) => pattern.test(plain)) ?? WORDS.find(([pattern]) => pattern.test(text));
  return found && { rhythm: found[1], shifts: found[1] === 'shift' ? shiftsIn(text) : 1 };
}

function shiftsIn(text: string): number {
  const match = /([1-4一二三四两])\s*(?:个)?班(?!1|一次)/.exec(text);
  if (!match?.[1]) return SHIFTS_WHEN_NOT_SAID;
  if (match[1] === '两') return 2;
  return CHINESE.includes(match[1]) ? CHINESE.indexOf(match[1]) : Number(match[1]);
}

const ORDER: readonly Rhythm[] = RHYTHMS;

/** The tighter of two demands. */
export const tighter = (one: Frequency, other: Frequency): Frequency => (ORDER.indexOf(one.rhythm) <= ORDER.indexOf(other.rhythm) ? one : other);

/** First and last day of the period of a rhythm that holds a day; null for rhythms without periods. */
export function periodOf(rhythm: Rhythm, day: string): { readonly from: string; readonly to: string } | null {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  switch (rhythm) {
    case 'batch': case 'event': return null;
    case 'shift': case 'day': return { from: day, to: day };
    case 'week': return weekOf(day);
    case 'month': return months(year, month, month);
    case 'quarter': return months(year, month - ((month - 1) % 3), month - ((month - 1) % 3) + 2);
    case 'half-year': return month <= 6 ? months(year, 1, 6) : months(year, 7, 12);
    case 'year': return months(year, 1, 12);
  }
}

const DAY_MS = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

function weekOf(day: string): { from: string; to: string } {
  const time = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return { from: iso(time - sinceMonday * DAY_MS), to: iso(time + (6 - sinceMonday) * DAY_MS) };
}

function months(year: number, first: number, last: number): { from: string; to: string } {
  return { from: iso(Date.UTC(year, first - 1, 1)), to: iso(Date.UTC(year, last, 0)) };
}

/** Every day of a span, both ends included. */
export function daysOf(from: string, to: string): string[] {
  const days = [];
  for (let time = Date.parse(`${from}T00:00:00Z`); time <= Date.parse(`${to}T00:00:00Z`); time += DAY_MS) days.push(iso(time));
  return days;
}
