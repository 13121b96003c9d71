import { addDays, monthsAfter } from '@huanbao/calendar';

/** A way to contest a decision, as it stood on the day of the decision. */
export interface Remedy {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly article: string;
  readonly length: number;
  readonly unit: 'day' | 'month';
  /** False while nobody of the bureau has compared the rule with the promulgated text. */
  readonly verified: boolean;
  /** Last day, known once the decision is served. */
  readonly until: string | null;
}

interface Rule extends Omit<Remedy, 'until'> {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** The remedies in force on a day, in the order of the rules. Pure. */
export function remediesOn(rules: readonly Rule[], date: string): Remedy[] {
  return rules
    .filter(rule => rule.validFrom <= date && (rule.validTo === null || date <= rule.validTo))
    .map(({ key, zh, en, article, length, unit, verified }) => ({ key, zh, en, article, length, unit, verified, until: null }));
}

/**
 * The last day of a remedy from the day of service, which does not count itself (民法典 第二百零一条 as the general rule).
 * A last day that is a holiday moves on to the next working day (`isWorkday`).
 */
export function remedyDeadline(remedy: Pick<Remedy, 'length' | 'unit'>, servedOn: string, isWorkday: (date: string) => boolean): string {
  let last = remedy.unit === 'day' ? addDays(servedOn, remedy.length) : monthsAfter(servedOn, remedy.length);
  while (!isWorkday(last)) last = addDays(last, 1);
  return last;
}

export function remedySentence(remedy: Remedy): string {
  return `${remedy.zh}（《${remedy.article.replace(' ', '》')}）`;
}
