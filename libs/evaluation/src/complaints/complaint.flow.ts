import { AppError } from '@huanbao/platform';

export type ComplaintState = 'lodged' | 'accepted' | 'refused' | 'withdrawn' | 'decided';
export type ComplaintStep = 'withdraw' | 'accept' | 'refuse' | 'suspend' | 'lift' | 'decide';

interface StepRow {
  readonly from: readonly ComplaintState[];
  readonly to: ComplaintState;
  /** Only while the procedure is, or is not, suspended. */
  readonly suspended?: boolean;
  readonly zh: string;
  readonly en: string;
  readonly basis: string;
}

export const COMPLAINT_STATES: Readonly<Record<ComplaintState, { readonly zh: string; readonly en: string }>> = {
  lodged: { zh: '待决定是否受理', en: 'To be taken up or not' },
  accepted: { zh: '已受理，处理中', en: 'Taken up' },
  refused: { zh: '不予受理', en: 'Not taken up' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  decided: { zh: '已作出处理决定', en: 'Decided' },
};

/** What can happen to a complaint; a step that is not in this table cannot. */
export const COMPLAINT_STEPS: Readonly<Record<ComplaintStep, StepRow>> = {
  withdraw: { from: ['lodged', 'accepted'], to: 'withdrawn', zh: '撤回', en: 'Withdraw', basis: '工程建设项目招标投标活动投诉处理办法 第十九条' },
  accept: { from: ['lodged'], to: 'accepted', zh: '受理', en: 'Take up', basis: '招标投标法实施条例 第六十一条' },
  refuse: { from: ['lodged'], to: 'refused', zh: '不予受理', en: 'Not take up', basis: '招标投标法实施条例 第六十一条；投诉处理办法 第十二条' },
  suspend: { from: ['accepted'], to: 'accepted', suspended: false, zh: '责令暂停', en: 'Suspend the procedure', basis: '招标投标法实施条例 第六十二条' },
  lift: { from: ['accepted'], to: 'accepted', suspended: true, zh: '解除暂停', en: 'Lift the suspension', basis: '招标投标法实施条例 第六十二条' },
  decide: { from: ['accepted'], to: 'decided', zh: '作出处理决定', en: 'Decide', basis: '招标投标法实施条例 第六十一条' },
};

interface Standing {
  readonly state: ComplaintState;
  readonly suspendedAt: Date | null;
}

const fits = ({ state, suspendedAt }: Standing, step: ComplaintStep): boolean => {
  const { from, suspended } = COMPLAINT_STEPS[step];
  return from.includes(state) && (suspended === undefined || suspended === (suspendedAt !== null));
};

export const complaintStepsOf = (standing: Standing): ComplaintStep[] => (Object.keys(COMPLAINT_STEPS) as ComplaintStep[]).filter(step => fits(standing, step));

/** The state after the step. @throws AppError `tender-complaint.wrong-state` (409) listing what is possible now */
export function stepComplaint(standing: Standing, step: ComplaintStep): ComplaintState {
  if (fits(standing, step)) return COMPLAINT_STEPS[step].to;
  const [now, row] = [COMPLAINT_STATES[standing.state], COMPLAINT_STEPS[step]];
  throw new AppError('conflict', 'tender-complaint.wrong-state', { zh: `投诉现在是“${now.zh}”，不能${row.zh}。请刷新页面查看最新进展`, en: `The complaint is "${now.en}": "${row.en}" is not possible. Reload to see where it stands.` }, { extra: { state: standing.state, step, possible: complaintStepsOf(standing) } });
}

export interface Answered {
  readonly answeredAt: Date | null;
  readonly dueAt: Date;
}

/** From when the period for a complaint counts: the answer, or the end of the time for it. Null while the answer may still come (实施条例 第六十条第二款). */
export function complaintFrom({ answeredAt, dueAt }: Answered, now: Date): Date | null {
  if (answeredAt !== null) return answeredAt;
  return now > dueAt ? dueAt : null;
}
