import { dayOfWeek, yearOf, type CivilDate } from './civil-date';

export type { CivilDate };

/** One year of the State Council's notice on holidays. */
export interface HolidayYear {
  readonly year: number;
  /** Days off, weekends inside the holidays included. */
  readonly holidays: readonly CivilDate[];
  /** Weekend days that are worked (调休). */
  readonly makeup: readonly CivilDate[];
  /** The notice: issuer and number. */
  readonly source: string;
}

/** The published years. A year that is missing has not been published. */
export type Calendar = readonly HolidayYear[];

export interface DayKind {
  readonly working: boolean;
  /** True in a year without a published table: only weekends are known, so the answer may change. */
  readonly provisional: boolean;
}

/** Whether a day counts as a working day, and whether that is certain (行政许可法 art. 82: 不含法定节假日). */
export function dayKind(date: CivilDate, calendar: Calendar): DayKind {
  const weekend = [0, 6].includes(dayOfWeek(date));
  const year = calendar.find(each => each.year === yearOf(date));
  if (!year) return { working: !weekend, provisional: true };
  if (year.makeup.includes(date)) return { working: true, provisional: false };
  return { working: !weekend && !year.holidays.includes(date), provisional: false };
}

export const isWorkingDay = (date: CivilDate, calendar: Calendar): boolean => dayKind(date, calendar).working;
