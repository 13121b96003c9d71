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

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return serial(to) - serial(from);
}

/** 0 Sunday … 6 Saturday. */
export function dayOfWeek(date: CivilDate): number {
  return (((serial(date) + 4) % 7) + 7) % 7;
}

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
