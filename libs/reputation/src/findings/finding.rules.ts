/** Civil day so many days later. */
function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day of the same number so many months later, or the last of that month. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The first day on which an officer may decide without the firm's word: the day of the notice is not counted (民法典 第二百零一条). */
export const statementEnd = (toldOn: string, days: number): string => daysAfter(toldOn, days + 1);

/** First and last day of the effect: from the decision, so many months. */
export const effectOf = (decidedOn: string, months: number): { readonly effectiveFrom: string; readonly effectiveTo: string } => ({ effectiveFrom: decidedOn, effectiveTo: daysAfter(monthsAfter(decidedOn, months), -1) });
