import type { FieldProblem } from '@huanbao/platform';
import Decimal from 'decimal.js';
import type { ServiceTask } from '../marketplace.entity';
import { regimeOf, verdictOf } from './admission';
import type { Law } from './law';
import { METHODS, Regime, REGIMES } from './methods';

export type Classed = Pick<ServiceTask, 'method' | 'funds' | 'subject' | 'regime' | 'budgetYuan' | 'approvalNumber' | 'approvalReason'>;
/** `offer` and `award` settle a price; `change` raises that of a contract, for which the law has a ceiling of its own. */
export type PriceMoment = 'offer' | 'award' | 'change';

/** How much the laws ask: a price must not lead from a lighter to a heavier one. */
const WEIGHT: Readonly<Record<Regime, number>> = { voluntary: 0, government: 1, 'bidding-law': 2 };

/**
 * The law of public money is classed by the budget when a task is published. A price that was not announced then (a counter-offer, a bid
 * above the budget, a change) is held against the same limits again: what would have needed another procedure needs it now.
 */
export function priceProblem(task: Classed, priceYuan: string, { moment, law, pointer }: { moment: PriceMoment; law: Law; pointer: string }): FieldProblem | null {
  if (task.funds === 'private') return null;
  const problem = (code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });
  const facts = { funds: task.funds, subject: task.subject, budgetYuan: priceYuan };
  const regime = regimeOf(facts, law) ?? task.regime;
  if (WEIGHT[regime] > WEIGHT[task.regime])
    return problem('law-class', `按 ${priceYuan} 元计，本项目属于${REGIMES[regime].zh}，发布时按${REGIMES[task.regime].zh}办理的程序不再适用。请把价格降到限额以下，或终止后按预算重新组织`, `At CNY ${priceYuan} this falls under another law (${REGIMES[regime].en}) than it was published under. Agree on less, or end it and begin anew with the right budget.`);
  const { standing, why, basis } = verdictOf(task.method, facts, law);
  const lacks = standing === 'refused' || (standing === 'with-approval' && !(task.approvalNumber && task.approvalReason));
  if (WEIGHT[regime] === WEIGHT[task.regime] && lacks)
    return problem('law-method', `按 ${priceYuan} 元计，${why.zh}（${basis}），不能用${METHODS[task.method].zh}定价。请把价格降到限额以下，或终止后重新组织`, `At CNY ${priceYuan}: ${why.en} (${basis}). Agree on less, or end it and begin anew.`);
  if (moment !== 'change' && task.regime === 'government' && task.budgetYuan !== null && new Decimal(priceYuan).gt(task.budgetYuan))
    return problem('over-budget', `政府采购的成交价不能超过预算 ${task.budgetYuan} 元（财政部令第 87 号第六十三条，未核实）。请降价，或调整预算后重新组织`, `Under the law on government procurement the price stays within the budget of CNY ${task.budgetYuan}. Agree on less, or begin anew with another budget.`);
  return null;
}
