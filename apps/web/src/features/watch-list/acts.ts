import type { Text } from '@/i18n';
import type { FieldSpec } from '@/shared/form/field';
import { choices, CONTESTS, METHODS, OUTCOMES } from '../penalties/model';
import { GROUNDS, TRIGGERS, VERDICTS, type WatchEntry, type WatchOptions } from './model';

export type Tab = 'case' | 'notice' | 'decision' | 'removal';

interface About {
  readonly entry: WatchEntry;
  readonly options: WatchOptions | undefined;
  readonly today: string;
}

/** One step of a case: where its form stands, where it is sent, what it asks. */
export interface WatchAct {
  readonly key: string;
  readonly tab: Tab;
  readonly label: Text;
  /** Path under the case. Undefined: not possible now. */
  readonly path: (entry: WatchEntry) => string | undefined;
  readonly fields: (about: About) => readonly FieldSpec[];
  readonly initial?: (about: About) => Record<string, unknown>;
  readonly body?: (values: Record<string, unknown>) => Record<string, unknown>;
  /** The member of the body that names one uploaded file, or a list of them. */
  readonly file?: { readonly name: string; readonly label: Text; readonly purpose: string; readonly many?: true };
  /** A second file, where the way of service asks for it. */
  readonly consent?: { readonly name: string; readonly label: Text; readonly purpose: string };
  readonly isMain?: boolean;
  readonly isGrave?: boolean;
  readonly hint?: Text;
}

const w = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
const always = (path: string) => (): string => path;
const area = (name: string, zh: string, en: string, max: number): FieldSpec => ({ name, label: w(zh, en), type: 'textarea', required: true, max });
const date = (name: string, zh: string, en: string): FieldSpec => ({ name, label: w(zh, en), type: 'date', required: true });
const reason = area('reason', '理由', 'Reason', 1000);
const serving: readonly FieldSpec[] = [
  { ...date('servedOn', '送达日期', 'Served on'), help: w('公告送达填公告日期，公告期满后登记', 'For an announcement the day it was put up; record it when its period is over') },
  { name: 'method', label: w('送达方式', 'How'), type: 'select', required: true, options: choices(METHODS), help: w('都要上传送达证明（回证、邮寄回执、公告截图、到达记录）；电子送达另传当事人签字的送达地址确认书', 'Each needs its proof; electronic service the signed consent too') }, { name: 'receivedBy', label: w('收件人', 'Received by'), type: 'text', required: true, max: 100 },
];
const proof = { name: 'proofFileId', label: w('上传送达证明', 'Upload the proof'), purpose: 'service' } as const;
const consent = { name: 'consentFileId', label: w('上传送达地址确认书', 'Upload the consent'), purpose: 'service' } as const;
const current = (entry: WatchEntry) => entry.notices.find(one => one.isCurrent);
const listOf = (text: unknown): string[] => String(text ?? '').split(/[、,，\n]/).map(one => one.trim()).filter(Boolean);
const openContest = (entry: WatchEntry) => entry.contests.find(one => !one.endedOn);
const months = ({ options }: About): FieldSpec => ({ name: 'months', label: w('期限（月）', 'Term in months'), type: 'integer', required: true, min: options?.leastMonths ?? 1, max: options?.mostMonths ?? 120, help: options && w(`${options.leastMonths}–${options.mostMonths} 个月，自决定书送达之日起`, `${options.leastMonths} to ${options.mostMonths} months from the service on`) });

export const ACTS: readonly WatchAct[] = [
  {
    key: 'propose', tab: 'case', label: w('提出列入意见', 'Propose the listing'), path: always('propose'), isMain: true, hint: w('提出后制作事先告知书。提出人不能主持听证、审核和决定。', 'Makes the pre-notice. Who proposes neither hears, reviews nor decides.'),
    fields: about => [
      { name: 'trigger', label: w('列入事由', 'Reason'), type: 'select', required: true, options: choices(TRIGGERS), width: 'full' }, area('facts', '事实和理由（写入告知书）', 'Facts and reasons, for the pre-notice', 4000), { name: 'legalBasis', label: w('依据', 'Basis'), type: 'text', required: true, max: 500, width: 'full' }, months(about),
      { ...area('publicReason', '拟公示的事由', 'Reason for the public', 500), help: w('身份证号、手机号自动遮盖；请不要写其他个人信息', 'Numbers of persons and phones are masked; leave out other personal data') },
    ],
    initial: ({ entry }) => ({ trigger: entry.trigger, facts: entry.facts, legalBasis: entry.legalBasis, months: entry.months, publicReason: entry.publicReason }),
  },
  { key: 'dismiss', tab: 'case', label: w('线索不成立', 'Drop the clue'), path: always('dismiss'), fields: () => [reason] },
  { key: 'send-back', tab: 'case', label: w('退回补充核查', 'Send back'), path: always('send-back'), fields: () => [reason] },
  { key: 'serve-notice', tab: 'notice', label: w('登记告知书送达', 'Record the service'), path: always('notice/serve'), isMain: true, fields: () => serving, file: proof, consent, initial: ({ today }) => ({ servedOn: today }) },
  { key: 'paper-statement', tab: 'notice', label: w('登记书面陈述申辩', 'A statement on paper'), path: entry => (current(entry) && !current(entry)?.statedAt && !current(entry)?.waivedAt ? 'statement' : undefined), fields: () => [area('statement', '内容', 'Words', 8000), date('receivedOn', '收到日期', 'Received on'), { name: 'asksHearing', label: w('是否要求听证', 'Asks for a hearing'), type: 'boolean', required: true }], initial: ({ today }) => ({ receivedOn: today }) },
  { key: 'answer', tab: 'notice', label: w('复核答复', 'Answer the statement'), path: entry => (current(entry)?.statement ? 'statement/answer' : undefined), isMain: true, fields: () => [area('answer', '是否采纳和理由', 'Answer with reasons', 4000)], initial: ({ entry }) => ({ answer: current(entry)?.answer }) },
  { key: 'hear', tab: 'notice', label: w('组织听证', 'Set the hearing'), path: entry => (current(entry)?.hearingAskedAt && !current(entry)?.hearing ? 'hearing' : undefined), isMain: true, fields: () => [date('notifiedOn', '通知日期', 'Told on'), { ...date('heldOn', '听证日期', 'Held on'), help: w('提前 7 个工作日通知', 'Told seven working days before') }, { name: 'place', label: w('地点', 'Place'), type: 'text', required: true, max: 100 }, { name: 'host', label: w('主持人', 'Chair'), type: 'text', required: true, max: 40 }], initial: ({ today }) => ({ notifiedOn: today }) },
  { key: 'heard', tab: 'notice', label: w('登记听证笔录', 'Record the hearing'), path: always('hearing/record'), isMain: true, fields: () => [area('record', '笔录', 'Record', 20000)] },
  { key: 'go-on', tab: 'notice', label: w('送法制审核', 'Send to the legal review'), path: always('go-on'), isMain: true, fields: () => [] },
  { key: 'legal-pass', tab: 'decision', label: w('法制审核通过', 'Pass the legal review'), path: always('legal-review'), isMain: true, fields: () => [area('words', '审核意见', 'Opinion', 2000)] },
  {
    key: 'discuss', tab: 'decision', label: w('登记集体讨论', 'Record the discussion'), path: always('discussion'), fields: () => [date('heldOn', '日期', 'Held on'), { name: 'members', label: w('参加人员（三人以上，用顿号隔开）', 'Members, three or more, separated by commas'), type: 'text', required: true, max: 500, width: 'full' }, area('minutes', '讨论记录', 'Minutes', 20000), area('conclusion', '结论', 'Conclusion', 1000)],
    initial: ({ today }) => ({ heldOn: today }), body: values => ({ ...values, members: listOf(values['members']) }),
  },
  {
    key: 'decide', tab: 'decision', label: w('决定列入', 'List'), path: always('decide'), isMain: true, isGrave: true, hint: w('期限不能比告知书长；决定人不能是提出人或审核人。', 'Never for longer than told; never by who proposed or reviewed.'),
    fields: about => [months(about), area('reasons', '决定理由', 'Reasons', 4000), area('exitConditions', '移出条件', 'Conditions of removal', 2000)], initial: ({ entry }) => ({ months: current(entry)?.months }),
  },
  { key: 'decline', tab: 'decision', label: w('决定不予列入', 'Do not list'), path: always('decline'), fields: () => [reason] },
  { key: 'serve', tab: 'decision', label: w('登记决定书送达', 'Record the service'), path: always('decision/serve'), isMain: true, fields: () => serving, file: proof, consent, initial: ({ today }) => ({ servedOn: today }) },
  { key: 'publish', tab: 'decision', label: w('公示', 'Publish'), path: always('publish'), isMain: true, fields: () => [], hint: w('公示主体、事由和期限；决定书只给银行（经授权）和部门看。', 'Subject, reason and term are published; the decision itself is for departments and, with an authorisation, banks.') },
  { key: 'contest', tab: 'decision', label: w('登记复议、诉讼', 'Record a contest'), path: entry => (openContest(entry) ? undefined : 'contests'), fields: () => [{ name: 'kind', label: w('种类', 'Kind'), type: 'select', required: true, options: choices(CONTESTS) }, { name: 'body', label: w('受理机关', 'Before whom'), type: 'text', required: true, max: 100 }, { name: 'number', label: w('案号', 'Number'), type: 'text', max: 60 }, date('filedOn', '提出日期', 'Filed on'), { name: 'stopsExecution', label: w('是否停止执行（一般不停止）', 'Stops execution (as a rule it does not)'), type: 'boolean', required: true }, { name: 'stopReason', label: w('停止执行的依据', 'Ground'), type: 'text', max: 500, visibleWhen: { field: 'stopsExecution', in: [true] } }] },
  { key: 'end-contest', tab: 'decision', label: w('登记复议、诉讼结果', 'Record its outcome'), path: entry => { const one = openContest(entry); return one && `contests/${one.id}/end`; }, fields: () => [date('endedOn', '日期', 'On'), { name: 'outcome', label: w('结果', 'Outcome'), type: 'select', required: true, options: choices(OUTCOMES) }, area('words', '说明', 'Words', 1000), { name: 'changedMonths', label: w('变更后的期限（月）', 'Changed term in months'), type: 'integer', min: 1, max: 120, visibleWhen: { field: 'outcome', in: ['changed'] } }] },
  { key: 'ask-revocation', tab: 'decision', label: w('提出撤销', 'Ask for the revocation'), path: always('revocation'), fields: () => [{ name: 'ground', label: w('原因', 'Ground'), type: 'select', required: true, options: choices(GROUNDS) }, reason] },
  { key: 'revoke', tab: 'decision', label: w('撤销列入决定', 'Revoke'), path: always('revoke'), isGrave: true, hint: w('由提出人以外的负责人决定。撤销后视为从未列入，公示、措施同时停止。', 'By another person than who asked. It is as if it had never been.'), fields: () => [reason] },
  { key: 'revoke', tab: 'decision', label: w('不予撤销', 'Do not revoke'), path: always('revocation/drop'), fields: () => [reason] },
  { key: 'apply', tab: 'removal', label: w('登记书面移出申请', 'An application on paper'), path: always('removals'), fields: () => [area('statement', '申请理由和履行情况', 'What was done', 8000)], file: { name: 'fileIds', label: w('证明材料', 'Evidence'), purpose: 'evidence', many: true } },
  { key: 'verify', tab: 'removal', label: w('核实移出条件', 'Verify'), path: always('removals/verify'), isMain: true, fields: () => [{ name: 'verdict', label: w('结论', 'Verdict'), type: 'select', required: true, options: choices(VERDICTS) }, area('findings', '核实情况', 'Findings', 4000), { name: 'siteCheckedOn', label: w('现场核查日期', 'On site'), type: 'date' }] },
  { key: 'remove', tab: 'removal', label: w('准予移出', 'Remove'), path: entry => (entry.removals[0]?.verdict === 'met' ? 'removals/grant' : undefined), isMain: true, fields: () => [reason] },
  { key: 'refuse-removal', tab: 'removal', label: w('不予移出', 'Refuse'), path: always('removals/refuse'), fields: () => [reason] },
];
