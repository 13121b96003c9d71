import Decimal from 'decimal.js';
import type { FieldProblem } from '@huanbao/platform';
import { isCommitteeSize, mostRepresentatives } from './committee';
import type { PriceFormula } from './price-score';

/** One line of the criteria; together with the price they make a hundred points. */
export interface Criterion {
  readonly id: string;
  readonly name: string;
  /** How points are given. */
  readonly guide: string;
  /** Most points, a whole number. */
  readonly max: number;
}

export interface PlanContent {
  readonly committeeSize: number;
  readonly representatives: number;
  readonly specialties: readonly string[];
  readonly formula: PriceFormula;
  readonly criteria: readonly Criterion[];
  readonly scoringDays: number;
}

const problem = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });

/** Everything that does not fit, with the field it stands in. */
export function planProblems(plan: PlanContent, priceWeight: number): FieldProblem[] {
  const sum = plan.criteria.reduce((total, one) => total + one.max, 0);
  const names = plan.criteria.map(one => one.name.trim());
  const most = isCommitteeSize(plan.committeeSize) ? mostRepresentatives(plan.committeeSize) : 0;
  return [
    ...(isCommitteeSize(plan.committeeSize) ? [] : [problem('/committeeSize', 'committee-size', '评标委员会为五人以上单数（招标投标法第三十七条），请填 5、7、9……', 'A committee has five or more members, an odd number.')]),
    ...(plan.representatives <= most ? [] : [problem('/representatives', 'representatives', `技术、经济专家不少于三分之二，${plan.committeeSize} 人的委员会最多 ${most} 名企业代表`, `Experts are two thirds at least: at most ${most} representatives.`)]),
    ...(sum + priceWeight === 100 ? [] : [problem('/criteria', 'weights', `评审项共 ${sum} 分，加上价格分 ${priceWeight} 分应为 100 分，请调整 ${100 - sum - priceWeight} 分`, `Criteria of ${sum} and a price of ${priceWeight} must make 100.`)]),
    ...(new Set(names).size === names.length ? [] : [problem('/criteria', 'names', '评审项的名称重复，请改成不同的名称', 'Two criteria have the same name.')]),
    ...formulaProblems(plan.formula),
  ];
}

function formulaProblems(formula: PriceFormula): FieldProblem[] {
  if (formula.kind === 'lowest') return [];
  const within = (value: string, most: number): boolean => new Decimal(value).gte(0) && new Decimal(value).lte(most);
  return [
    ...(within(formula.above, 100) ? [] : [problem('/formula/above', 'range', '高于基准价的扣分请填 0 到 100', 'Give 0 to 100.')]),
    ...(within(formula.below, 100) ? [] : [problem('/formula/below', 'range', '低于基准价的扣分请填 0 到 100', 'Give 0 to 100.')]),
    ...(within(formula.float, 20) ? [] : [problem('/formula/float', 'range', '下浮比例请填 0 到 20', 'Give 0 to 20.')]),
  ];
}

/** The law's bounds of the weight of the price, as dated rows hold them. */
export interface WeightBounds {
  readonly least: number;
  readonly most: number | null;
  readonly basis: string;
  readonly verified: boolean;
}

export function weightProblem(priceWeight: number, bounds: WeightBounds | null): FieldProblem | null {
  if (!bounds || (priceWeight >= bounds.least && (bounds.most === null || priceWeight <= bounds.most))) return null;
  const range = bounds.most === null ? `不低于 ${bounds.least}%` : `${bounds.least}%–${bounds.most}%`;
  return problem('/priceWeight', 'price-weight', `价格分值应为 ${range}（${bounds.basis}${bounds.verified ? '' : '，未核实'}），请修改价格权重`, `The weight of the price must be ${bounds.most === null ? `${bounds.least}% or more` : `${bounds.least}–${bounds.most}%`} (${bounds.basis}).`);
}
