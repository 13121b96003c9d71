import { defineMachine } from '@huanbao/casework';

export const LAW = '企业环境信用评价办法（试行）（环发〔2013〕150号）';

/**
 * 年度环境信用评价 of one enterprise: listed, reported by itself, checked by the county, reviewed by the city, made public, objected to,
 * approved, published. The last days of the stages stand in the plan of the year; two periods run as clocks of the case.
 */
export const evaluationMachine = defineMachine({
  kind: 'credit-evaluation',
  title: { zh: '年度环境信用评价', en: 'Annual evaluation of environmental credit' },
  numberPrefix: 'PJ',
  matter: 'credit',
  page: 'credit-evaluations',
  initial: 'listed',
  states: {
    listed: { label: { zh: '已列入名单', en: 'Listed' }, holder: 'system', next: { zh: '公布名单后开始自查自报', en: 'The report begins when the list is published' } },
    reporting: { label: { zh: '自查自报', en: 'Self-report' }, holder: 'applicant', next: { zh: '逐项填写并提交自查自报', en: 'Fill in the indicators and hand in' } },
    checking: { label: { zh: '县级初核', en: 'County check' }, holder: 'bureau.reviewer', next: { zh: '逐项核对自报内容', en: 'Check indicator by indicator' } },
    reviewing: { label: { zh: '市级复核', en: 'City review' }, holder: 'bureau.approver', next: { zh: '由另一人复核初核意见', en: 'Another person reviews the check' } },
    reviewed: { label: { zh: '待公示', en: 'To be made public' }, holder: 'bureau.supervisor', next: { zh: '开始公示', en: 'Begin the publicity' } },
    publicity: { label: { zh: '公示中', en: 'In publicity' }, holder: 'public', next: { zh: '公示期内可以提出异议', en: 'Objections may be made' } },
    objection: { label: { zh: '异议复核', en: 'Objection' }, holder: 'bureau.reviewer', next: { zh: '由未参与初核、复核的人员复核并答复', en: 'Somebody who took no part re-checks and answers' } },
    approved: { label: { zh: '已审定，待公布', en: 'Approved, to be published' }, holder: 'bureau.supervisor', next: { zh: '五个工作日内公布', en: 'Publish within five working days' } },
    correcting: { label: { zh: '待更正', en: 'To be corrected' }, holder: 'bureau.reviewer', next: { zh: '核对新旧结果，提出更正', en: 'Compare old and new and propose the correction' } },
    deciding: { label: { zh: '更正待决定', en: 'Correction to be decided' }, holder: 'bureau.approver', next: { zh: '由另一人决定更正', en: 'Another person decides on the correction' } },
    published: { label: { zh: '已公布', en: 'Published' }, final: true },
    dropped: { label: { zh: '已移出名单', en: 'Taken off the list' }, final: true },
  },
  actions: {
    announce: { from: ['listed'], to: 'reporting', label: { zh: '公布参评名单', en: 'List published' }, article: LAW, action: 'evaluation-year.run', number: true },
    submit: { from: ['reporting'], to: 'checking', label: { zh: '提交自查自报', en: 'Self-report handed in' }, article: LAW, action: 'credit-evaluation.submit' },
    takeUp: { from: ['reporting'], to: 'checking', label: { zh: '逾期未报，直接初核', en: 'Not reported, checked without it' }, article: LAW, action: 'credit-evaluation.check' },
    giveBack: { from: ['checking'], to: 'reporting', label: { zh: '退回企业补充', en: 'Given back to the enterprise' }, article: LAW, action: 'credit-evaluation.check', reason: 'required' },
    check: { from: ['checking'], to: 'reviewing', label: { zh: '完成初核', en: 'Checked' }, article: LAW, action: 'credit-evaluation.check' },
    sendBack: { from: ['reviewing'], to: 'checking', label: { zh: '退回重新初核', en: 'To be checked again' }, article: LAW, action: 'credit-evaluation.review', reason: 'required', visibility: 'bureau' },
    confirm: { from: ['reviewing'], to: 'reviewed', label: { zh: '复核通过', en: 'Review confirmed' }, article: LAW, action: 'credit-evaluation.review' },
    makePublic: { from: ['reviewed'], to: 'publicity', label: { zh: '开始公示', en: 'Publicity begun' }, article: LAW, action: 'evaluation-year.run', visibility: 'public' },
    object: { from: ['publicity'], to: 'objection', label: { zh: '提出异议', en: 'Objected' }, article: LAW, action: 'credit-evaluation.object', clock: [{ do: 'start', clock: 'recheck' }] },
    answer: { from: ['objection'], to: 'publicity', label: { zh: '复核并答复异议', en: 'Objection answered' }, article: LAW, action: 'credit-evaluation.recheck', clock: [{ do: 'stop', clock: 'recheck' }] },
    approve: { from: ['publicity'], to: 'approved', label: { zh: '审定', en: 'Approved' }, article: LAW, action: 'evaluation-year.approve', clock: [{ do: 'start', clock: 'publication' }] },
    moved: { from: ['publicity', 'approved'], to: 'publicity', label: { zh: '信用记录有变化，结果已重新计算', en: 'The credit record changed; reckoned anew' }, article: LAW, action: 'credit-evaluation.correct', clock: [{ do: 'stop', clock: 'publication' }], visibility: 'public' },
    publish: { from: ['approved'], to: 'published', label: { zh: '公布结果', en: 'Published' }, article: LAW, action: 'evaluation-year.publish', clock: [{ do: 'stop', clock: 'publication' }], visibility: 'public' },
    drop: { from: ['reporting', 'checking', 'reviewing', 'reviewed', 'publicity'], to: 'dropped', label: { zh: '移出参评名单', en: 'Taken off the list' }, article: LAW, action: 'evaluation-year.run', reason: 'required' },
    // an event that counted in a published result was revoked or changed, or one became known later: the result is put right by a case of its own
    correct: { from: ['listed'], to: 'correcting', label: { zh: '公布结果需要更正', en: 'A published result is to be corrected' }, article: LAW, action: 'credit-evaluation.correct', number: true, clock: [{ do: 'start', clock: 'correction' }] },
    propose: { from: ['correcting'], to: 'deciding', label: { zh: '提出更正', en: 'Correction proposed' }, article: LAW, action: 'credit-evaluation.check', reason: 'required', visibility: 'bureau' },
    turnBack: { from: ['deciding'], to: 'correcting', label: { zh: '退回重新核对', en: 'To be compared again' }, article: LAW, action: 'credit-evaluation.correct', reason: 'required', visibility: 'bureau' },
    publicise: { from: ['deciding'], to: 'publicity', label: { zh: '同意更正，公示更正后的结果', en: 'Correction approved and made public' }, article: LAW, action: 'credit-evaluation.correct', reason: 'required', clock: [{ do: 'stop', clock: 'correction' }], visibility: 'public' },
    correctAtOnce: { from: ['deciding'], to: 'published', label: { zh: '同意更正并公布', en: 'Correction approved and published' }, article: LAW, action: 'credit-evaluation.correct', reason: 'required', clock: [{ do: 'stop', clock: 'correction' }], visibility: 'public' },
    anew: { from: ['deciding', 'publicity', 'approved'], to: 'correcting', label: { zh: '信用记录又有变化，重新核对', en: 'The credit record changed again' }, article: LAW, action: 'credit-evaluation.correct', reason: 'required', clock: [{ do: 'stop', clock: 'publication' }, { do: 'stop', clock: 'correction' }, { do: 'start', clock: 'correction' }] },
    lapse: { from: ['correcting', 'deciding', 'publicity', 'approved'], to: 'dropped', label: { zh: '结果没有变化，不需要更正', en: 'The result stands; nothing is corrected' }, article: LAW, action: 'credit-evaluation.correct', reason: 'required', clock: [{ do: 'stop', clock: 'publication' }] },
    // a known enterprise was verified and both were on the list: done by the house itself
    merge: { from: ['listed', 'reporting', 'checking', 'reviewing', 'reviewed', 'publicity', 'objection', 'approved', 'correcting', 'deciding'], to: 'dropped', label: { zh: '并入同一企业的另一件', en: 'Merged into the other one of the same enterprise' }, article: LAW, action: 'evaluation-year.run', reason: 'required' },
  },
  clocks: {
    recheck: { workdays: 10, article: LAW, label: { zh: '异议复核', en: 'Re-check' } },
    correction: { workdays: 10, article: LAW, label: { zh: '公布结果的更正', en: 'Correction of a published result' } },
    publication: { workdays: 5, article: LAW, label: { zh: '审定后公布', en: 'Publication' } },
  },
});

/** Stages in their order, for lists and figures. */
export const STAGES = ['reporting', 'checking', 'reviewing', 'reviewed', 'publicity', 'objection', 'approved', 'correcting', 'deciding', 'published', 'dropped'] as const;
export type Stage = (typeof STAGES)[number];
/** From here on the party and the public may see what was reckoned. */
export const RESULT_SHOWN: readonly string[] = ['publicity', 'objection', 'approved', 'published'];
