import { addDays } from '@huanbao/calendar';
import type { DutyStoppage, Words } from './duty';
import type { Span } from './periods';

const FOR_EVER = '9999-12-31';

/** Stoppages that touch a place: of the whole site, or of the outlet itself. */
export const stoppagesAt = (stoppages: readonly DutyStoppage[], place: string): readonly DutyStoppage[] => stoppages.filter(one => !one.outlets || one.outlets.includes(place));

/** Do these days together cover the span without a gap? Days that only touch it do not. */
export function coveredBy(days: readonly { readonly from: string; readonly to: string | null }[], span: Span): boolean {
  let open = span.from;
  for (const one of [...days].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (one.from > open) return false;
    const to = one.to ?? FOR_EVER;
    if (to >= span.to) return true;
    if (to >= open) open = addDays(to, 1);
  }
  return false;
}

/** Which stoppage it is, as people find it again: its days. */
export const stopWords = (given: readonly DutyStoppage[]): Words => wordsOf([...given].sort((a, b) => (`${a.from} ${a.to ?? ''}` < `${b.from} ${b.to ?? ''}` ? -1 : 1)));

const wordsOf = (stops: readonly DutyStoppage[]): Words => ({
  zh: stops.map(one => (one.to === null ? `${one.from} 起的停产报告` : `${one.from} 至 ${one.to} 的停产报告`)).join('、'),
  en: stops.map(one => (one.to === null ? `stoppage reported from ${one.from}` : `stoppage reported for ${one.from} to ${one.to}`)).join(', '),
});
