/** A civil date `YYYY-MM-DD` of Asia/Shanghai. No time zone is ever applied to it. */
export type CivilDate = string;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

function serial(date: CivilDate): number {
  const match = FORM.exec(date);
  const ms = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : NaN;
  if (!match || new Date(ms).toISOString().slice(0, 10) !== date) throw new RangeError(`Not a civil date: ${date}`);
  return ms / DAY_MS;
}

const fromSerial = (days: number): CivilDate => new Date(days * DAY_MS).toISOString().slice(0, 10);

export function isCivilDate(text: string): boolean {
  try {
    serial(text);
    return true;
  } catch {
    return false;
  }
}

/** @throws RangeError when `date` is not a civil date. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromSerial(serial(date) + days);
}

/**
 * The day of the same number so many months later (earlier where `months` is negative), or the last day of a month that has no such day
 * (民法典 第二百零二条). @throws RangeError when `date` is not a civil date.
 */
export function monthsAfter(date: CivilDate, months: number): CivilDate {
  serial(date);
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const first = new Date(Date.UTC(Math.floor(count / 12), ((count % 12) + 12) % 12, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first.toISOString().slice(0, 10), Math.min(Number(date.slice(8)), last) - 1);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return serial(to) - serial(from);
}

/** 0 Sunday … 6 Saturday. */
export function dayOfWeek(date: CivilDate): number {
  return (((serial(date) + 4) % 7) + 7) % 7;
}

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
