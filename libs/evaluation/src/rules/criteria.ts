import Decimal from 'decimal.js';
import type { FieldProblem } from '@huanbao/platform';
import { isCommitteeSize, mostRepresentatives } from './committee';
import type { Panel } from './panel';
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
export function planProblems(plan: PlanContent, priceWeight: number, panel: Panel): FieldProblem[] {
  const sum = plan.criteria.reduce((total, one) => total + one.max, 0);
  const names = plan.criteria.map(one => one.name.trim());
  const sized = isCommitteeSize(plan.committeeSize, panel.least);
  const most = mostRepresentatives(plan.committeeSize);
  return [
    ...(sized ? [] : [sizeProblem(panel)]),
    ...(!sized || plan.representatives <= most ? [] : [problem('/representatives', 'representatives', `专家不少于三分之二，${plan.committeeSize} 人的${panel.name.zh}最多 ${most} 名企业代表`, `Experts are two thirds at least: at most ${most} representatives.`)]),
    ...(sum + priceWeight === 100 ? [] : [problem('/criteria', 'weights', `评审项共 ${sum} 分，加上价格分 ${priceWeight} 分应为 100 分，请调整 ${100 - sum - priceWeight} 分`, `Criteria of ${sum} and a price of ${priceWeight} must make 100.`)]),
    ...(new Set(names).size === names.length ? [] : [problem('/criteria', 'names', '评审项的名称重复，请改成不同的名称', 'Two criteria have the same name.')]),
    ...formulaProblems(plan.formula),
  ];
}

/** 招标投标法实施条例 第二十七条: the price limit is announced; a limit above the budget would let in what cannot be paid. */
export function ceilingProblems(ceilingYuan: string | null, budgetYuan: string | null): FieldProblem[] {
  if (ceilingYuan === null) return [];
  if (new Decimal(ceilingYuan).lte(0)) return [problem('/ceilingYuan', 'range', '最高限价应大于 0', 'The price limit is above zero.')];
  return budgetYuan === null || new Decimal(ceilingYuan).lte(budgetYuan) ? [] : [problem('/ceilingYuan', 'above-budget', `最高限价不能高于预算 ${budgetYuan} 元，请修改限价或预算`, `The price limit is above the budget of CNY ${budgetYuan}.`)];
}

function sizeProblem({ name, least, basis, verified }: Panel): FieldProblem {
  return problem('/committeeSize', 'committee-size', `${name.zh}为 ${least} 人以上单数（${basis}${verified ? '' : '，未核实'}），请填 ${least}、${least + 2}、${least + 4}……`, `The ${name.en} has ${least} or more members, an odd number (${basis}).`);
}

/** 政府采购法 第四十条: nothing but the price decides among those who meet the notice. */
export function priceAloneProblems(plan: PlanContent, priceWeight: number): FieldProblem[] {
  if (priceWeight === 100 && plan.criteria.length === 0) return [];
  return [problem(priceWeight === 100 ? '/criteria' : '/priceWeight', 'price-alone', '政府采购的询价按最低报价成交（政府采购法第四十条）：请把任务的价格权重改为 100，不设其他评审项', 'A government inquiry goes to the lowest price: set the weight of the price to 100 and no criteria.')];
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
