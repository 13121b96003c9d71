import { dayOfWeek } from '@huanbao/calendar';

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

/** Every day lies in the year, none is both off and worked, none comes twice, and a worked day is a weekend day. Pure. */
export function yearProblems(year: number, input: YearInput): Problem[] {
  const all = [...input.holidays.map((date, i) => ({ date, pointer: `/holidays/${i}` })), ...input.makeupDays.map((date, i) => ({ date, pointer: `/makeupDays/${i}` }))];
  const problems: Problem[] = [];
  if (input.holidays.length === 0) problems.push({ pointer: '/holidays', zh: '请填写全年的放假日期', en: 'Give the days off of the whole year.' });
  all.forEach(({ date, pointer }, index) => {
    if (!date.startsWith(`${year}-`)) problems.push({ pointer, zh: `${date} 不在 ${year} 年内`, en: `${date} does not lie in ${year}.` });
    if (all.findIndex(other => other.date === date) !== index) problems.push({ pointer, zh: `${date} 重复出现`, en: `${date} is given twice.` });
    if (pointer.startsWith('/makeup') && ![0, 6].includes(dayOfWeek(date))) problems.push({ pointer, zh: `${date} 不是周末，不会是调休上班日`, en: `${date} is no weekend day, so it cannot be worked instead.` });
  });
  return problems;
}
