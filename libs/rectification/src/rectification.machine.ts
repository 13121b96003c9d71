import { defineMachine } from '@huanbao/casework';

const ORDER = '行政处罚法 第二十八条';
const OWN = '本平台约定，待主管部门核定';
const field = 'rectification.handle';
const PARTY = 'own-rectification.submit';
/** From the service of the notice to the end. */
const RUNNING = ['planning', 'plan-review', 'fixing'] as const;

/**
 * 整改: found → notice → plan → evidence → verified by somebody else → closed. Overdue and 挂牌督办 are facts of the case, not states: what is late can
 * still be mended. The deadlines stand in the notice; the lengths of clocks come with the steps.
 */
export const rectificationMachine = defineMachine({
  kind: 'rectification',
  title: { zh: '整改', en: 'Rectification' },
  numberPrefix: 'ZG',
  matter: 'none',
  page: 'rectifications',
  // a draft is the bureau's own; the party reads its cases through this room, from the notice on
  hiddenFromParty: true,
  initial: 'draft',
  states: {
    draft: { label: { zh: '待制发', en: 'Draft' }, holder: 'bureau.enforcer', next: { zh: '写明问题、要求和期限后制发通知，或者不予制发', en: 'Complete and issue the notice, or drop it' } },
    serving: { label: { zh: '待送达', en: 'To be served' }, holder: 'bureau.enforcer', next: { zh: '送达责令改正通知并登记', en: 'Serve the notice' } },
    planning: { label: { zh: '待报方案', en: 'Plan due' }, holder: 'applicant', next: { zh: '逐项填写整改措施、责任人和完成日期，提交方案', en: 'Hand in the plan' } },
    'plan-review': { label: { zh: '方案待审', en: 'Plan under review' }, holder: 'bureau.enforcer', next: { zh: '审查方案，同意或者退回', en: 'Accept or return the plan' } },
    fixing: { label: { zh: '整改中', en: 'Being mended' }, holder: 'applicant', next: { zh: '逐项整改，上传整改前后照片，完成后提交', en: 'Mend, add evidence, hand in' } },
    verifying: { label: { zh: '待核查', en: 'To be verified' }, holder: 'bureau.enforcer', next: { zh: '由没有参与检查和制发的人员核查', en: 'Verified by somebody who did not find or issue it' } },
    closed: { label: { zh: '已销号', en: 'Closed' }, final: true },
    withdrawn: { label: { zh: '已撤销', en: 'Withdrawn' }, final: true },
    dropped: { label: { zh: '不予制发', en: 'Dropped' }, final: true },
  },
  actions: {
    issue: { from: ['draft'], to: 'serving', label: { zh: '制发责令改正通知', en: 'Notice issued' }, article: ORDER, action: field, number: true },
    drop: { from: ['draft'], to: 'dropped', label: { zh: '不予制发', en: 'Dropped' }, article: ORDER, action: field, reason: 'required', visibility: 'bureau' },
    serve: { from: ['serving'], to: 'planning', label: { zh: '送达通知', en: 'Notice served' }, article: ORDER, action: field, clock: [{ do: 'start', clock: 'rectify' }] },
    'serve-plain': { from: ['serving'], to: 'fixing', label: { zh: '送达通知', en: 'Notice served' }, article: ORDER, action: field, clock: [{ do: 'start', clock: 'rectify' }] },
    'hand-in-plan': { from: ['planning'], to: 'plan-review', label: { zh: '提交整改方案', en: 'Plan handed in' }, article: ORDER, action: PARTY },
    'return-plan': { from: ['plan-review'], to: 'planning', label: { zh: '退回整改方案', en: 'Plan returned' }, article: ORDER, action: field, reason: 'required' },
    'accept-plan': { from: ['plan-review'], to: 'fixing', label: { zh: '同意整改方案', en: 'Plan accepted' }, article: ORDER, action: field },
    // a plan that waits for an officer must not cost the party its deadline
    'hand-in': { from: ['fixing', 'plan-review'], to: 'verifying', label: { zh: '提交整改结果', en: 'Handed in' }, article: ORDER, action: PARTY, clock: [{ do: 'stop', clock: 'rectify' }, { do: 'start', clock: 'verify' }] },
    pass: { from: ['verifying'], to: 'closed', label: { zh: '核查通过，销号', en: 'Verified and closed' }, article: ORDER, action: field, clock: [{ do: 'stop', clock: 'verify' }] },
    reject: { from: ['verifying'], to: 'fixing', label: { zh: '核查未通过，继续整改', en: 'Not passed' }, article: ORDER, action: field, clock: [{ do: 'stop', clock: 'verify' }, { do: 'start', clock: 'rectify' }] },
    'extend-planning': { from: ['planning'], to: 'planning', label: { zh: '同意延期', en: 'Extension granted' }, article: OWN, action: 'rectification.approve', clock: [{ do: 'extend', clock: 'rectify' }] },
    'extend-plan-review': { from: ['plan-review'], to: 'plan-review', label: { zh: '同意延期', en: 'Extension granted' }, article: OWN, action: 'rectification.approve', clock: [{ do: 'extend', clock: 'rectify' }] },
    'extend-fixing': { from: ['fixing'], to: 'fixing', label: { zh: '同意延期', en: 'Extension granted' }, article: OWN, action: 'rectification.approve', clock: [{ do: 'extend', clock: 'rectify' }] },
    withdraw: { from: ['serving', ...RUNNING, 'verifying'], to: 'withdrawn', label: { zh: '撤销通知', en: 'Notice withdrawn' }, article: '行政处罚法 第七十五条第二款', action: 'rectification.approve', reason: 'required' },
  },
  clocks: {
    // the room tells the supervisor, item by item and after an extension that was asked in time is answered
    rectify: { days: 30, article: ORDER, label: { zh: '整改', en: 'Rectification' }, lapseTold: true },
    verify: { workdays: 10, article: OWN, label: { zh: '核查', en: 'Verification' } },
  },
});

export type RectificationStep = keyof typeof rectificationMachine.actions;
export type RectificationState = keyof typeof rectificationMachine.states;
/** States in which the party mends. */
export const MENDING: readonly string[] = RUNNING;
/** States in which the party's files and words can still change. */
export const OPEN_STATES: readonly string[] = ['draft', 'serving', ...RUNNING, 'verifying'];
