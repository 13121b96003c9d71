import { AppError } from '@huanbao/platform';

export type CancellationState = 'noticed' | 'withdrawn' | 'moot' | 'cancelled' | 'accepted' | 'objected' | 'upheld' | 'revoked' | 'confirmed' | 'refused';
export type CancellationStep = 'state' | 'withdraw' | 'moot' | 'cancel' | 'accept' | 'object' | 'uphold' | 'revoke' | 'confirm' | 'refuse';
export type CancellationKind = 'cancellation' | 'complaint';

interface StateRow {
  readonly zh: string;
  readonly en: string;
}

interface StepRow {
  readonly of: readonly CancellationKind[];
  readonly from: readonly CancellationState[];
  readonly to: CancellationState;
  readonly zh: string;
  readonly en: string;
  readonly basis: string;
}

export const CANCELLATION_STATES: Readonly<Record<CancellationState, StateRow>> = {
  noticed: { zh: '已告知，听取意见', en: 'Noticed, the other side may answer' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  moot: { zh: '合同已签或中选结果无效，自动终结', en: 'Signed meanwhile, or the award was found void' },
  cancelled: { zh: '中选已取消，异议期内', en: 'Award cancelled, objection possible' },
  accepted: { zh: '中选已取消，机构无异议', en: 'Award cancelled, not contested' },
  objected: { zh: '机构提出异议，待裁定', en: 'Contested, before the bureau' },
  upheld: { zh: '裁定维持取消', en: 'Cancellation upheld' },
  revoked: { zh: '裁定撤销取消，恢复中选', en: 'Cancellation revoked, award restored' },
  confirmed: { zh: '投诉成立', en: 'Complaint justified' },
  refused: { zh: '投诉不成立', en: 'Complaint not justified' },
};

const BOTH: readonly CancellationKind[] = ['cancellation', 'complaint'];

/** What can happen to a notice and to a complaint; a step that is not in this table cannot. */
export const CANCELLATION_STEPS: Readonly<Record<CancellationStep, StepRow>> = {
  state: { of: BOTH, from: ['noticed'], to: 'noticed', zh: '陈述意见', en: 'Answer', basis: '民法典 第五百条（诚信磋商）' },
  withdraw: { of: BOTH, from: ['noticed'], to: 'withdrawn', zh: '撤回', en: 'Withdraw', basis: '民法典 第四百七十五条（参照）' },
  moot: { of: BOTH, from: ['noticed'], to: 'moot', zh: '失去对象，自动终结', en: 'Without an object', basis: '民法典 第四百九十条' },
  cancel: { of: ['cancellation'], from: ['noticed'], to: 'cancelled', zh: '取消中选', en: 'Cancel the award', basis: '招标投标法实施条例 第五十五条、第七十四条' },
  accept: { of: ['cancellation'], from: ['cancelled'], to: 'accepted', zh: '确认无异议', en: 'Accept', basis: '民法典 第五条（自愿）' },
  object: { of: ['cancellation'], from: ['cancelled'], to: 'objected', zh: '提出异议', en: 'Object', basis: '招标投标法 第六十五条；招标投标法实施条例 第六十条' },
  uphold: { of: ['cancellation'], from: ['objected'], to: 'upheld', zh: '维持取消', en: 'Uphold', basis: '招标投标法实施条例 第六十一条' },
  revoke: { of: ['cancellation'], from: ['objected'], to: 'revoked', zh: '撤销取消', en: 'Revoke', basis: '招标投标法实施条例 第六十一条' },
  confirm: { of: ['complaint'], from: ['noticed'], to: 'confirmed', zh: '认定投诉成立', en: 'Find justified', basis: '招标投标法实施条例 第六十一条、第七十三条' },
  refuse: { of: ['complaint'], from: ['noticed'], to: 'refused', zh: '认定投诉不成立', en: 'Find not justified', basis: '招标投标法实施条例 第六十一条' },
};

/** The state after the step. @throws AppError `award-cancellation.wrong-state` (409) listing what is possible now. */
export function proceed({ kind, state }: { readonly kind: CancellationKind; readonly state: CancellationState }, step: CancellationStep): CancellationState {
  const row = CANCELLATION_STEPS[step];
  if (row.of.includes(kind) && row.from.includes(state)) return row.to;
  throw new AppError(
    'conflict',
    'award-cancellation.wrong-state',
    { zh: `现在是“${CANCELLATION_STATES[state].zh}”，不能${row.zh}。请刷新页面查看最新进展`, en: `It is "${CANCELLATION_STATES[state].en}": "${row.en}" is not possible. Reload to see where it stands.` },
    { extra: { state, step, possible: stepsOf(kind, state) } },
  );
}

export const stepsOf = (kind: CancellationKind, state: CancellationState): CancellationStep[] =>
  (Object.keys(CANCELLATION_STEPS) as CancellationStep[]).filter(step => CANCELLATION_STEPS[step].of.includes(kind) && CANCELLATION_STEPS[step].from.includes(state));

/** Whether the cancellation can still fall: until then nobody is chosen in the firm's place and the procurement does not end. */
export const isOpenToRuling = ({ state, objectDue }: { readonly state: CancellationState; readonly objectDue: Date | null }, now: Date): boolean =>
  state === 'objected' || (state === 'cancelled' && objectDue !== null && now <= objectDue);

/** The award does not stand. */
export const IN_EFFECT: readonly CancellationState[] = ['cancelled', 'accepted', 'objected', 'upheld'];
