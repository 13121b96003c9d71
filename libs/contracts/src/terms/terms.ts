import { addDays, isCivilDate } from '@huanbao/calendar';
import type { FieldProblem } from '@huanbao/platform';
import Decimal from 'decimal.js';

/**
 * `signing`: payable as soon as both have signed, nothing is delivered for it (预付款); `acceptance`: once the client has accepted it; `approval`: once it was accepted
 * and the bureau has approved what it was used for, an application or a report.
 */
export type PayableOn = 'signing' | 'acceptance' | 'approval';
export const PAYABLE_ON: readonly PayableOn[] = ['signing', 'acceptance', 'approval'];
export const PAYABLE_WORDS: Readonly<Record<PayableOn, string>> = { signing: '签订后', acceptance: '验收后', approval: '主管部门认可后' };

/** Whether something is handed over for it. */
export const isWork = ({ payableOn }: { readonly payableOn: PayableOn }): boolean => payableOn !== 'signing';
/** Accepted, and not payable before the bureau has approved it. */
export const awaitsApproval = ({ payableOn, approvedAt }: { readonly payableOn: PayableOn; readonly approvedAt: Date | null }): boolean => payableOn === 'approval' && approvedAt === null;

export interface MilestoneTerms {
  readonly id: string;
  readonly name: string;
  readonly dueOn: string;
  readonly amountYuan: string;
  readonly payableOn: PayableOn;
  readonly deliverable: string;
}

/** What the two sides bind themselves to. */
export interface ContractTerms {
  readonly priceYuan: string;
  readonly startsOn: string;
  readonly durationDays: number;
  readonly scope: string;
  readonly deliverables: readonly string[];
  readonly milestones: readonly MilestoneTerms[];
  readonly acceptance: string;
  readonly confidentiality: string;
  readonly liability: string;
  readonly disputes: string;
  readonly other: string;
}

/** The chosen bid, which the contract must not depart from. */
export interface ChosenBid {
  readonly priceYuan: string;
  readonly durationDays: number;
  readonly byLaw: boolean;
}

export const MOST_MILESTONES = 30;

const problem = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });

const LAWFUL = { zh: '招标投标法第四十六条：合同的标的、价款、履行期限等主要条款应当与中标文件一致', en: 'Article 46 of the Tendering Law: price and period must be those of the bid' };
const CIVIL = { zh: '民法典第四百八十八条：改变价款、履行期限是新的要约，不是对报价的承诺', en: 'Article 488 of the Civil Code: another price or period is a new offer, not the acceptance of the bid' };

/** Price and period as bid. What else was agreed may be written more exactly, these may not be changed before the signing. */
export function departures(terms: Pick<ContractTerms, 'priceYuan' | 'durationDays'>, bid: ChosenBid): FieldProblem[] {
  const why = bid.byLaw ? LAWFUL : CIVIL;
  return [
    ...(new Decimal(terms.priceYuan).eq(bid.priceYuan) ? [] : [problem('/priceYuan', 'departs-from-bid', `合同价须等于中选报价 ${bid.priceYuan} 元（${why.zh}）`, `The price must be the bid's CNY ${bid.priceYuan} (${why.en})`)]),
    ...(terms.durationDays === bid.durationDays ? [] : [problem('/durationDays', 'departs-from-bid', `工期须等于中选报价的 ${bid.durationDays} 天（${why.zh}）`, `The period must be the bid's ${bid.durationDays} days (${why.en})`)]),
  ];
}

export const sumOf = (amounts: readonly string[]): Decimal => amounts.reduce((sum, one) => sum.plus(one), new Decimal(0));

export const endOf = (terms: Pick<ContractTerms, 'startsOn' | 'durationDays'>): string => addDays(terms.startsOn, terms.durationDays);

/** What holds for terms at any time: the amounts are the price, the days lie within the period, there is something to accept. */
export function inconsistencies(terms: ContractTerms): FieldProblem[] {
  if (!isCivilDate(terms.startsOn)) return [problem('/startsOn', 'date', '请填写日历上有的日期，例如 2026-12-01', 'A date of the calendar, e.g. 2026-12-01')];
  return [...amountProblems(terms), ...dayProblems(terms), ...nameProblems(terms)];
}

function amountProblems({ priceYuan, milestones }: ContractTerms): FieldProblem[] {
  const sum = sumOf(milestones.map(one => one.amountYuan));
  const over = sum.minus(priceYuan);
  const found: FieldProblem[] = [];
  if (!over.isZero())
    found.push(problem('/milestones', 'amounts', `各里程碑金额合计 ${sum.toFixed(2)} 元，${over.isPositive() ? '多' : '少'} ${over.abs().toFixed(2)} 元；合计须正好等于合同价 ${new Decimal(priceYuan).toFixed(2)} 元`, `The amounts add up to CNY ${sum.toFixed(2)}, ${over.abs().toFixed(2)} too ${over.isPositive() ? 'much' : 'little'}; they must make the price of CNY ${new Decimal(priceYuan).toFixed(2)}`));
  if (!milestones.some(isWork)) found.push(problem('/milestones', 'nothing-to-accept', '至少要有一个验收后付款的里程碑', 'At least one milestone must be payable on acceptance'));
  return found;
}

function dayProblems(terms: ContractTerms): FieldProblem[] {
  const last = endOf(terms);
  return terms.milestones.flatMap((one, nth) => {
    if (!isCivilDate(one.dueOn)) return [problem(`/milestones/${nth}/dueOn`, 'date', '请填写日历上有的日期，例如 2026-12-01', 'A date of the calendar, e.g. 2026-12-01')];
    if (one.dueOn >= terms.startsOn && one.dueOn <= last) return [];
    return [problem(`/milestones/${nth}/dueOn`, 'outside-period', `里程碑日期须在合同期内（${terms.startsOn} 至 ${last}）`, `The day must lie within the contract (${terms.startsOn} to ${last})`)];
  });
}

function nameProblems({ milestones }: ContractTerms): FieldProblem[] {
  return milestones.flatMap((one, nth) =>
    milestones.findIndex(other => other.name === one.name) === nth ? [] : [problem(`/milestones/${nth}/name`, 'same-name', '里程碑名称不要重复，付款和验收时才分得清', 'Give each milestone a name of its own')],
  );
}
