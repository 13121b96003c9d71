import { addDays } from '@huanbao/calendar';

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
  let last = remedy.unit === 'day' ? addDays(servedOn, remedy.length) : addMonths(servedOn, remedy.length);
  while (!isWorkday(last)) last = addDays(last, 1);
  return last;
}

export function remedySentence(remedy: Remedy): string {
  return `${remedy.zh}（《${remedy.article.replace(' ', '》')}）`;
}

/** The same day of a later month, or that month's last day. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  const last = Number(addDays(m === 12 ? `${y + 1}-01-01` : `${y}-${pad(m + 1)}-01`, -1).slice(8));
  return `${y}-${pad(m)}-${pad(Math.min(day, last))}`;
}

const pad = (value: number): string => String(value).padStart(2, '0');
