import { addDays } from '@huanbao/calendar';
import type { Text } from '@/i18n';
import type { FieldSpec } from '@/shared/form/field';
import { choices, METHODS, type Rectification } from './model';

/** One step at the bureau: where it is sent and what it asks. */
export interface Act {
  readonly key: string;
  readonly label: Text;
  readonly path: (row: Rectification) => string;
  readonly fields: (row: Rectification) => readonly FieldSpec[];
  readonly initial?: (today: string) => Record<string, unknown>;
  /** Members of the body that name an uploaded file. */
  readonly files?: readonly { readonly name: string; readonly label: Text; readonly purpose: string }[];
  readonly isMain?: boolean;
  readonly isGrave?: boolean;
  readonly hint?: Text;
}

const w = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
const reason = (max = 1000): FieldSpec => ({ name: 'reason', label: w('理由', 'Reason'), type: 'textarea', required: true, max });
const approval: readonly FieldSpec[] = [{ name: 'approved', label: w('是否同意', 'Approve'), type: 'boolean', required: true }, reason()];
const asked = ({ extensions }: Rectification): string => extensions.find(one => one.state === 'asked')?.id ?? '';

const serving: readonly FieldSpec[] = [{ name: 'servedOn', label: w('送达日期', 'Served on'), type: 'date', required: true, help: w('公告送达填公告日期，公告期满后登记', 'For an announcement the day it was put up; record it when its period is over') }, { name: 'method', label: w('送达方式', 'How'), type: 'select', required: true, options: choices(METHODS), help: w('都要上传送达证明（回证、邮寄回执、公告截图、到达记录）；电子送达另传当事人签字的送达地址确认书', 'Each needs its proof; electronic service the signed consent too') }, { name: 'receivedBy', label: w('收件人', 'Received by'), type: 'text', required: true, max: 100 }];
const proofs = [{ name: 'proofFileId', label: w('上传送达证明', 'Upload the proof'), purpose: 'service' }, { name: 'consentFileId', label: w('上传送达地址确认书', 'Upload the consent'), purpose: 'service' }] as const;

/** In the order in which they are offered. */
export const ACTS: readonly Act[] = [
  { key: 'issue', label: w('制发通知', 'Issue the notice'), path: () => 'issue', isMain: true, fields: () => [], hint: w('制发后编号，企业可以看到；内容不能再改。', 'It gets its number and the enterprise sees it; it cannot be changed any more.') },
  {
    key: 'serve', label: w('登记送达', 'Record the service'), path: () => 'serve', isMain: true, hint: w('期限从送达次日起算。', 'The period runs from the day after.'), initial: today => ({ servedOn: today }), files: proofs,
    fields: () => serving,
  },
  { key: 'accept-plan', label: w('同意方案', 'Accept the plan'), path: () => 'plan/accept', isMain: true, fields: () => [] },
  { key: 'return-plan', label: w('退回方案', 'Return the plan'), path: () => 'plan/return', fields: () => [reason()], hint: w('企业会看到理由，已填写的内容保留。', 'The enterprise reads the reason; what it typed is kept.') },
  { key: 'decide-extension', label: w('审批延期', 'Decide the extension'), path: row => `extensions/${asked(row)}/decide`, isMain: true, fields: () => approval },
  {
    key: 'supervise', label: w('挂牌督办', 'List for supervision'), path: () => 'supervision', isGrave: true, initial: today => ({ dueOn: addDays(today, 30) }),
    fields: () => [{ name: 'dueOn', label: w('督办期限', 'To be done by'), type: 'date', required: true }, reason(), { name: 'demand', label: w('督办要求', 'What is asked'), type: 'textarea', required: true, max: 1000 }],
  },
  { key: 'lift', label: w('解除督办', 'Lift the supervision'), path: () => 'supervision/lift', fields: () => [reason()] },
  { key: 'default', label: w('制作拟认定督办逾期告知书', 'Notice that it is to be established as not done'), path: () => 'supervision/default', isGrave: true, fields: () => [reason()], hint: w('送达后当事人可以陈述申辩，期满或者陈述后由另一位负责人决定。', 'After its service the enterprise may answer; then another head decides.') },
  { key: 'serve-default', label: w('登记拟认定告知书送达', 'Record its service'), path: () => 'supervision/default/serve', isMain: true, fields: () => serving, initial: today => ({ servedOn: today }), files: proofs, hint: w('陈述申辩的期限从送达次日起算。', 'The days to answer run from the day after.') },
  { key: 'decide-default', label: w('认定督办逾期未完成', 'Establish that it was not done'), path: () => 'supervision/default/decide', isGrave: true, fields: () => approval, hint: w('计入环境信用台账的严重事项，由挂牌人和制作告知书的人以外的负责人决定。', 'A serious event of credit; said by another head than who listed it and who made the notice.') },
  { key: 'clue', label: w('移送立案审查', 'Hand over as a clue'), path: () => 'clue', isGrave: true, fields: () => [reason()], hint: w('转为行政处罚线索，整改继续进行。', 'It becomes a clue for a penalty; the rectification goes on.') },
  { key: 'drop', label: w('不予制发', 'Drop the draft'), path: () => 'drop', fields: () => [reason()] },
  { key: 'ask-withdrawal', label: w('提出撤销', 'Propose the withdrawal'), path: () => 'withdrawal', fields: () => [reason()], hint: w('通知制发有误时提出，由另一位负责人决定；已计入信用的一并撤销。', 'For a wrong notice; another head decides, and what followed in credit is taken back.') },
  { key: 'decide-withdrawal', label: w('审批撤销', 'Decide the withdrawal'), path: () => 'withdrawal/decide', fields: () => approval },
];
