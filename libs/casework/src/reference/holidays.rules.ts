import { dayOfWeek } from '@huanbao/calendar';
import type { HolidayYear } from '../reference.entity';
import type { HolidayYearView } from '../views/holiday-year.view';

export interface YearInput {
  readonly holidays: readonly string[];
  readonly makeupDays: readonly string[];
  readonly source: string;
}

interface Problem {
  readonly pointer: string;
  readonly zh: string;
  readonly en: string;
}

const [FIRST_YEAR, LAST_YEAR] = [2000, 2100];

/** Every day lies in the year, none is both off and worked, none comes twice, and a worked day is a weekend day. Pure. */
export function yearProblems(year: number, input: YearInput): Problem[] {
  const all = [...input.holidays.map((date, i) => ({ date, pointer: `/holidays/${i}` })), ...input.makeupDays.map((date, i) => ({ date, pointer: `/makeupDays/${i}` }))];
  const problems: Problem[] = [];
  if (year < FIRST_YEAR || year > LAST_YEAR) problems.push({ pointer: '/year', zh: `年份请填写 ${FIRST_YEAR} 到 ${LAST_YEAR} 之间`, en: `Give a year from ${FIRST_YEAR} to ${LAST_YEAR}.` });
  if (input.holidays.length === 0) problems.push({ pointer: '/holidays', zh: '请填写全年的放假日期', en: 'Give the days off of the whole year.' });
  all.forEach(({ date, pointer }, index) => {
    if (!date.startsWith(`${year}-`)) problems.push({ pointer, zh: `${date} 不在 ${year} 年内`, en: `${date} does not lie in ${year}.` });
    if (all.findIndex(other => other.date === date) !== index) problems.push({ pointer, zh: `${date} 重复出现`, en: `${date} is given twice.` });
    if (pointer.startsWith('/makeup') && ![0, 6].includes(dayOfWeek(date))) problems.push({ pointer, zh: `${date} 不是周末，不会是调休上班日`, en: `${date} is no weekend day, so it cannot be worked instead.` });
  });
  return problems;
}

interface Ends {
  readonly year: number;
  readonly running: number;
  readonly provisional: number;
}

/** The years to show, newest first. A clock that ends in a later year leans on the years before it as well. Pure. */
export function yearsShown(entered: readonly HolidayYear[], ends: readonly Ends[], thisYear: number): HolidayYearView[] {
  const years = new Set([...entered.map(each => each.year), thisYear, thisYear + 1, ...ends.map(each => each.year)]);
  return [...years].sort((a, b) => b - a).map(year => {
    const row = entered.find(each => each.year === year);
    return {
      year, state: row ? 'published' : 'provisional', holidays: row?.holidays ?? [], makeupDays: row?.makeupDays ?? [], source: row?.source ?? null, importedAt: row?.importedAt ?? null,
      runningClocks: ends.find(each => each.year === year)?.running ?? 0,
      provisionalClocks: row ? 0 : ends.filter(each => each.year >= year).reduce((sum, each) => sum + each.provisional, 0),
    };
  });
}
