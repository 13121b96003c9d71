import { defineMachine, type PauseGround } from '@huanbao/casework';

const LAW = '行政处罚法';
const PROCEDURE = '生态环境行政处罚办法';
const FORCE = '行政强制法';
const field = 'penalty.investigate';
const legal = 'penalty.review';
const head = 'penalty.approve';

/** Time that the ninety days do not count. */
const PAUSES: readonly PauseGround[] = (
  [['hearing', '听证', 'Hearing'], ['announcement', '公告', 'Announcement'], ['monitoring', '监测、检测', 'Monitoring'], ['inspection', '检验、检疫', 'Inspection'], ['appraisal', '鉴定、认定', 'Appraisal'], ['suspended', '中止', 'Suspension']] as const
).map(([key, zh, en]) => ({ key, label: { zh, en }, article: `${PROCEDURE} 办理期限` }));

/** Whatever of the clocks after the service runs, stops. */
const STOPS = (['payment', 'remind', 'court', 'court-answer'] as const).map(clock => ({ do: 'stop', clock }) as const);
const FOLLOWS = { from: ['performing'], to: 'performing', action: field, visibility: 'bureau' } as const;

/** 行政处罚普通程序: clue, filing, investigation, examination, notice, statement, hearing, legal review, decision, service, performance. Lengths here hold where no row is loaded. */
export const penaltyMachine = defineMachine({
  kind: 'penalty',
  title: { zh: '行政处罚案件', en: 'Penalty case' },
  numberPrefix: 'CF',
  matter: 'none',
  page: 'penalties',
  // an investigation is the bureau's own; the party reads what was served on it through this room
  hiddenFromParty: true,
  initial: 'new',
  states: {
    new: { label: { zh: '登记中', en: 'Being registered' }, holder: 'system', next: { zh: '登记线索', en: 'Register the clue' } },
    clue: { label: { zh: '线索待立案', en: 'Clue, to be filed' }, holder: 'bureau.enforcer', next: { zh: '核查线索，报请立案或者不予立案', en: 'Check the clue, ask for filing or not' } },
    filing: { label: { zh: '立案待批', en: 'Filing to be approved' }, holder: 'bureau.approver', next: { zh: '审批立案', en: 'Approve the filing' } },
    investigating: { label: { zh: '调查取证', en: 'Investigation' }, holder: 'bureau.enforcer', next: { zh: '收集证据，提出处理意见', en: 'Collect evidence, propose a decision' } },
    examining: { label: { zh: '案件审查', en: 'Examination' }, holder: 'bureau.reviewer', next: { zh: '审查事实、证据、法律和裁量', en: 'Examine facts, evidence, law and discretion' } },
    noticing: { label: { zh: '待送达告知书', en: 'Notice to be served' }, holder: 'bureau.enforcer', next: { zh: '送达事先告知书', en: 'Serve the notice' } },
    stating: { label: { zh: '陈述申辩', en: 'Statement' }, holder: 'bureau.enforcer', next: { zh: '复核陈述申辩，期满后送审', en: 'Answer the statement, go on when the period is over' } },
    hearing: { label: { zh: '听证', en: 'Hearing' }, holder: 'bureau.reviewer', next: { zh: '举行听证并记录', en: 'Hold the hearing and record it' } },
    'legal-review': { label: { zh: '法制审核', en: 'Legal review' }, holder: 'bureau.reviewer', next: { zh: '法制审核', en: 'Review the case in law' } },
    deciding: { label: { zh: '讨论决定', en: 'To be decided' }, holder: 'bureau.approver', next: { zh: '集体讨论（需要时）并作出决定', en: 'Discuss where needed, and decide' } },
    decided: { label: { zh: '待送达决定书', en: 'Decision to be served' }, holder: 'bureau.enforcer', next: { zh: '送达决定书', en: 'Serve the decision' } },
    performing: { label: { zh: '履行', en: 'Performance' }, holder: 'bureau.enforcer', next: { zh: '督促缴款和履行，公开决定，符合条件后结案', en: 'See to payment, performance and publication, then close' } },
    'not-filed': { label: { zh: '不予立案', en: 'Not filed' }, final: true },
    closed: { label: { zh: '已结案', en: 'Closed' }, final: true },
    revoked: { label: { zh: '已撤销', en: 'Revoked' }, final: true },
  },
  actions: {
    register: { from: ['new'], to: 'clue', label: { zh: '登记线索', en: 'Clue registered' }, article: `${PROCEDURE} 立案`, action: 'penalty.open', number: true, visibility: 'bureau', clock: [{ do: 'start', clock: 'filing' }] },
    submit: { from: ['clue'], to: 'filing', label: { zh: '报请立案', en: 'Filing asked for' }, article: `${PROCEDURE} 立案`, action: field, visibility: 'bureau' },
    'return-clue': { from: ['filing'], to: 'clue', label: { zh: '退回补充', en: 'Sent back' }, article: `${PROCEDURE} 立案`, action: head, reason: 'required', visibility: 'bureau' },
    'extend-filing': { from: ['clue'], to: 'clue', label: { zh: '延长立案期限', en: 'Period of filing extended' }, article: `${PROCEDURE} 立案`, action: head, reason: 'required', visibility: 'bureau', clock: [{ do: 'extend', clock: 'filing' }] },
    file: { from: ['filing'], to: 'investigating', label: { zh: '批准立案', en: 'Filed' }, article: `${LAW} 第五十四条第二款`, action: head, visibility: 'bureau', clock: [{ do: 'stop', clock: 'filing' }, { do: 'start', clock: 'decision' }] },
    refuse: { from: ['clue', 'filing'], to: 'not-filed', label: { zh: '不予立案', en: 'Not filed' }, article: `${PROCEDURE} 立案`, action: head, reason: 'required', visibility: 'bureau' },
    'extend-investigating': { from: ['investigating'], to: 'investigating', label: { zh: '延长办案期限', en: 'Period extended' }, article: `${LAW} 第六十条`, action: head, reason: 'required', visibility: 'bureau', clock: [{ do: 'extend', clock: 'decision' }] },
    'extend-stating': { from: ['stating'], to: 'stating', label: { zh: '延长办案期限', en: 'Period extended' }, article: `${LAW} 第六十条`, action: head, reason: 'required', visibility: 'bureau', clock: [{ do: 'extend', clock: 'decision' }] },
    'extend-deciding': { from: ['deciding'], to: 'deciding', label: { zh: '延长办案期限', en: 'Period extended' }, article: `${LAW} 第六十条`, action: head, reason: 'required', visibility: 'bureau', clock: [{ do: 'extend', clock: 'decision' }] },
    conclude: { from: ['investigating'], to: 'examining', label: { zh: '调查终结，移送审查', en: 'Investigation concluded' }, article: `${PROCEDURE} 案件审查`, action: field, visibility: 'bureau' },
    'send-back': { from: ['examining', 'noticing', 'stating', 'legal-review', 'deciding'], to: 'investigating', label: { zh: '退回补充调查', en: 'Sent back for investigation' }, article: `${PROCEDURE} 案件审查`, action: legal, reason: 'required', visibility: 'bureau' },
    pass: { from: ['examining'], to: 'noticing', label: { zh: '审查通过，制作告知书', en: 'Examined, notice issued' }, article: `${LAW} 第四十四条`, action: legal, visibility: 'bureau' },
    'pass-plain': { from: ['examining'], to: 'deciding', label: { zh: '审查通过，拟不予处罚', en: 'Examined, no penalty proposed' }, article: `${LAW} 第三十三条`, action: legal, visibility: 'bureau' },
    'serve-notice': { from: ['noticing'], to: 'stating', label: { zh: '送达告知书', en: 'Notice served' }, article: `${LAW} 第四十四条`, action: field, visibility: 'bureau' },
    hear: { from: ['stating'], to: 'hearing', label: { zh: '组织听证', en: 'Hearing set' }, article: `${LAW} 第六十四条`, action: legal, visibility: 'bureau', clock: [{ do: 'pause', clock: 'decision' }] },
    heard: { from: ['hearing'], to: 'stating', label: { zh: '听证结束', en: 'Hearing held' }, article: `${LAW} 第六十五条`, action: legal, visibility: 'bureau', clock: [{ do: 'resume', clock: 'decision' }] },
    'to-review': { from: ['stating'], to: 'legal-review', label: { zh: '送法制审核', en: 'Sent to legal review' }, article: `${LAW} 第五十八条`, action: field, visibility: 'bureau' },
    'to-decide': { from: ['stating'], to: 'deciding', label: { zh: '报请决定', en: 'Sent up for the decision' }, article: `${LAW} 第五十七条`, action: field, visibility: 'bureau' },
    'legal-pass': { from: ['legal-review'], to: 'deciding', label: { zh: '法制审核通过', en: 'Legal review passed' }, article: `${LAW} 第五十八条`, action: legal, visibility: 'bureau' },
    decide: { from: ['deciding'], to: 'decided', label: { zh: '作出决定', en: 'Decided' }, article: `${LAW} 第五十七条`, action: 'penalty.decide', visibility: 'bureau', clock: [{ do: 'stop', clock: 'decision' }, { do: 'start', clock: 'service' }] },
    serve: { from: ['decided'], to: 'performing', label: { zh: '送达决定书', en: 'Decision served' }, article: `${LAW} 第六十一条`, action: field, visibility: 'bureau', clock: [{ do: 'stop', clock: 'service' }, { do: 'start', clock: 'payment' }] },
    'serve-plain': { from: ['decided'], to: 'performing', label: { zh: '送达决定书', en: 'Decision served' }, article: `${LAW} 第六十一条`, action: field, visibility: 'bureau', clock: [{ do: 'stop', clock: 'service' }] },
    settle: { from: ['performing'], to: 'performing', label: { zh: '款项缴清', en: 'Paid in full' }, article: `${LAW} 第六十七条`, action: field, visibility: 'bureau', clock: STOPS },
    // which clock belongs to what is owed is said by rules/execution.ts; the system lets it run
    'follow-payment': { ...FOLLOWS, label: { zh: '继续按缴款期限计时', en: 'The days of the payment run' }, article: `${LAW} 第六十七条`, clock: [...STOPS, { do: 'start', clock: 'payment' }] },
    'follow-remind': { ...FOLLOWS, label: { zh: '逾期未缴清，转入催告', en: 'Overdue: to be reminded' }, article: `${FORCE} 第五十四条`, clock: [...STOPS, { do: 'start', clock: 'remind' }] },
    'follow-court': { ...FOLLOWS, label: { zh: '已催告，申请强制执行的期限计时', en: 'Reminded: the period of the application runs' }, article: `${FORCE} 第五十三条`, clock: [...STOPS, { do: 'start', clock: 'court' }] },
    'follow-court-answer': { ...FOLLOWS, label: { zh: '已递交法院，等待法院办理', en: 'At the court' }, article: `${FORCE} 第五十六条、第五十八条`, clock: [...STOPS, { do: 'start', clock: 'court-answer' }] },
    'follow-none': { ...FOLLOWS, label: { zh: '复议、诉讼期间，法院已办结或者不再申请执行，停止计时', en: 'No period runs' }, article: `${FORCE} 第五十三条`, clock: STOPS },
    defer: { from: ['performing'], to: 'performing', label: { zh: '批准延期、分期缴纳', en: 'Payment deferred' }, article: `${LAW} 第六十六条第二款`, action: head, visibility: 'bureau', clock: [{ do: 'extend', clock: 'payment' }] },
    close: { from: ['performing'], to: 'closed', label: { zh: '结案', en: 'Closed' }, article: `${PROCEDURE} 结案`, action: head, visibility: 'bureau' },
    revoke: { from: ['decided', 'performing'], to: 'revoked', label: { zh: '撤销决定', en: 'Decision revoked' }, article: `${LAW} 第七十五条第二款`, action: head, reason: 'required', visibility: 'bureau' },
  },
  clocks: {
    filing: { days: 15, article: `${PROCEDURE} 立案`, label: { zh: '立案', en: 'Filing' } },
    decision: { days: 90, article: `${LAW} 第六十条`, label: { zh: '作出决定', en: 'Decision' }, pauses: PAUSES },
    service: { workdays: 7, article: `${LAW} 第六十一条`, label: { zh: '送达', en: 'Service' } },
    payment: { days: 15, article: `${LAW} 第六十七条`, label: { zh: '缴款', en: 'Payment' } },
    remind: { days: 30, article: `${FORCE} 第五十四条`, label: { zh: '催告', en: 'Reminder' } },
    court: { days: 90, article: `${FORCE} 第五十三条`, label: { zh: '申请强制执行', en: 'Application to the court' } },
    'court-answer': { days: 30, article: `${FORCE} 第五十六条、第五十八条`, label: { zh: '法院办理', en: 'At the court' } },
  },
});

export type PenaltyStep = keyof typeof penaltyMachine.actions;
export type PenaltyState = keyof typeof penaltyMachine.states;
