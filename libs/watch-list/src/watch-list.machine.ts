import { defineMachine } from '@huanbao/casework';

const BASIS = '国办发〔2020〕49号';
const REPAIR = '信用修复管理办法';
const PENALTY_LAW = '参照行政处罚法';
const field = 'watch-list.handle';
const legal = 'watch-list.review';
const head = 'watch-list.decide';

/**
 * 列入名单: clue, pre-notice, statement, hearing, legal review, decision, service, publication, and how a subject leaves. There is no national
 * procedure: the steps follow those of a penalty. Lengths here hold where no row is loaded.
 */
export const watchListMachine = defineMachine({
  kind: 'watch-listing',
  title: { zh: '严重失信重点监管名单', en: 'Listing for closer supervision' },
  numberPrefix: 'SX',
  matter: 'none',
  page: 'watch-list',
  hiddenFromParty: true,
  initial: 'new',
  states: {
    new: { label: { zh: '登记中', en: 'Being registered' }, holder: 'system', next: { zh: '登记线索', en: 'Register the clue' } },
    clue: { label: { zh: '线索待核查', en: 'Clue to be checked' }, holder: 'bureau.enforcer', next: { zh: '核查线索，提出列入意见或者不予列入', en: 'Check the clue, propose the listing or drop it' } },
    noticing: { label: { zh: '待送达告知书', en: 'Pre-notice to be served' }, holder: 'bureau.enforcer', next: { zh: '送达事先告知书', en: 'Serve the pre-notice' } },
    stating: { label: { zh: '陈述申辩', en: 'Statement' }, holder: 'bureau.enforcer', next: { zh: '复核陈述申辩，期满后送法制审核', en: 'Answer the statement, go on when the period is over' } },
    hearing: { label: { zh: '听证', en: 'Hearing' }, holder: 'bureau.reviewer', next: { zh: '举行听证并记录', en: 'Hold the hearing and record it' } },
    'legal-review': { label: { zh: '法制审核', en: 'Legal review' }, holder: 'bureau.reviewer', next: { zh: '法制审核', en: 'Review the case in law' } },
    deciding: { label: { zh: '讨论决定', en: 'To be decided' }, holder: 'bureau.supervisor', next: { zh: '集体讨论并作出决定', en: 'Discuss and decide' } },
    decided: { label: { zh: '待送达决定书', en: 'Decision to be served' }, holder: 'bureau.enforcer', next: { zh: '送达决定书', en: 'Serve the decision' } },
    served: { label: { zh: '已送达，待公示', en: 'Served, to be published' }, holder: 'bureau.enforcer', next: { zh: '公示', en: 'Publish' } },
    listed: { label: { zh: '在名单内', en: 'On the list' }, holder: 'bureau.enforcer', next: { zh: '重点监管，受理移出申请', en: 'Closer supervision; applications for removal' } },
    repairing: { label: { zh: '移出申请核实中', en: 'Removal being verified' }, holder: 'bureau.reviewer', next: { zh: '核实移出条件', en: 'Verify the conditions' } },
    verified: { label: { zh: '移出待决定', en: 'Removal to be decided' }, holder: 'bureau.supervisor', next: { zh: '决定是否移出', en: 'Decide on the removal' } },
    dismissed: { label: { zh: '线索不成立', en: 'Clue dropped' }, final: true },
    'not-listed': { label: { zh: '不予列入', en: 'Not listed' }, final: true },
    removed: { label: { zh: '已移出', en: 'Removed' }, final: true },
    expired: { label: { zh: '期满移出', en: 'Expired' }, final: true },
    revoked: { label: { zh: '已撤销', en: 'Revoked' }, final: true },
  },
  actions: {
    register: { from: ['new'], to: 'clue', label: { zh: '登记线索', en: 'Clue registered' }, article: BASIS, action: 'watch-list.open', number: true, visibility: 'bureau', clock: [{ do: 'start', clock: 'clue' }] },
    dismiss: { from: ['clue'], to: 'dismissed', label: { zh: '线索不成立', en: 'Clue dropped' }, article: BASIS, action: field, reason: 'required', visibility: 'bureau' },
    propose: { from: ['clue'], to: 'noticing', label: { zh: '提出列入意见，制作告知书', en: 'Listing proposed, pre-notice issued' }, article: BASIS, action: field, visibility: 'bureau', clock: [{ do: 'stop', clock: 'clue' }, { do: 'start', clock: 'decision' }] },
    'serve-notice': { from: ['noticing'], to: 'stating', label: { zh: '送达告知书', en: 'Pre-notice served' }, article: `${PENALTY_LAW} 第四十四条`, action: field, visibility: 'bureau' },
    hear: { from: ['stating'], to: 'hearing', label: { zh: '组织听证', en: 'Hearing set' }, article: `${PENALTY_LAW} 第六十四条`, action: legal, visibility: 'bureau', clock: [{ do: 'pause', clock: 'decision' }] },
    heard: { from: ['hearing'], to: 'stating', label: { zh: '听证结束', en: 'Hearing held' }, article: `${PENALTY_LAW} 第六十五条`, action: legal, visibility: 'bureau', clock: [{ do: 'resume', clock: 'decision' }] },
    'to-review': { from: ['stating'], to: 'legal-review', label: { zh: '送法制审核', en: 'Sent to legal review' }, article: `${PENALTY_LAW} 第五十八条`, action: field, visibility: 'bureau' },
    'send-back': { from: ['noticing', 'stating', 'legal-review', 'deciding'], to: 'clue', label: { zh: '退回补充核查', en: 'Sent back' }, article: BASIS, action: legal, reason: 'required', visibility: 'bureau', clock: [{ do: 'stop', clock: 'decision' }, { do: 'start', clock: 'clue' }] },
    'legal-pass': { from: ['legal-review'], to: 'deciding', label: { zh: '法制审核通过', en: 'Legal review passed' }, article: `${PENALTY_LAW} 第五十八条`, action: legal, visibility: 'bureau' },
    decide: { from: ['deciding'], to: 'decided', label: { zh: '决定列入', en: 'Listing decided' }, article: BASIS, action: head, visibility: 'bureau', clock: [{ do: 'stop', clock: 'decision' }, { do: 'start', clock: 'service' }] },
    decline: { from: ['deciding'], to: 'not-listed', label: { zh: '决定不予列入', en: 'Decided not to list' }, article: BASIS, action: head, reason: 'required', visibility: 'bureau' },
    serve: { from: ['decided'], to: 'served', label: { zh: '送达决定书', en: 'Decision served' }, article: `${PENALTY_LAW} 第六十一条`, action: field, visibility: 'bureau', clock: [{ do: 'stop', clock: 'service' }, { do: 'start', clock: 'publication' }] },
    publish: { from: ['served'], to: 'listed', label: { zh: '公示', en: 'Published' }, article: REPAIR, action: 'watch-list.publish', visibility: 'bureau', clock: [{ do: 'stop', clock: 'publication' }] },
    'apply-removal': { from: ['listed'], to: 'repairing', label: { zh: '申请移出', en: 'Removal applied for' }, article: REPAIR, action: field, visibility: 'bureau', clock: [{ do: 'start', clock: 'verification' }] },
    'withdraw-removal': { from: ['repairing'], to: 'listed', label: { zh: '撤回移出申请', en: 'Application withdrawn' }, article: REPAIR, action: field, visibility: 'bureau', clock: [{ do: 'stop', clock: 'verification' }] },
    verify: { from: ['repairing'], to: 'verified', label: { zh: '核实完毕', en: 'Verified' }, article: REPAIR, action: 'watch-list.verify', visibility: 'bureau' },
    'refuse-removal': { from: ['verified'], to: 'listed', label: { zh: '不予移出', en: 'Removal refused' }, article: REPAIR, action: head, reason: 'required', visibility: 'bureau', clock: [{ do: 'stop', clock: 'verification' }] },
    remove: { from: ['verified'], to: 'removed', label: { zh: '准予移出', en: 'Removed' }, article: REPAIR, action: head, reason: 'required', visibility: 'bureau', clock: [{ do: 'stop', clock: 'verification' }] },
    expire: { from: ['served', 'listed', 'repairing', 'verified'], to: 'expired', label: { zh: '期限届满，移出名单', en: 'Its term is over' }, article: REPAIR, action: head, visibility: 'bureau' },
    revoke: { from: ['decided', 'served', 'listed', 'repairing', 'verified'], to: 'revoked', label: { zh: '撤销列入决定', en: 'Decision revoked' }, article: `${PENALTY_LAW} 第七十五条`, action: head, reason: 'required', visibility: 'bureau' },
  },
  clocks: {
    clue: { workdays: 15, article: BASIS, label: { zh: '线索核查', en: 'Check of the clue' } },
    decision: { days: 90, article: BASIS, label: { zh: '作出决定', en: 'Decision' } },
    service: { workdays: 7, article: `${PENALTY_LAW} 第六十一条`, label: { zh: '送达', en: 'Service' } },
    publication: { workdays: 7, article: REPAIR, label: { zh: '公示', en: 'Publication' } },
    verification: { workdays: 10, article: REPAIR, label: { zh: '移出核实和决定', en: 'Verification and decision' } },
  },
});

export type WatchStep = keyof typeof watchListMachine.actions;
export type WatchState = keyof typeof watchListMachine.states;
/** The decision has its effect in these. */
export const IN_FORCE: readonly WatchState[] = ['served', 'listed', 'repairing', 'verified'];
