import { type Text, textOf } from '@/i18n';
import type { FieldSpec } from '@/shared/form/field';
import { ANSWERS, choices, CONTESTS, COURT_STEPS, ENDINGS, EVIDENCE, GIVE_UPS, GROUNDS, KINDS, MEASURES, METHODS, OUTCOMES, REFUSED, UNDOING_GROUNDS, type Options, type Penalty } from './model';

export type Tab = 'case' | 'evidence' | 'notice' | 'decision' | 'money';

interface About {
  readonly penalty: Penalty;
  readonly options: Options | undefined;
  readonly today: string;
}

/** One step of a case: where its form stands, where it is sent, what it asks. */
export interface Act {
  readonly key: string;
  readonly tab: Tab;
  readonly label: Text;
  /** Path under the case. Undefined: not possible now. */
  readonly path: (penalty: Penalty) => string | undefined;
  readonly fields: (about: About) => readonly FieldSpec[];
  readonly initial?: (about: About) => Record<string, unknown>;
  readonly body?: (values: Record<string, unknown>) => Record<string, unknown>;
  /** The member of the body that names an uploaded file. */
  readonly file?: { readonly name: string; readonly label: Text; readonly purpose: string };
  /** A second file, where the way of service asks for it. */
  readonly consent?: { readonly name: string; readonly label: Text; readonly purpose: string };
  readonly isMain?: boolean;
  readonly isGrave?: boolean;
  readonly hint?: Text;
}

const w = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
const always = (path: string) => (): string => path;
const reason: FieldSpec = { name: 'reason', label: w('理由', 'Reason'), type: 'textarea', required: true, max: 1000 };
const words = (zh: string, en: string): FieldSpec => ({ name: 'words', label: w(zh, en), type: 'textarea', required: true, max: 2000 });
const date = (name: string, zh: string, en: string): FieldSpec => ({ name, label: w(zh, en), type: 'date', required: true });
const yuan = (name: string, zh: string, en: string, over: Partial<FieldSpec> = {}): FieldSpec => ({ name, label: w(zh, en), type: 'decimal', unit: w('元', 'yuan').zh, min: 0, ...over });
const servedOn = date('servedOn', '送达日期', 'Served on');
const serving: readonly FieldSpec[] = [{ ...servedOn, help: w('公告送达填公告日期，公告期满后登记', 'For an announcement the day it was put up; record it when its period is over') }, { name: 'method', label: w('送达方式', 'How'), type: 'select', required: true, options: choices(METHODS), help: w('都要上传送达证明（回证、邮寄回执、公告截图、到达记录）；电子送达另传当事人签字的送达地址确认书', 'Each needs its proof; electronic service the signed consent too') }, { name: 'receivedBy', label: w('收件人', 'Received by'), type: 'text', required: true, max: 100 }];
const proof = { name: 'proofFileId', label: w('上传送达证明', 'Upload the proof'), purpose: 'service' } as const;
const consent = { name: 'consentFileId', label: w('上传送达地址确认书', 'Upload the consent'), purpose: 'service' } as const;
const onPenalty = { field: 'kind', in: ['penalty'] };
const asked = <T extends { readonly id: string; readonly state: string }>(rows: readonly T[]): T | undefined => rows.find(one => one.state === 'asked');
const undone = ({ undoings }: Penalty): Penalty['undoings'][number] | undefined => undoings.find(one => one.state === 'proposed');
const toDecide = (penalty: Penalty, isEnding: boolean): string | undefined => {
  const one = undone(penalty);
  return one && !one.isOwn && ENDINGS.includes(one.kind) === isEnding ? `undoings/${one.id}/decide` : undefined;
};
const justification: FieldSpec = { name: 'lateReason', label: w('逾期申请的正当理由', 'Justification of the late application'), type: 'textarea', max: 1000 };
/** After the period the court judges whether it was justified. */
const late = ({ pursuit }: Penalty): readonly FieldSpec[] => (pursuit?.isMissed ? [{ ...justification, required: true, help: w('写入申请书，由法院审查；10 个字以上', 'It stands in the application, the court judges it; 10 characters or more') }] : []);
/** Nothing was handed to the court, or the court refused it. */
const isNotAtCourt = ({ pursuit }: Penalty): boolean => !pursuit?.execution?.filedOn || REFUSED.includes(pursuit.execution.steps.at(-1)?.step ?? '');
const giveUps = ({ pursuit }: Penalty, today: string): string[] => {
  const [isFiled, isOver] = [Boolean(pursuit?.execution?.filedOn), today > (pursuit?.untilDay ?? '')];
  const possible: Readonly<Record<string, boolean>> = { 'period-missed': isOver && !isFiled, 'court-refused': isFiled, 'no-property': isOver };
  return Object.keys(GIVE_UPS).filter(one => possible[one] ?? true);
};
const documentNo: FieldSpec = { name: 'documentNo', label: w('文书号', 'Number of the paper'), type: 'text', required: true, max: 60 };
const paper = { name: 'fileId', label: w('复议决定书、裁判文书等', 'Decision, judgment or ruling'), purpose: 'undoing' } as const;
const byTwo = w('提出后由另一人决定，决定前不生效。', 'Another person decides; nothing changes before.');
const approval: readonly FieldSpec[] = [{ name: 'approved', label: w('是否同意', 'Approve'), type: 'boolean', required: true }, reason];

/** What the decision says; also what is proposed. */
export const burden = (penalty: Penalty, options: Options | undefined): FieldSpec[] => {
  const allowed = [...new Set(['warning', 'criticise', ...(penalty.proposed?.law ?? penalty.lawChoice?.law)?.measures ?? []])];
  const circumstances = (options?.circumstances ?? []).map(one => ({ value: one.key, label: `${one.title}（${one.legalBasis}${one.verified ? '' : `，${textOf(w('未核实', 'unverified'))}`}）` }));
  return [
    { name: 'kind', label: w('处理', 'Decision'), type: 'select', required: true, options: choices(KINDS) },
    { name: 'measures', label: w('处罚种类', 'Measures'), type: 'multiselect', visibleWhen: onPenalty, required: onPenalty, options: choices(MEASURES, allowed), width: 'full' },
    yuan('fineYuan', '罚款', 'Fine', { visibleWhen: onPenalty }),
    ...(allowed.includes('confiscate') ? [yuan('confiscateYuan', '没收违法所得', 'Confiscation', { visibleWhen: onPenalty })] : []),
    { name: 'ground', label: w('不予处罚的理由', 'Ground'), type: 'select', visibleWhen: { field: 'kind', in: ['no-penalty'] }, required: { field: 'kind', in: ['no-penalty'] }, options: choices(GROUNDS), width: 'full' },
    { name: 'outsideReason', label: w('罚款不在裁量幅度内的理由', 'Why the fine is outside the range'), type: 'textarea', visibleWhen: onPenalty, max: 1000 },
    { name: 'mitigationGround', label: w('减轻处罚的法定情节', 'Circumstance of mitigation'), type: 'select', visibleWhen: onPenalty, options: circumstances, width: 'full', help: w('只在罚款低于法定最低额时选择；要经过法制审核和集体讨论', 'Only where the fine is below the least of the law; it needs a legal review and a discussion') },
    { name: 'mitigationReason', label: w('减轻处罚的事实和理由', 'Facts and reason of the mitigation'), type: 'textarea', visibleWhen: { field: 'mitigationGround', in: circumstances.map(one => one.value) }, required: { field: 'mitigationGround', in: circumstances.map(one => one.value) }, max: 1000, help: w('10 个字以上，写入告知书和决定书', '10 characters or more; it stands in notice and decision') },
    { name: 'correction', label: w('责令改正的内容和期限', 'What is to be put right, by when'), type: 'textarea', max: 1000 },
  ];
};

const officersOf = ({ options }: About) => (options?.officers ?? []).map(one => ({ value: one.id, label: `${one.name}（${one.certificateNo}）` }));
const violationsOf = ({ options }: About) => (options?.violations ?? []).map(one => ({ value: one.code, label: one.title }));
const listOf = (text: unknown): string[] => String(text ?? '').split(/[、,，\n]/).map(one => one.trim()).filter(Boolean);

export const ACTS: readonly Act[] = [
  {
    key: 'submit', tab: 'case', label: w('报请立案', 'Ask for filing'), path: always('submit'), isMain: true,
    fields: about => [
      { name: 'violation', label: w('违法行为', 'Violation'), type: 'select', required: true, options: violationsOf(about), width: 'full' }, date('conductFrom', '违法行为开始', 'Conduct from'), { ...date('conductTo', '违法行为结束', 'Conduct to'), help: w('还在继续的，填发现当日', 'The day of discovery while it goes on') },
      { name: 'hasConsequence', label: w('是否造成污染或生态破坏后果（追责时效不同）', 'Did it cause pollution or damage'), type: 'boolean', required: true }, { name: 'investigatorIds', label: w('办案人员（两名以上）', 'Investigators, two or more'), type: 'multiselect', required: true, options: officersOf(about), width: 'full' },
      { name: 'grounds', label: w('立案理由', 'Grounds'), type: 'textarea', required: true, max: 2000 },
    ],
    initial: ({ penalty }) => ({ violation: penalty.violation, conductFrom: penalty.conductFrom, conductTo: penalty.conductTo ?? penalty.discoveredOn, investigatorIds: penalty.investigators.map(one => one.officerId), grounds: penalty.filingGrounds }),
  },
  {
    key: 'file', tab: 'case', label: w('批准立案', 'File the case'), path: always('file'), isMain: true,
    fields: ({ penalty }) => (penalty.isTimeBarred ? [{ name: 'timeBarReason', label: w('超过追责时效仍立案的理由', 'Why it is filed after the limitation'), type: 'textarea', required: true, max: 1000 }] : []),
  },
  { key: 'return', tab: 'case', label: w('退回补充', 'Send back'), path: always('return'), fields: () => [reason] },
  { key: 'refuse', tab: 'case', label: w('不予立案', 'Do not file'), path: always('refuse'), fields: () => [reason] },
  { key: 'examine', tab: 'case', label: w('审查通过', 'Pass the examination'), path: always('examine'), isMain: true, fields: () => [words('审查意见', 'Opinion')] },
  { key: 'send-back', tab: 'case', label: w('退回补充调查', 'Back to the investigators'), path: always('send-back'), fields: () => [reason] },
  { key: 'ask-extension', tab: 'case', label: w('申请延长期限', 'Ask for more time'), path: penalty => (asked(penalty.extensions) ? undefined : 'extensions'), fields: () => [{ name: 'days', label: w('天数', 'Days'), type: 'integer', required: true, min: 1, max: 90 }, reason] },
  { key: 'decide-extension', tab: 'case', label: w('审批延长期限', 'Decide on more time'), path: penalty => { const one = asked(penalty.extensions); return one && `extensions/${one.id}/decide`; }, fields: () => approval },
  { key: 'evidence', tab: 'evidence', label: w('登记证据', 'List evidence'), path: always('evidence'), isMain: true, file: { name: 'fileId', label: w('证据文件（登记时记下散列值）', 'File; its digest is kept'), purpose: 'evidence' }, fields: () => [
    { name: 'kind', label: w('种类', 'Kind'), type: 'select', required: true, options: choices(EVIDENCE) }, { name: 'title', label: w('名称', 'Name'), type: 'text', required: true, max: 200 }, { name: 'proves', label: w('证明什么', 'What it proves'), type: 'textarea', required: true, max: 1000 }, date('obtainedOn', '取得日期', 'Obtained on'),
  ], initial: ({ today }) => ({ obtainedOn: today }) },
  { key: 'serve-notice', tab: 'notice', label: w('登记告知书送达', 'Record the service'), path: always('notice/serve'), isMain: true, fields: () => serving, file: proof, consent, initial: ({ today }) => ({ servedOn: today }) },
  { key: 'paper-statement', tab: 'notice', label: w('登记书面陈述申辩', 'A statement on paper'), path: penalty => (penalty.notices.some(one => one.isCurrent && !one.statedAt && !one.waivedAt) ? 'statement' : undefined), fields: () => [{ name: 'statement', label: w('内容', 'Words'), type: 'textarea', required: true, max: 6000 }, date('receivedOn', '收到日期', 'Received on'), { name: 'asksHearing', label: w('是否要求听证', 'Asks for a hearing'), type: 'boolean', required: true }], initial: ({ today }) => ({ receivedOn: today }) },
  {
    key: 'answer', tab: 'notice', label: w('逐条复核陈述申辩', 'Answer the statement'), path: penalty => (penalty.notices.some(one => one.isCurrent && one.statement) ? 'statement/answer' : undefined), isMain: true,
    fields: () => [{ name: 'points', label: w('当事人的意见和复核结果', 'Points and answers'), type: 'table', required: true, min: 1, max: 50, columns: [{ name: 'point', label: w('意见', 'Point'), type: 'text', required: true, max: 1000 }, { name: 'answering', label: w('是否采纳', 'Adopted'), type: 'select', required: true, options: choices(ANSWERS) }, { name: 'answer', label: w('理由', 'Answer'), type: 'text', required: true, max: 2000 }] }],
    initial: ({ penalty }) => ({ points: penalty.notices.find(one => one.isCurrent)?.points ?? [] }),
  },
  { key: 'hear', tab: 'notice', label: w('组织听证', 'Set the hearing'), path: penalty => (penalty.notices.some(one => one.isCurrent && one.hearingAskedAt && !one.hearing?.record) ? 'hearing' : undefined), isMain: true, fields: () => [date('notifiedOn', '通知日期', 'Told on'), { ...date('heldOn', '听证日期', 'Held on'), help: w('提前 7 个工作日通知', 'Told seven working days before') }, { name: 'place', label: w('地点', 'Place'), type: 'text', required: true, max: 200 }, { name: 'host', label: w('主持人', 'Chair'), type: 'text', required: true, max: 50 }], initial: ({ today }) => ({ notifiedOn: today }) },
  { key: 'heard', tab: 'notice', label: w('登记听证笔录', 'Record the hearing'), path: always('hearing/record'), isMain: true, fields: () => [{ name: 'record', label: w('笔录', 'Record'), type: 'textarea', required: true, max: 10000 }] },
  { key: 'go-on', tab: 'notice', label: w('送审', 'Go on'), path: always('go-on'), isMain: true, fields: () => [{ name: 'wantsReview', label: w('是否送法制审核（依规则必须审核的，不能跳过）', 'Legal review (cannot be left out where the rules ask for it)'), type: 'boolean', required: true }], initial: ({ penalty }) => ({ wantsReview: penalty.needs?.review ?? true }) },
  { key: 'legal-review', tab: 'decision', label: w('法制审核通过', 'Pass the legal review'), path: always('legal-review'), isMain: true, fields: () => [words('审核意见', 'Opinion')] },
  {
    key: 'discuss', tab: 'decision', label: w('登记集体讨论', 'Record a discussion'), path: always('discussions'),
    fields: ({ penalty }) => [{ name: 'about', label: w('讨论事项', 'About'), type: 'select', required: true, options: [...(penalty.state === 'deciding' ? [{ value: 'decision', label: w('处罚决定', 'The decision') }] : []), { value: 'extension', label: w('再次延期', 'A second extension') }] }, date('heldOn', '日期', 'Held on'), { name: 'members', label: w('参加人员（三人以上，用顿号隔开）', 'Members, three or more, separated by commas'), type: 'text', required: true, max: 500, width: 'full' }, { name: 'minutes', label: w('讨论记录', 'Minutes'), type: 'textarea', required: true, max: 10000 }, { name: 'conclusion', label: w('结论', 'Conclusion'), type: 'textarea', required: true, max: 2000 }],
    initial: ({ today }) => ({ heldOn: today }), body: values => ({ ...values, members: listOf(values['members']) }),
  },
  { key: 'decide', tab: 'decision', label: w('作出决定', 'Decide'), path: always('decide'), isMain: true, isGrave: true, hint: w('决定不能比告知书更重；决定人不能是办案人或审核人。', 'Never heavier than the notice; never by who investigated or reviewed.'), fields: ({ penalty, options }) => [...burden(penalty, options), { name: 'reasons', label: w('决定理由', 'Reasons'), type: 'textarea', required: true, max: 4000 }], initial: ({ penalty }) => ({ kind: penalty.proposed?.kind, measures: penalty.proposed?.measures, fineYuan: penalty.proposed?.fineYuan, confiscateYuan: penalty.proposed?.confiscateYuan, ground: penalty.proposed?.ground, outsideReason: penalty.proposed?.outsideReason, mitigationGround: penalty.proposed?.mitigation?.key, mitigationReason: penalty.proposed?.mitigation?.reason, correction: penalty.proposed?.correction }) },
  { key: 'serve', tab: 'decision', label: w('登记决定书送达', 'Record the service'), path: always('decision/serve'), isMain: true, fields: () => serving, file: proof, consent, initial: ({ today }) => ({ servedOn: today }) },
  { key: 'publish', tab: 'decision', label: w('公开决定', 'Publish'), path: penalty => (penalty.decision?.kind === 'penalty' && penalty.decision.publishes && !penalty.decision.publishedAt && !penalty.decision.revokedAt ? 'publish' : undefined), isMain: true, fields: () => [{ name: 'summary', label: w('公开的事实摘要', 'Facts for the public'), type: 'textarea', required: true, max: 1000, help: w('身份证号、手机号自动遮盖；请不要写其他个人信息', 'Numbers of persons and phones are masked; leave out other personal data') }] },
  { key: 'unpublish', tab: 'decision', label: w('停止公示', 'Take it off the list'), path: penalty => (undone(penalty) === undefined && penalty.decision?.publishedAt && !penalty.decision.unpublishedAt ? 'unpublish' : undefined), hint: byTwo, file: { ...paper, label: w('依据文件（如更正审批表）', 'The paper it rests on') }, fields: () => [{ ...documentNo, required: false }, reason] },
  { key: 'revoke', tab: 'decision', label: w('提出撤销决定', 'Propose to revoke'), path: penalty => (penalty.decision?.revokedAt || undone(penalty) ? undefined : 'revoke'), isGrave: true, hint: byTwo, file: paper, fields: () => [{ name: 'ground', label: w('依据', 'Ground'), type: 'select', required: true, options: choices(UNDOING_GROUNDS) }, documentNo, reason] },
  { key: 'decide-undoing', tab: 'decision', label: w('决定所提的撤销、变更或停止公示', 'Decide on what was proposed'), path: penalty => toDecide(penalty, false), isMain: true, isGrave: true, fields: () => approval },
  { key: 'pay', tab: 'money', label: w('登记缴款', 'Enter a payment'), path: always('payments'), isMain: true, fields: () => payment, initial: ({ today }) => ({ paidOn: today }), file: { name: 'fileId', label: w('缴款凭证', 'Voucher'), purpose: 'voucher' } },
  { key: 'ask-deferral', tab: 'money', label: w('申请延期、分期', 'Ask for deferral'), path: penalty => (asked(penalty.deferrals) ? undefined : 'deferrals'), fields: () => [{ name: 'plan', label: w('各期日期和金额', 'Instalments'), type: 'table', required: true, min: 1, max: 24, columns: [date('dueOn', '截止日期', 'Due'), yuan('yuan', '金额', 'Amount', { required: true })] }, reason] },
  { key: 'decide-deferral', tab: 'money', label: w('审批延期、分期', 'Decide on deferral'), path: penalty => { const one = asked(penalty.deferrals); return one && `deferrals/${one.id}/decide`; }, fields: () => approval },
  { key: 'perform', tab: 'money', label: w('登记履行情况', 'Record performance'), path: always('performance'), fields: () => [date('on', '日期', 'On'), words('履行情况', 'What was done')] },
  { key: 'contest', tab: 'money', label: w('登记复议、诉讼', 'Record a contest'), path: penalty => (penalty.contests.some(one => !one.endedOn) ? undefined : 'contests'), fields: () => [{ name: 'kind', label: w('种类', 'Kind'), type: 'select', required: true, options: choices(CONTESTS) }, { name: 'body', label: w('受理机关', 'Before whom'), type: 'text', required: true, max: 100 }, { name: 'number', label: w('案号', 'Number'), type: 'text', max: 60 }, date('filedOn', '提出日期', 'Filed on'), { name: 'stopsExecution', label: w('是否停止执行（一般不停止）', 'Stops execution (as a rule it does not)'), type: 'boolean', required: true, help: w('停止执行的，公示和信用计分暂停到登记结果为止', 'Publication and credit rest until the outcome is recorded') }, { name: 'stopReason', label: w('停止执行的依据', 'Ground'), type: 'text', max: 500, visibleWhen: { field: 'stopsExecution', in: [true] } }] },
  { key: 'end-contest', tab: 'money', label: w('登记复议、诉讼结果', 'Record its outcome'), path: penalty => { const one = penalty.contests.find(each => !each.endedOn); return one && undone(penalty) === undefined ? `contests/${one.id}/end` : undefined; }, hint: byTwo, file: paper, fields: () => [date('endedOn', '日期', 'On'), documentNo, { name: 'outcome', label: w('结果', 'Outcome'), type: 'select', required: true, options: choices(OUTCOMES) }, words('说明', 'Words'), yuan('changedFineYuan', '变更后的罚款', 'Fine after the change', { visibleWhen: { field: 'outcome', in: ['changed'] } })] },
  { key: 'remind', tab: 'money', label: w('制作催告书', 'Make the reminder'), path: ({ pursuit }) => (pursuit?.isOverdue && !pursuit.ended && !pursuit.execution ? 'reminder' : undefined), isMain: true, hint: w('按今天的应缴、已缴数额制作，有文号，可下载 PDF；送达后登记。', 'With what is due and paid today, numbered, as PDF; record its service afterwards.'), fields: () => [] },
  { key: 'remind', tab: 'money', label: w('登记催告书送达', 'Record its service'), path: ({ pursuit }) => (pursuit?.execution && !pursuit.ended && !pursuit.execution.served ? 'reminder/serve' : undefined), isMain: true, fields: () => serving, file: proof, consent, initial: ({ today }) => ({ servedOn: today }) },
  { key: 'remind', tab: 'money', label: w('登记对催告的陈述申辩', 'A statement on the reminder'), path: ({ pursuit }) => (pursuit?.execution?.served && !pursuit.ended && !pursuit.execution.statement && !pursuit.execution.askedOn && !pursuit.execution.filedOn ? 'reminder/statement' : undefined), fields: () => [{ name: 'statement', label: w('内容', 'Words'), type: 'textarea', required: true, max: 4000 }, date('receivedOn', '收到日期', 'Received on')], initial: ({ today }) => ({ receivedOn: today }) },
  { key: 'remind', tab: 'money', label: w('复核并答复', 'Answer it'), path: ({ pursuit }) => (pursuit?.execution?.statement && !pursuit.ended && !pursuit.execution.askedOn && !pursuit.execution.filedOn ? 'reminder/answer' : undefined), isMain: true, fields: () => [words('复核意见', 'Answer')], initial: ({ penalty }) => ({ words: penalty.pursuit?.execution?.answer }) },
  { key: 'remind', tab: 'money', label: w('报请申请法院强制执行', 'Propose to ask the court'), path: ({ pursuit }) => (pursuit?.isOverdue && !pursuit.ended && pursuit.execution?.served && !pursuit.execution.askedOn && !pursuit.execution.filedOn ? 'court-application' : undefined), hint: w('由另一位负责人签署申请书。', 'Another person, a head, signs the application.'), fields: ({ penalty }) => [{ name: 'court', label: w('法院', 'Court'), type: 'text', required: true, max: 100 }, ...late(penalty)] },
  { key: 'sign-court', tab: 'money', label: w('签署强制执行申请', 'Sign the application'), path: ({ pursuit }) => (pursuit?.execution?.askedOn && !pursuit.ended && !pursuit.execution.approvedOn && !pursuit.execution.filedOn ? 'court-application/decide' : undefined), isMain: true, fields: () => approval },
  { key: 'remind', tab: 'money', label: w('登记递交法院', 'Record that the court has it'), path: ({ pursuit }) => (pursuit && !pursuit.ended && pursuit.execution?.approvedOn && !pursuit.execution.filedOn ? 'court-application/file' : undefined), isMain: true, hint: w('递交后当事人才缴清的，也要按递交日期登记。', 'Also where the party paid after it was handed in.'), file: { name: 'receiptFileId', label: w('法院收件凭证', 'Receipt of the court'), purpose: 'court' }, fields: () => [date('filedOn', '递交日期', 'Handed in on'), { name: 'number', label: w('案号', 'Number'), type: 'text', max: 60 }, { ...justification, help: w('递交日期在期限之后的填写', 'Where it was handed in after the period') }], initial: ({ today }) => ({ filedOn: today }) },
  { key: 'remind', tab: 'money', label: w('登记法院办理情况', 'Record what the court did'), path: ({ pursuit }) => ((pursuit?.nextSteps.length ?? 0) > 0 ? 'court-steps' : undefined), file: { name: 'fileId', label: w('法院文书', 'Paper of the court'), purpose: 'court' }, fields: ({ penalty }) => [{ name: 'step', label: w('情况', 'What'), type: 'select', required: true, options: choices(COURT_STEPS, penalty.pursuit?.nextSteps) }, date('on', '日期', 'On'), { name: 'number', label: w('案号、文书号', 'Number'), type: 'text', max: 60 }, words('说明', 'Words')], initial: ({ today }) => ({ on: today }) },
  { key: 'end-pursuit', tab: 'money', label: w('提出不再申请执行', 'Propose to pursue it no more'), path: penalty => (penalty.pursuit?.isOverdue && !penalty.pursuit.ended && isNotAtCourt(penalty) && undone(penalty) === undefined ? 'pursuit/give-up' : undefined), isGrave: true, hint: w('由另一人决定。决定后不再计时，加处罚款不再增加；罚款没有免除，公示和信用不变，当事人缴款的照常登记。', 'Another person decides. No period runs and nothing is added any more; the fine is not remitted, publication and credit stay, a payment is entered as ever.'), file: { ...paper, label: w('依据文件（注销登记、法院裁定、财产查询结果、审批表等）', 'The paper it rests on') }, fields: ({ penalty, today }) => [{ name: 'ground', label: w('理由', 'Ground'), type: 'select', required: true, options: choices(GIVE_UPS, giveUps(penalty, today)), width: 'full', help: w('申请期限届满前，只有当事人终止才能提出；没有财产的，照常申请，由法院裁定', 'Before the period is over only where the party is gone; without property apply, the court finds it') }, { ...date('endedOn', '日期', 'On'), help: w('注销登记、法院裁定载明日期的，填该日并填文书号；其他的，自另一人决定之日起结束', 'The day of the registration or the ruling, with its number; otherwise it ends with the decision of the other person') }, { ...documentNo, required: false }, { ...reason, label: w('说明', 'Words') }], initial: ({ today }) => ({ endedOn: today }) },
  { key: 'end-pursuit', tab: 'money', label: w('登记终结执行', 'Record that the court ended it'), path: penalty => (penalty.pursuit?.execution?.filedOn && !penalty.pursuit.ended && undone(penalty) === undefined ? 'pursuit/court-end' : undefined), hint: w('按法院裁定登记，由另一人决定。', 'By the ruling of the court; another person decides.'), file: { ...paper, label: w('终结执行裁定书', 'The ruling') }, fields: () => [date('endedOn', '裁定日期', 'Ruled on'), documentNo, { ...reason, label: w('说明', 'Words') }], initial: ({ today }) => ({ endedOn: today }) },
  { key: 'decide-undoing', tab: 'money', label: w('决定是否结束执行', 'Decide on the end of the pursuit'), path: penalty => toDecide(penalty, true), isMain: true, isGrave: true, fields: () => approval },
  { key: 'daily', tab: 'money', label: w('按日连续处罚', 'Daily penalty'), path: penalty => (penalty.dailyYuan ? undefined : 'daily-penalty'), fields: () => [date('orderServedOn', '责令改正送达日期', 'Order served on'), date('reinspectedOn', '复查日期', 'Visited again on'), words('复查情况', 'What was found')] },
  { key: 'close', tab: 'money', label: w('结案', 'Close the case'), path: always('close'), isMain: true, fields: () => [{ ...reason, label: w('结案说明', 'Words') }] },
];

/** A voucher, whoever enters it. */
export const payment: readonly FieldSpec[] = [date('paidOn', '缴款日期', 'Paid on'), yuan('yuan', '金额', 'Amount', { required: true }), { name: 'voucherNo', label: w('凭证号', 'Number of the voucher'), type: 'text', required: true, max: 60 }];

/** Only what was filled in. */
export const given = (values: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)));
