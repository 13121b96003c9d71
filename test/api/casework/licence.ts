import { caseRelations, CaseRecord, defineMachine, LICENSING_PAUSES } from '@huanbao/casework';
import { Actor, definePolicy, grant, Policy } from '@huanbao/platform';

const text = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });

/** A small licensing procedure that uses every feature of the engine. */
export const licence = defineMachine({
  kind: 'test-licence',
  title: text('测试许可申请', 'Test licence'),
  numberPrefix: 'CS',
  matter: 'permits',
  initial: 'draft',
  states: {
    draft: { label: text('草稿', 'Draft'), holder: 'applicant', next: text('填写并提交', 'Fill in and submit') },
    submitted: { label: text('待受理', 'Submitted'), holder: 'bureau.intake', next: text('三个工作日内受理或一次性告知补正', 'Accept or ask for corrections') },
    correcting: { label: text('补正中', 'Correcting'), holder: 'applicant', next: text('按通知补正后重新提交', 'Mend and submit again') },
    reviewing: { label: text('审查中', 'In review'), holder: 'bureau.reviewer', next: text('审查并提出意见', 'Review') },
    deciding: { label: text('待审批', 'To be decided'), holder: 'bureau.approver', next: text('作出决定', 'Decide') },
    granted: { label: text('准予', 'Granted'), final: true },
    refused: { label: text('不予许可', 'Refused'), final: true },
    rejected: { label: text('不予受理', 'Rejected'), final: true },
    withdrawn: { label: text('已撤回', 'Withdrawn'), final: true },
  },
  actions: {
    submit: { from: ['draft'], to: 'submitted', label: text('提交申请', 'Submit'), article: '测试条例 第七条', action: 'test-licence.submit', number: true, clock: [{ do: 'start', clock: 'intake' }] },
    'request-correction': { from: ['submitted'], to: 'correcting', label: text('告知补正', 'Ask for corrections'), article: '测试条例 第九条第四项', action: 'test-licence.check', correction: 'request', notice: 'correction', clock: [{ do: 'stop', clock: 'intake' }] },
    resubmit: { from: ['correcting'], to: 'submitted', label: text('补正后提交', 'Submit again'), article: '测试条例 第九条', action: 'test-licence.submit', correction: 'resubmit', clock: [{ do: 'start', clock: 'intake' }] },
    accept: { from: ['submitted'], to: 'reviewing', label: text('受理', 'Accept'), article: '测试条例 第九条第三项', action: 'test-licence.check', notice: 'acceptance', clock: [{ do: 'stop', clock: 'intake' }, { do: 'start', clock: 'review' }] },
    'deemed-accepted': { from: ['submitted'], to: 'reviewing', label: text('视为受理', 'Deemed accepted'), article: '测试条例 第九条第四项', notice: 'acceptance', clock: [{ do: 'stop', clock: 'intake' }, { do: 'start', clock: 'review', since: 'intake' }] },
    reject: { from: ['submitted'], to: 'rejected', label: text('不予受理', 'Reject'), article: '测试条例 第九条第二项', action: 'test-licence.check', reason: 'required', notice: 'rejection' },
    'plan-visit': { from: ['reviewing'], to: 'reviewing', label: text('需要现场核查', 'Site visit needed'), article: '测试条例 第十二条', action: 'test-licence.review', clock: [{ do: 'extend', clock: 'review' }], visibility: 'bureau' },
    propose: { from: ['reviewing'], to: 'deciding', label: text('提出审查意见', 'Propose'), article: '测试条例 第十二条', action: 'test-licence.review', visibility: 'bureau' },
    grant: { from: ['deciding'], to: 'granted', label: text('准予许可', 'Grant'), article: '测试条例 第十二条', action: 'test-licence.decide', decision: 'granted', notice: 'decision' },
    refuse: { from: ['deciding'], to: 'refused', label: text('不予许可', 'Refuse'), article: '测试条例 第十二条', action: 'test-licence.decide', decision: 'refused', notice: 'decision' },
    withdraw: { from: ['draft', 'submitted', 'correcting', 'reviewing'], to: 'withdrawn', label: text('撤回', 'Withdraw'), article: '测试条例 第八条', action: 'test-licence.submit' },
  },
  clocks: {
    intake: { workdays: 3, article: '测试条例 第九条第四项', silence: 'deemed-accepted', label: text('受理期限', 'Intake period') },
    review: {
      workdays: 20,
      article: '测试条例 第十二条',
      label: text('审批期限', 'Review period'),
      variants: { key: { workdays: 30, article: '测试条例 第十二条第二款' }, 'site-check': { workdays: 45, article: '测试条例 第十二条第三款' } },
      pauses: LICENSING_PAUSES,
    },
  },
});

/** A procedure of which the party is to learn nothing before something is served on it. */
export const inquiry = defineMachine({
  kind: 'test-inquiry',
  title: text('测试调查', 'Test inquiry'),
  numberPrefix: 'DC',
  matter: 'inquiries',
  page: 'inquiries',
  hiddenFromParty: true,
  initial: 'clue',
  states: {
    clue: { label: text('线索', 'Clue'), holder: 'bureau.enforcer', next: text('立案', 'Open the inquiry') },
    inquiring: { label: text('调查中', 'In inquiry'), holder: 'bureau.enforcer', next: text('结案', 'Close') },
    closed: { label: text('已结案', 'Closed'), final: true },
  },
  actions: {
    submit: { from: ['clue'], to: 'inquiring', label: text('立案', 'Open the inquiry'), article: '测试条例 第三十条', action: 'test-licence.review', number: true, visibility: 'bureau' },
    close: { from: ['inquiring'], to: 'closed', label: text('结案', 'Close'), article: '测试条例 第三十一条', action: 'test-licence.review', visibility: 'bureau' },
  },
  clocks: {},
});

type LicenceAction = 'test-licence.read' | 'test-licence.submit' | 'test-licence.check' | 'test-licence.review' | 'test-licence.decide';

const READERS = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor'];

const policy: Policy<LicenceAction, CaseRecord> = definePolicy<LicenceAction, CaseRecord>({
  room: 'test-licence',
  read: 'test-licence.read',
  relations: caseRelations,
  table: {
    'test-licence.read': [grant('own', 'enterprise.admin'), grant('delegated', 'firm.manager'), grant('jurisdiction', ...READERS)],
    'test-licence.submit': [grant('own', 'enterprise.admin'), grant('delegated:submit', 'firm.manager')],
    'test-licence.check': [grant('jurisdiction', 'bureau.intake', 'bureau.supervisor')],
    'test-licence.review': [grant('jurisdiction', 'bureau.reviewer')],
    'test-licence.decide': [grant('jurisdiction', 'bureau.approver')],
  },
});

/** The capability's part of an act: who may. */
export const authorise = (actor: Actor, action: LicenceAction) => (c: CaseRecord): void => policy.require(actor, action, c);
