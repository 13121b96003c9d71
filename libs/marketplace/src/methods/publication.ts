import { type FieldProblem, shanghaiDate } from '@huanbao/platform';
import Decimal from 'decimal.js';
import { Facts, regimeOf, verdictOf } from './admission';
import { Method, METHODS, MOST_INVITED } from './methods';
import { type BureauHolder, shareDuty, shareProblems } from './share-duty';
import { Almanac, earliestDeadline, fewestInvited, highestBond } from './periods';

/** What the publication looks at. */
export interface Draft extends Facts {
  readonly method: Method;
  readonly bidDeadline: Date;
  readonly approvalNumber: string | null;
  readonly approvalReason: string | null;
  readonly bondYuan: string | null;
  readonly invited: number;
  /** Keys of the bureau that are not registered. */
  readonly missingKeys: readonly BureauHolder[];
}

const problem = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });

/** Everything that keeps a draft from being published with this method, each with what to do about it. */
export function publicationProblems(draft: Draft, now: Date, almanac: Almanac): FieldProblem[] {
  return [...methodProblems(draft, almanac), ...invitationProblems(draft, almanac), ...deadlineProblems(draft, now, almanac), ...bondProblems(draft, almanac), ...shareProblems(shareDuty(draft, almanac.law), draft.missingKeys)];
}

function methodProblems(draft: Draft, { law }: Almanac): FieldProblem[] {
  if (draft.funds !== 'private' && draft.budgetYuan === null) return [problem('/budgetYuan', 'budget-needed', '使用国有或财政资金的，请填写预算：适用什么采购方式由预算决定', 'Public money needs a budget: it decides which method is lawful.')];
  if (draft.method === 'direct' && draft.budgetYuan === null) return [problem('/budgetYuan', 'price-needed', '直接委托请填写预算，作为向机构提出的价格', 'A direct commission needs the budget: it is the price you offer.')];
  const { standing, why, mend, basis } = verdictOf(draft.method, draft, law);
  if (standing === 'refused') return [problem('/method', 'method-refused', `${why.zh}。${mend?.zh ?? ''}（${basis}）`, `${why.en}. ${mend?.en ?? ''} (${basis})`)];
  if (standing === 'with-approval' && !(draft.approvalNumber && draft.approvalReason)) return [problem('/approvalNumber', 'approval-needed', `${why.zh}。${mend?.zh ?? ''}（${basis}）`, `${why.en}. ${mend?.en ?? ''} (${basis})`)];
  return [];
}

function invitationProblems({ method, invited }: Draft, { law }: Almanac): FieldProblem[] {
  const needed = fewestInvited(method, law);
  const { who, zh, en } = METHODS[method];
  if (who === 'one' && invited !== 1) return [problem('/invitedFirmIds', 'one-firm', `${zh}请选定一家机构，现在选了 ${invited} 家`, `${en}: choose one firm; ${invited} are chosen.`)];
  if (who === 'invited' && (invited < needed || invited > MOST_INVITED)) return [problem('/invitedFirmIds', 'too-few-invited', `${zh}至少邀请 ${needed} 家、最多 ${MOST_INVITED} 家机构，现在选了 ${invited} 家`, `${en}: invite ${needed} to ${MOST_INVITED} firms; ${invited} are chosen.`)];
  return [];
}

function deadlineProblems(draft: Draft, now: Date, almanac: Almanac): FieldProblem[] {
  const regime = regimeOf(draft, almanac.law);
  const earliest = regime && earliestDeadline(draft.method, regime, shanghaiDate(now), almanac);
  if (!earliest || shanghaiDate(draft.bidDeadline) >= earliest.day) return [];
  const { value, unit, basis } = earliest.provision;
  return [problem('/bidDeadline', 'deadline-below-law', `从发布到截止不得少于 ${value} ${unit}（${basis}），请改到 ${earliest.day} 或以后`, `At least ${value} ${unit === '工作日' ? 'working days' : 'days'} from the publication (${basis}): ${earliest.day} or later.`)];
}

function bondProblems({ bondYuan, budgetYuan }: Draft, { law }: Almanac): FieldProblem[] {
  if (bondYuan === null) return [];
  const highest = highestBond(budgetYuan, law);
  if (highest === null) return [problem('/budgetYuan', 'bond-needs-budget', '收取投标保证金的，请填写预算：保证金不得超过它的 2%', 'A bid bond needs the budget it is measured by.')];
  if (new Decimal(bondYuan).gt(highest)) return [problem('/bondYuan', 'bond-too-high', `投标保证金不得超过预算的 ${law('percent.bond').value}%，即 ${highest} 元（${law('percent.bond').basis}）`, `The bid bond may be at most ${law('percent.bond').value}% of the budget: CNY ${highest}.`)];
  return [];
}
