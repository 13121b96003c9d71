import type { Measure, PartyKind } from '../words';
import { moreThan } from './money';

export interface Thresholds {
  readonly hearing: { readonly fine: string; readonly personFine: string; readonly confiscate: string; readonly measures: readonly string[] };
  readonly review: { readonly fine: string; readonly measures: readonly string[]; readonly afterHearing: boolean };
  readonly grave: { readonly fine: string; readonly measures: readonly string[] };
}

/** What is to be imposed. */
export interface Burden {
  readonly measures: readonly Measure[];
  readonly fineYuan: string;
  readonly confiscateYuan: string;
}

/** 减轻处罚 is weighed as a grave case is, whatever its amount. */
type Weighed = Burden & { readonly mitigation?: object | null };

const reaches = (yuan: string, least: string): boolean => !moreThan(least, yuan);
const anyOf = (measures: readonly string[], listed: readonly string[]): boolean => measures.some(one => listed.includes(one));

/** Whether the party may ask for a hearing (行政处罚法 第六十三条). */
export const hearingRight = ({ hearing }: Thresholds, burden: Burden, party: PartyKind): boolean =>
  (burden.measures.includes('fine') && reaches(burden.fineYuan, party === 'person' ? hearing.personFine : hearing.fine)) || (burden.measures.includes('confiscate') && reaches(burden.confiscateYuan, hearing.confiscate)) || anyOf(burden.measures, hearing.measures);

/** Whether the lawyers must look at it before the decision (第五十八条). */
export const reviewNeeded = ({ review }: Thresholds, burden: Weighed, isHeard: boolean): boolean => burden.mitigation != null || reaches(burden.fineYuan, review.fine) || anyOf(burden.measures, review.measures) || (isHeard && review.afterHearing);

/** Whether the heads must discuss it together (第五十七条第二款). */
export const discussionNeeded = ({ grave }: Thresholds, burden: Weighed): boolean => burden.mitigation != null || reaches(burden.fineYuan, grave.fine) || anyOf(burden.measures, grave.measures);

/** 不得因陈述申辩加重处罚 (第四十五条第二款): in what the second burden is heavier than what the party was told; empty when in nothing. */
export function heavierIn(told: Burden, now: Burden): ('fine' | 'confiscate' | Measure)[] {
  return [
    ...(moreThan(now.fineYuan, told.fineYuan) ? (['fine'] as const) : []),
    ...(moreThan(now.confiscateYuan, told.confiscateYuan) ? (['confiscate'] as const) : []),
    ...now.measures.filter(one => !told.measures.includes(one) && one !== 'warning'),
  ];
}
