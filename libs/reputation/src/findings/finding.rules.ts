import { addDays, monthsAfter } from '@huanbao/calendar';

/** The first day on which an officer may decide without the firm's word: the day of the notice is not counted (民法典 第二百零一条). */
export const statementEnd = (toldOn: string, days: number): string => addDays(toldOn, days + 1);

/** First and last day of the effect: from the decision, so many months. */
export const effectOf = (decidedOn: string, months: number): { readonly effectiveFrom: string; readonly effectiveTo: string } => ({ effectiveFrom: decidedOn, effectiveTo: addDays(monthsAfter(decidedOn, months), -1) });
