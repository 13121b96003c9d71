/** Months as texts `YYYY-MM`, days as `YYYY-MM-DD`: civil dates without any zone. */
const pad = (n: number): string => String(n).padStart(2, '0');

export const isMonth = (text: string | undefined): text is string => text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export function addMonths(month: string, count: number): string {
  const total = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${Math.floor(total / 12)}-${pad((total % 12) + 1)}`;
}

export function addDays(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** 0 for Monday. */
const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Whole weeks, Monday to Sunday, that a month touches. */
export function weeksOf(month: string): string[][] {
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const first = `${month}-01`;
  const weeks: string[][] = [];
  for (let day = addDays(first, -weekday(first)); day <= last; day = addDays(day, 7)) weeks.push(Array.from({ length: 7 }, (_, at) => addDays(day, at)));
  return weeks;
}

export const lastDay = (month: string): string => addDays(`${addMonths(month, 1)}-01`, -1);
