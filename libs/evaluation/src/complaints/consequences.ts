import type { ContractStage } from '@huanbao/marketplace';
import { Remedy, REMEDIES } from '../rules/remedy';
import type { Verdict } from '../rules/remedy';
import type { FieldProblem } from '@huanbao/platform';

/** Where a procurement stands when a complaint is decided. `open`: candidates are published; `over`: nothing is left that could be put right here. */
export type Stage = 'open' | ContractStage | 'over';

interface StageFacts {
  readonly taskState: string;
  readonly evaluationState: string;
  readonly contract: ContractStage;
}

/** Work that was handed over is performance, whether the contract says so already or not. */
export function stageOf({ taskState, evaluationState, contract }: StageFacts): Stage {
  if (taskState === 'opened') return evaluationState === 'publicity' ? 'open' : 'over';
  if (taskState === 'awarded') return contract;
  return ['delivered', 'rework', 'accepted'].includes(taskState) ? 'performed' : 'over';
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

interface Consequence extends Words {
  /** What the decision may order. */
  readonly remedies: readonly Remedy[];
  readonly basis: string;
}

const VOID = { zh: '认定中标（成交）结果无效', en: 'The award is void' };
const REVOKED = { zh: '认定中标（成交）结果无效，合同尚未履行，撤销合同', en: 'The award is void and its contract, of which nothing was performed, is revoked' };
const PERFORMED = { zh: '合同已经履行，不再重新评审；造成损失的，由当事人依法请求赔偿', en: 'The contract has been performed: damages are claimed between the parties' };
const OWN = { zh: '自愿采购的结果由双方依法处理，平台不撤销已定的结果', en: 'A voluntary procurement: the parties settle it, nothing is taken back here' };
const OVER = { zh: '采购已经结束或正在重新评审，只记录认定', en: 'The procurement has ended or is being judged anew: the finding is recorded' };
const CODE = '政府采购质疑和投诉办法（财政部令第94号）第三十二条第一款';
const TENDER = '招标投标法实施条例 第八十一条';

/** What an upheld complaint leads to once the task is awarded, by law and stage. None of the articles has been compared with the promulgated text. */
const AFTER_AWARD: Readonly<Record<'government' | 'bidding-law', Readonly<Record<ContractStage, Consequence>>>> = {
  government: {
    unsigned: { ...VOID, remedies: ['next', 'retender'], basis: `${CODE}第二项` },
    unperformed: { ...REVOKED, remedies: ['next', 'retender'], basis: `${CODE}第三项` },
    performed: { ...PERFORMED, remedies: [], basis: `${CODE}第四项` },
  },
  'bidding-law': {
    unsigned: { ...VOID, remedies: ['next', 'reevaluate', 'retender'], basis: `${TENDER}、第五十五条` },
    unperformed: { ...REVOKED, remedies: ['next', 'reevaluate', 'retender'], basis: `${TENDER}；民法典 第一百五十七条` },
    performed: { ...PERFORMED, remedies: [], basis: `${TENDER}；民法典 第一百五十七条` },
  },
};

/** An order to move up the next one is about the candidate it names: where a ruling has brought back the award of somebody else, that one stays. Where nobody is awarded any more no award stands: the order is carried out, or it is said that the procurement is over. */
export const meetsAward = ({ remedy, excludesBidId }: Pick<Verdict, 'remedy' | 'excludesBidId'>, stage: Stage, awardedBidId: string | null): boolean => remedy !== 'next' || stage === 'open' || awardedBidId === null || excludesBidId === awardedBidId;
export const ANOTHER_AWARDED = { zh: '取消的候选人不是现在的中选人，中选结果不变', en: 'The candidate that was taken off is not the one awarded now: the award stands' };

/** @param left bids that could be chosen without the awarded one; @param least the fewest the law wants among them */
export interface Choices {
  readonly left: number;
  readonly least: number;
}

/** What may follow at this stage; for an open procurement everything an objection may lead to. */
export function consequenceOf(regime: string, stage: Stage, { left, least }: Choices): Consequence {
  if (stage === 'open') return { zh: '', en: '', basis: '', remedies: Object.keys(REMEDIES) as Remedy[] };
  if (stage === 'over') return { ...OVER, basis: '', remedies: [] };
  if (regime !== 'government' && regime !== 'bidding-law') return { ...(stage === 'performed' ? PERFORMED : OWN), basis: '民法典', remedies: [] };
  const row = AFTER_AWARD[regime][stage];
  const enough = left > 0 && (regime !== 'government' || left >= least);
  return { ...row, remedies: row.remedies.filter(one => one !== 'next' || enough) };
}

/** An upheld complaint that does not touch the result leads to nothing; any other names one of what may follow. */
export function afterAwardProblems({ upheld, remedy }: Verdict, affectsResult: boolean, { remedies }: Pick<Consequence, 'remedies'>): FieldProblem[] {
  const at = (zh: string, en: string): FieldProblem[] => [{ pointer: '/remedy', code: 'remedy', zh, en }];
  const due = upheld && affectsResult && remedies.length > 0;
  if (due && !remedy) return at('投诉成立且影响采购结果的，请选择怎样处理', 'Upheld and touching the result: choose what follows.');
  if (!remedy) return [];
  if (!upheld || !affectsResult) return at('投诉不成立，或者成立但不影响采购结果的，不选择处理方式', 'Nothing follows where the complaint is not upheld or does not touch the result.');
  return remedies.includes(remedy) ? [] : at(`这个阶段只能选择：${remedies.map(one => REMEDIES[one].zh).join('、')}`, `At this stage only: ${remedies.map(one => REMEDIES[one].en).join(', ')}.`);
}
