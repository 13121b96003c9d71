import { dayAfter, monthsAfter } from '@huanbao/credit';

/** In months, of the dated rows. */
export interface Terms {
  readonly least: number;
  readonly most: number;
  /** From the service on, before removal can be applied for. */
  readonly removal: number;
}

export interface Span {
  /** Last day on the list by time alone. */
  readonly until: string;
  /** First day on which removal can be applied for; never later than the last day. */
  readonly removalFrom: string;
}

export const fitsTerm = ({ least, most }: Terms, months: number): boolean => months >= least && months <= most;

/** Counted from the day of service, which is the first day on the list. Pure. */
export function spanOf(servedOn: string, months: number, { removal }: Pick<Terms, 'removal'>): Span {
  const until = dayAfter(monthsAfter(servedOn, months), -1);
  const from = monthsAfter(servedOn, removal);
  return { until, removalFrom: from < until ? from : until };
}
