import type { FieldProblem } from '@huanbao/platform';
import Decimal from 'decimal.js';
import { ContractTerms, inconsistencies, isWork, MilestoneTerms } from './terms';

export interface ChangeFacts {
  readonly before: ContractTerms;
  readonly after: ContractTerms;
  /** Milestones delivered, accepted or paid for. */
  readonly fixed: ReadonlySet<string>;
  readonly originalYuan: string;
  readonly isPublic: boolean;
  /** How far a public contract may be raised without a procurement of its own, in percent of the award (政府采购法 第四十九条; the row `percent.raise`). */
  readonly mostRaisedPercent: number;
}

const same = (one: MilestoneTerms, other: MilestoneTerms): boolean =>
  one.name === other.name && one.dueOn === other.dueOn && new Decimal(one.amountYuan).eq(other.amountYuan) && one.payableOn === other.payableOn && one.deliverable === other.deliverable;

/** The highest price of a public contract after changes; null where the parties are free. */
export const ceilingOf = ({ originalYuan, isPublic, mostRaisedPercent }: Pick<ChangeFacts, 'originalYuan' | 'isPublic' | 'mostRaisedPercent'>): string | null =>
  isPublic ? new Decimal(originalYuan).times(100 + mostRaisedPercent).div(100).toDecimalPlaces(2, Decimal.ROUND_DOWN).toFixed(2) : null;

const problem = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });

/** What stands in the way of a change: what is done stays as it was agreed, the rest must add up again. */
export function changeProblems(facts: ChangeFacts): FieldProblem[] {
  const { before, after, fixed } = facts;
  const ceiling = ceilingOf(facts);
  return [
    ...(after.startsOn === before.startsOn ? [] : [problem('/terms/startsOn', 'begun', `合同已于 ${before.startsOn} 开始，开始日期不能修改`, `The contract began on ${before.startsOn}; that day cannot be changed`)]),
    ...inconsistencies(after).map(one => ({ ...one, pointer: `/terms${one.pointer}` })),
    ...before.milestones.filter(one => fixed.has(one.id)).flatMap(one => keptProblems(one, after.milestones)),
    ...strangers(before, after),
    ...(after.milestones.some(one => isWork(one) && !fixed.has(one.id)) ? [] : [problem('/terms/milestones', 'nothing-left', '至少保留一个尚未交付的里程碑；不再履行的，请提出结算或解除', 'Keep one milestone that is still to be delivered; otherwise settle or end the contract')]),
    ...(ceiling !== null && new Decimal(after.priceYuan).gt(ceiling) ? [problem('/terms/priceYuan', 'raised-too-much', `招标或政府采购的合同，追加后的金额最多 ${ceiling} 元（不超过原合同价的 ${facts.mostRaisedPercent}%，政府采购法第四十九条；招标项目参照）。超过的须另行采购`, `A public contract may be raised to CNY ${ceiling} at most (${facts.mostRaisedPercent} %); more needs a procurement of its own`)] : []),
  ];
}

function keptProblems(old: MilestoneTerms, after: readonly MilestoneTerms[]): FieldProblem[] {
  const nth = after.findIndex(one => one.id === old.id);
  const now = after[nth];
  if (now && same(old, now)) return [];
  return [problem(nth < 0 ? '/terms/milestones' : `/terms/milestones/${nth}`, 'milestone-fixed', `里程碑“${old.name}”已提交、验收或有付款，不能修改或删除，请照原样保留`, `"${old.name}" was delivered, accepted or paid for: keep it as it is`)];
}

/** A new milestone is due on acceptance: what is payable on signing was agreed with the signatures. */
function strangers(before: ContractTerms, after: ContractTerms): FieldProblem[] {
  const known = new Set(before.milestones.map(one => one.id));
  return after.milestones.flatMap((one, nth) =>
    !known.has(one.id) && one.payableOn === 'signing' ? [problem(`/terms/milestones/${nth}/payableOn`, 'new-on-signing', '新增的里程碑须为验收后付款', 'A new milestone is payable on acceptance')] : [],
  );
}
