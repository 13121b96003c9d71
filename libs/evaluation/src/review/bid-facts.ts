import Decimal from 'decimal.js';
import type { Condition } from '../rules/conditions';

export interface BidFact {
  readonly conditionId: string;
  readonly speaks: 'for' | 'against' | 'open';
  readonly zh: string;
  readonly en: string;
}

export interface Known {
  readonly priceYuan: string;
  readonly ceilingYuan: string | null;
  /** Day the firm has recorded its bond for; null where none is recorded. */
  readonly bondPaidOn: string | null;
}

/** What the platform's records say to a condition of a bid: it saves looking up, and decides nothing. */
export function factsOf(conditions: readonly Condition[], { priceYuan, ceilingYuan, bondPaidOn }: Known): BidFact[] {
  return conditions.flatMap(({ id }): BidFact[] => {
    if (id === 'qualification') return [{ conditionId: id, speaks: 'for', zh: '开标时平台核对：任务要求的资质在有效期内', en: 'At the opening the demanded qualifications were valid' }];
    if (id === 'ceiling' && ceilingYuan !== null) {
      const above = new Decimal(priceYuan).gt(ceilingYuan);
      return [{ conditionId: id, speaks: above ? 'against' : 'for', zh: `报价 ${priceYuan} 元${above ? '高于' : '不高于'}最高限价 ${ceilingYuan} 元`, en: `CNY ${priceYuan} is ${above ? 'above' : 'within'} the limit of CNY ${ceilingYuan}` }];
    }
    if (id === 'bond') return [bondPaidOn === null ? { conditionId: id, speaks: 'open', zh: '平台没有保证金记录，请核对附件', en: 'No bond is recorded: look at the attachments' } : { conditionId: id, speaks: 'for', zh: `机构登记 ${bondPaidOn} 已交保证金`, en: `The firm has recorded its bond on ${bondPaidOn}` }];
    return [];
  });
}
