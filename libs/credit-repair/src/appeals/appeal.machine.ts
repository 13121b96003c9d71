import { defineMachine } from '@huanbao/casework';

const LAW = '信用修复管理办法';

/** 异议: the subject says that an event is wrong. While it is looked at, publication rests by rule. */
export const appealMachine = defineMachine({
  kind: 'credit-appeal',
  title: { zh: '信用信息异议', en: 'Appeal against an event of credit' },
  numberPrefix: 'XY',
  matter: 'credit',
  page: 'credit-appeals',
  papers: {
    mark: '信异', advice: '异议处理告知书',
    granted: { title: '异议处理决定书', decides: '采纳异议，撤销该信用信息' },
    refused: { title: '异议处理决定书', decides: '不采纳异议，维持该信用信息' },
  },
  initial: 'draft',
  states: {
    draft: { label: { zh: '填写中', en: 'Being filled in' }, holder: 'applicant', next: { zh: '写明理由，附上证据后提交', en: 'Say why, add evidence and hand in' } },
    submitted: { label: { zh: '待受理', en: 'To be accepted' }, holder: 'bureau.intake', next: { zh: '判断是否受理', en: 'Decide whether it is accepted' } },
    reviewing: { label: { zh: '核实中', en: 'Being looked at' }, holder: 'bureau.reviewer', next: { zh: '核实事实和依据', en: 'Check facts and basis' } },
    reviewed: { label: { zh: '待决定', en: 'To be decided' }, holder: 'bureau.approver', next: { zh: '作出处理决定', en: 'Decide' } },
    upheld: { label: { zh: '异议成立，已撤销', en: 'Upheld, event revoked' }, final: true },
    dismissed: { label: { zh: '异议不成立，维持', en: 'Dismissed' }, final: true },
    rejected: { label: { zh: '不予受理', en: 'Not accepted' }, final: true },
    withdrawn: { label: { zh: '已撤回', en: 'Withdrawn' }, final: true },
    lapsed: { label: { zh: '已无须处理', en: 'Nothing left to decide' }, final: true },
  },
  actions: {
    submit: { from: ['draft'], to: 'submitted', label: { zh: '提出异议', en: 'Appeal made' }, article: LAW, action: 'credit-appeal.submit', number: true, clock: [{ do: 'start', clock: 'acceptance' }] },
    reject: { from: ['submitted'], to: 'rejected', label: { zh: '不予受理', en: 'Not accepted' }, article: LAW, action: 'credit-appeal.accept', reason: 'required', notice: 'rejection', clock: [{ do: 'stop', clock: 'acceptance' }] },
    accept: { from: ['submitted'], to: 'reviewing', label: { zh: '受理', en: 'Accepted' }, article: LAW, action: 'credit-appeal.accept', notice: 'acceptance', clock: [{ do: 'stop', clock: 'acceptance' }, { do: 'start', clock: 'handling' }] },
    review: { from: ['reviewing'], to: 'reviewed', label: { zh: '核实完毕', en: 'Looked at' }, article: LAW, action: 'credit-appeal.verify', visibility: 'parties' },
    reviewAgain: { from: ['reviewed'], to: 'reviewing', label: { zh: '退回重新核实', en: 'To be looked at again' }, article: LAW, action: 'credit-appeal.decide', reason: 'required', visibility: 'bureau' },
    uphold: { from: ['reviewed'], to: 'upheld', label: { zh: '异议成立', en: 'Appeal upheld' }, article: LAW, action: 'credit-appeal.decide', decision: 'granted', notice: 'decision', advice: true, clock: [{ do: 'stop', clock: 'handling' }] },
    dismiss: { from: ['reviewed'], to: 'dismissed', label: { zh: '异议不成立', en: 'Appeal dismissed' }, article: LAW, action: 'credit-appeal.decide', decision: 'refused', notice: 'decision', advice: true, clock: [{ do: 'stop', clock: 'handling' }] },
    withdraw: { from: ['draft', 'submitted', 'reviewing'], to: 'withdrawn', label: { zh: '撤回异议', en: 'Withdrawn' }, article: LAW, action: 'credit-appeal.submit' },
    lapse: { from: ['draft', 'submitted', 'reviewing', 'reviewed'], to: 'lapsed', label: { zh: '信用信息已撤销、修复或到期，异议终止', en: 'The event is no longer there' }, article: LAW, action: 'credit-appeal.decide' },
  },
  clocks: {
    acceptance: { workdays: 3, article: LAW, label: { zh: '受理', en: 'Acceptance' } },
    handling: { workdays: 15, article: LAW, label: { zh: '核实和答复', en: 'Handling' } },
  },
});
