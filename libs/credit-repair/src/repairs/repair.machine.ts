import { defineMachine } from '@huanbao/casework';

const LAW = '信用修复管理办法';

/** 信用修复: one application, one event. Its periods are dated reference data; the lengths here hold where none is loaded. */
export const repairMachine = defineMachine({
  kind: 'credit-repair',
  title: { zh: '信用修复申请', en: 'Application for credit repair' },
  numberPrefix: 'XF',
  matter: 'credit',
  page: 'credit-repairs',
  papers: {
    mark: '信修', advice: '信用修复告知书', withdrawal: '撤销信用修复决定书',
    granted: { title: '信用修复决定书', decides: '准予信用修复' },
    refused: { title: '不予信用修复决定书', decides: '不予信用修复' },
  },
  initial: 'draft',
  states: {
    draft: { label: { zh: '填写中', en: 'Being filled in' }, holder: 'applicant', next: { zh: '备齐证明，作出承诺后提交', en: 'Add the proofs, commit and hand in' } },
    submitted: { label: { zh: '待受理', en: 'To be accepted' }, holder: 'bureau.intake', next: { zh: '核对材料，受理或一次性告知补正', en: 'Check the papers; accept, or say once what is missing' } },
    correcting: { label: { zh: '补正中', en: 'To be completed' }, holder: 'applicant', next: { zh: '按告知补齐材料后重新提交', en: 'Complete the papers and hand in again' } },
    verifying: { label: { zh: '核实中', en: 'Being verified' }, holder: 'bureau.reviewer', next: { zh: '核实整改和履行情况', en: 'Verify what was mended and performed' } },
    verified: { label: { zh: '待决定', en: 'To be decided' }, holder: 'bureau.approver', next: { zh: '作出修复决定', en: 'Decide' } },
    granted: { label: { zh: '已修复', en: 'Repaired' }, final: true },
    refused: { label: { zh: '不予修复', en: 'Not repaired' }, final: true },
    rejected: { label: { zh: '不予受理', en: 'Not accepted' }, final: true },
    withdrawn: { label: { zh: '已撤回', en: 'Withdrawn' }, final: true },
    lapsed: { label: { zh: '已无须修复', en: 'Nothing left to repair' }, final: true },
  },
  actions: {
    submit: { from: ['draft'], to: 'submitted', label: { zh: '提交申请', en: 'Handed in' }, article: LAW, action: 'credit-repair.submit', number: true, clock: [{ do: 'start', clock: 'acceptance' }] },
    requestCorrection: { from: ['submitted'], to: 'correcting', label: { zh: '告知补正', en: 'Completion asked for' }, article: LAW, action: 'credit-repair.accept', correction: 'request', notice: 'correction', clock: [{ do: 'stop', clock: 'acceptance' }, { do: 'start', clock: 'correction' }] },
    resubmit: { from: ['correcting'], to: 'submitted', label: { zh: '补正后提交', en: 'Handed in again' }, article: LAW, action: 'credit-repair.submit', correction: 'resubmit', clock: [{ do: 'stop', clock: 'correction' }, { do: 'start', clock: 'acceptance' }] },
    reject: { from: ['submitted'], to: 'rejected', label: { zh: '不予受理', en: 'Not accepted' }, article: LAW, action: 'credit-repair.accept', reason: 'required', notice: 'rejection', clock: [{ do: 'stop', clock: 'acceptance' }] },
    accept: { from: ['submitted'], to: 'verifying', label: { zh: '受理', en: 'Accepted' }, article: LAW, action: 'credit-repair.accept', notice: 'acceptance', clock: [{ do: 'stop', clock: 'acceptance' }, { do: 'start', clock: 'verification' }] },
    verify: { from: ['verifying'], to: 'verified', label: { zh: '核实完毕', en: 'Verified' }, article: LAW, action: 'credit-repair.verify', visibility: 'parties' },
    verifyAgain: { from: ['verified'], to: 'verifying', label: { zh: '退回重新核实', en: 'To be verified again' }, article: LAW, action: 'credit-repair.decide', reason: 'required', visibility: 'bureau' },
    grant: { from: ['verified'], to: 'granted', label: { zh: '准予修复', en: 'Repair granted' }, article: LAW, action: 'credit-repair.decide', decision: 'granted', notice: 'decision', advice: true, clock: [{ do: 'stop', clock: 'verification' }] },
    refuse: { from: ['verified'], to: 'refused', label: { zh: '不予修复', en: 'Repair refused' }, article: LAW, action: 'credit-repair.decide', decision: 'refused', notice: 'decision', advice: true, clock: [{ do: 'stop', clock: 'verification' }] },
    withdraw: { from: ['draft', 'submitted', 'correcting', 'verifying'], to: 'withdrawn', label: { zh: '撤回申请', en: 'Withdrawn' }, article: LAW, action: 'credit-repair.submit' },
    // the event was revoked, or has ended by itself, in the meantime
    lapse: { from: ['draft', 'submitted', 'correcting', 'verifying', 'verified'], to: 'lapsed', label: { zh: '失信信息已撤销或到期，申请终止', en: 'The event is revoked or over' }, article: LAW, action: 'credit-repair.decide' },
  },
  clocks: {
    acceptance: { workdays: 3, article: LAW, label: { zh: '受理', en: 'Acceptance' } },
    correction: { workdays: 10, article: LAW, label: { zh: '补正', en: 'Completion' } },
    verification: {
      workdays: 10, article: LAW, label: { zh: '核实和决定', en: 'Verification and decision' },
      pauses: ([['site-check', '现场核查', 'On-site check'], ['monitoring', '监测', 'Monitoring'], ['appraisal', '鉴定', 'Appraisal']] as const).map(([key, zh, en]) => ({ key, label: { zh, en }, article: '山西省企业环境信用评价试点（现场核查、监测、鉴定时间不计）' })),
    },
  },
});
