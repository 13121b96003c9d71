/** Days of a year as the State Council's notice gives them: days off, and weekend days that are worked. */
export interface YearDays {
  readonly holidays: readonly string[];
  readonly makeupDays: readonly string[];
}

export interface Reading extends YearDays {
  /** Pieces of the text that hold dates nobody said what to do with, or that could not be read. */
  readonly unread: readonly string[];
}

const DAY_MS = 86_400_000;
const DAY = String.raw`(?:(\d{4})\s*[年/.-]\s*)?(?:(\d{1,2})\s*[月/.-]\s*)?(\d{1,2})\s*日?`;
const SPAN = new RegExp(String.raw`${DAY}\s*(?:(?:至|到|—+|–|~|～|-)\s*${DAY})?`, 'g');

/**
 * Reads the days from the text of the notice or from lines such as `1月1日至3日放假`, `1月4日上班`, `2027-01-01 放假`. What stands in brackets
 * (weekdays, the lunar calendar) and counts (`共3天`) are passed over.
 */
export function readNotice(text: string, year: number): Reading {
  const [holidays, makeup, unread] = [new Set<string>(), new Set<string>(), [] as string[]];
  for (const sentence of clean(text).split(/[。；;\n]/)) {
    let waiting: { days: string[]; piece: string }[] = [];
    for (const piece of sentence.split(/[，,、]/)) {
      const days = daysIn(piece, year, waiting.at(-1)?.days.at(-1));
      if (days === null) unread.push(piece.trim());
      else if (days.length > 0) waiting.push({ days, piece: piece.trim() });
      const target = /上班|补班/.test(piece) ? makeup : /放假|休息|休/.test(piece) ? holidays : null;
      if (!target) continue;
      waiting.forEach(each => each.days.forEach(day => target.add(day)));
      waiting = [];
    }
    unread.push(...waiting.map(each => each.piece));
  }
  return { holidays: [...holidays].sort(), makeupDays: [...makeup].sort(), unread };
}

const clean = (text: string): string => text.replace(/[（(][^）)]*[）)]/g, '').replace(/共\s*\d+\s*天/g, '').replace(/^.*?[一二三四五六七八九十]+、/gm, '');

/** Null when a date is none, such as 2月30日. */
function daysIn(piece: string, year: number, before: string | undefined): string[] | null {
  const days: string[] = [];
  for (const [, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] of piece.matchAll(SPAN)) {
    const month = fromMonth ?? before?.slice(5, 7);
    const from = civil(fromYear ?? year, month, fromDay);
    const to = toDay === undefined ? from : civil(toYear ?? fromYear ?? year, toMonth ?? month, toDay);
    if (!from || !to || to < from || daysApart(from, to) > 31) return null;
    for (let at = from; at <= to; at = next(at)) days.push(at);
  }
  return days;
}

function civil(year: string | number, month: string | undefined, day: string | undefined): string | null {
  if (!month || !day) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : text;
}

const next = (date: string): string => new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10);
const daysApart = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** The same as lines that can be read again: `1月1日至1月3日放假`. */
export function writeNotice({ holidays, makeupDays }: YearDays): string {
  return [...spans(holidays).map(([from, to]) => `${from === to ? short(from) : `${short(from)}至${short(to)}`}放假`), ...makeupDays.map(day => `${short(day)}上班`)].join('\n');
}

export function spans(days: readonly string[]): [string, string][] {
  const found: [string, string][] = [];
  for (const day of [...days].sort()) {
    const last = found.at(-1);
    if (last && next(last[1]) === day) last[1] = day;
    else found.push([day, day]);
  }
  return found;
}

export const short = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup';

/** The days of a month with their kind; `lead` is the number of empty cells before the first, weeks begin on Monday. */
export function monthOf(year: number, month: number, days: YearDays): { readonly lead: number; readonly days: readonly { readonly date: string; readonly kind: DayKind }[] } {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const list: { date: string; kind: DayKind }[] = [];
  for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = next(date)) list.push({ date, kind: kindOf(date, days) });
  return { lead: (new Date(first).getUTCDay() + 6) % 7, days: list };
}

function kindOf(date: string, { holidays, makeupDays }: YearDays): DayKind {
  if (makeupDays.includes(date)) return 'makeup';
  if (holidays.includes(date)) return 'holiday';
  return [0, 6].includes(new Date(date).getUTCDay()) ? 'weekend' : 'workday';
}
