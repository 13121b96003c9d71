import { AppError } from '@huanbao/platform';
import { type FindOperator, In, Not } from 'typeorm';

export type ContractState = 'due' | 'draft' | 'proposed' | 'agreed' | 'active' | 'terminated' | 'closed' | 'waived' | 'lapsed' | 'revoked';
export type ContractStep = 'draft' | 'propose' | 'recall' | 'return' | 'agree' | 'sign' | 'enact' | 'void' | 'terminate' | 'settle' | 'waive' | 'lapse' | 'revive' | 'renew' | 'revoke';
export type ContractHolder = 'enterprise' | 'firm' | 'both' | 'nobody';

interface StateRow {
  readonly zh: string;
  readonly en: string;
  readonly holder: ContractHolder;
  readonly nextZh: string;
  readonly nextEn: string;
}

interface StepRow {
  readonly from: readonly ContractState[];
  readonly to: ContractState;
  readonly zh: string;
  readonly en: string;
  /** The action of the policy that does it; null for the system. */
  readonly by: string | null;
  readonly basis: string;
}

/** Where a contract stands and who is to act. */
export const CONTRACT_STATES: Readonly<Record<ContractState, StateRow>> = {
  due: { zh: '待起草', en: 'To be drafted', holder: 'enterprise', nextZh: '按任务和中选报价起草合同', nextEn: 'Draft it from the task and the chosen bid' },
  draft: { zh: '起草中', en: 'Draft', holder: 'enterprise', nextZh: '填完后发给机构确认', nextEn: 'Complete and send to the firm' },
  proposed: { zh: '待机构确认', en: 'With the firm', holder: 'firm', nextZh: '确认条款或退回修改', nextEn: 'Agree to the terms or send them back' },
  agreed: { zh: '待签署', en: 'To be signed', holder: 'both', nextZh: '双方签署', nextEn: 'Both sides sign' },
  active: { zh: '履行中', en: 'In force', holder: 'firm', nextZh: '按里程碑提交成果，验收后付款', nextEn: 'Deliver by milestones; pay what was accepted' },
  terminated: { zh: '已解除，待结算', en: 'Ended, to be settled', holder: 'both', nextZh: '结清应付款项', nextEn: 'Settle what is owed' },
  closed: { zh: '已结算', en: 'Settled', holder: 'nobody', nextZh: '双方互评', nextEn: 'Both sides rate each other' },
  waived: { zh: '已验收待结算（未订书面合同）', en: 'Accepted without a written contract, to be settled', holder: 'both', nextZh: '登记付款、对方确认，结清后互评', nextEn: 'Record and confirm the payment; once settled both rate' },
  lapsed: { zh: '中选已取消', en: 'Award cancelled', holder: 'nobody', nextZh: '未签合同，中选已取消', nextEn: 'Nothing was signed and the award was cancelled' },
  revoked: { zh: '合同已撤销', en: 'Revoked', holder: 'nobody', nextZh: '中标、成交结果被认定无效，合同尚未履行，已撤销', nextEn: 'The award was found void before anything was performed' },
};

const CONCLUSION = '民法典 第四百九十条；招标投标法 第四十六条';

/** What can happen to a contract; a step that is not in this table cannot. */
export const CONTRACT_STEPS: Readonly<Record<ContractStep, StepRow>> = {
  draft: { from: ['due', 'draft'], to: 'draft', zh: '起草', en: 'Draft', by: 'contract.draft', basis: '民法典 第四百七十条；招标投标法 第四十六条' },
  propose: { from: ['draft'], to: 'proposed', zh: '发给机构确认', en: 'Send to the firm', by: 'contract.draft', basis: '民法典 第四百七十二条' },
  recall: { from: ['proposed', 'agreed'], to: 'draft', zh: '收回修改', en: 'Take back', by: 'contract.draft', basis: '民法典 第四百七十六条（对方签署前）' },
  return: { from: ['proposed'], to: 'draft', zh: '退回修改', en: 'Send back', by: 'contract.agree', basis: '民法典 第四百八十八条' },
  agree: { from: ['proposed'], to: 'agreed', zh: '确认条款', en: 'Agree to the terms', by: 'contract.agree', basis: '民法典 第四百七十九条' },
  sign: { from: ['agreed'], to: 'agreed', zh: '签署', en: 'Sign', by: 'contract.sign', basis: `${CONCLUSION}；电子签名法 第三条、第十四条` },
  enact: { from: ['agreed'], to: 'active', zh: '生效', en: 'Come into force', by: 'contract.sign', basis: '民法典 第五百零二条' },
  void: { from: ['active'], to: 'agreed', zh: '签署不成立，重新签署', en: 'A signature did not hold', by: null, basis: '电子签名法 第十三条' },
  terminate: { from: ['active', 'due', 'draft', 'proposed', 'agreed'], to: 'terminated', zh: '解除', en: 'End', by: 'contract.propose', basis: '民法典 第五百六十二条、第五百六十三条、第五百六十五条' },
  settle: { from: ['active', 'waived', 'terminated'], to: 'closed', zh: '结算', en: 'Settle', by: 'contract.propose', basis: '民法典 第五百五十七条、第五百六十七条' },
  waive: { from: ['due', 'draft', 'proposed', 'agreed'], to: 'waived', zh: '直接验收', en: 'Accepted without a contract', by: null, basis: '民法典 第四百九十条第二款（一方已经履行主要义务，对方接受）' },
  lapse: { from: ['due', 'draft', 'proposed', 'agreed'], to: 'lapsed', zh: '取消中选', en: 'Cancel the award', by: 'award-cancellation.cancel', basis: '招标投标法实施条例 第五十五条、第七十四条；民法典 第五百条' },
  revive: { from: ['lapsed'], to: 'draft', zh: '恢复中选', en: 'Restore the award', by: 'award-cancellation.rule', basis: '招标投标法实施条例 第六十一条' },
  revoke: { from: ['active'], to: 'revoked', zh: '撤销', en: 'Revoke', by: null, basis: '政府采购质疑和投诉办法 第三十二条第一款第三项；招标投标法实施条例 第八十一条（投诉处理决定）' },
  renew: { from: ['lapsed'], to: 'due', zh: '恢复中选', en: 'Restore the award', by: 'award-cancellation.rule', basis: '招标投标法实施条例 第六十一条' },
};

/** The state after the step. @throws AppError `contract.wrong-state` (409) listing what is possible now. */
export function follow(state: ContractState, step: ContractStep): ContractState {
  const row = CONTRACT_STEPS[step];
  if (row.from.includes(state)) return row.to;
  throw new AppError(
    'conflict',
    'contract.wrong-state',
    { zh: `合同现在是“${CONTRACT_STATES[state].zh}”，不能${row.zh}。请刷新页面查看最新进展`, en: `The contract is "${CONTRACT_STATES[state].en}": "${row.en}" is not possible. Reload to see where it stands.` },
    { extra: { state, step, possible: possibleSteps(state) } },
  );
}

export function possibleSteps(state: ContractState): ContractStep[] {
  return (Object.keys(CONTRACT_STEPS) as ContractStep[]).filter(step => CONTRACT_STEPS[step].from.includes(state));
}

/** Nothing came of the award: it was cancelled, or found void. */
export const FALLEN: readonly ContractState[] = ['lapsed', 'revoked'];

/** The contract of a task that counts: not one whose award has fallen. */
export const currentOf = (taskId: string): { taskId: string; state: FindOperator<ContractState> } => ({ taskId, state: Not(In([...FALLEN])) });

/** There is performance to be paid for, and to differ about. */
export const OWING: readonly ContractState[] = ['active', 'waived', 'terminated'];

/** Before both have signed. */
export const UNSIGNED: readonly ContractState[] = ['due', 'draft', 'proposed', 'agreed'];
