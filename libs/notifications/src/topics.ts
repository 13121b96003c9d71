/** What messages are about. In-app messages cannot be switched off: some of them start legal periods. */
export const TOPICS = [
  { topic: 'permits', zh: '排污许可办理', en: 'Permit applications', mail: true },
  { topic: 'records', zh: '台账与自行监测', en: 'Ledgers and self-monitoring', mail: true },
  { topic: 'duties', zh: '证后事项与执行报告', en: 'Duties and execution reports', mail: true },
  { topic: 'task', zh: '服务任务与报价', en: 'Service tasks and bids', mail: true },
  { topic: 'case', zh: '办件期限提醒', en: 'Deadlines of cases', mail: true },
  { topic: 'complaint', zh: '投诉举报', en: 'Complaints', mail: true },
  { topic: 'inspection', zh: '执法检查', en: 'Inspections', mail: true },
  { topic: 'rectification', zh: '整改', en: 'Rectifications', mail: true },
  { topic: 'penalty', zh: '行政处罚', en: 'Penalties', mail: true },
  { topic: 'organisation', zh: '单位、成员与资质', en: 'Organisation and members', mail: true },
  { topic: 'file', zh: '上传文件的安全提醒', en: 'Safety of uploaded files', mail: true },
  { topic: 'signature', zh: '签署与存证', en: 'Signatures and copies of record', mail: true },
  { topic: 'mandate', zh: '授权委托', en: 'Mandates', mail: true },
] as const;

export type Topic = (typeof TOPICS)[number]['topic'];

/** Mail is sent unless the person has said otherwise; unknown topics are mailed too. */
export function mailByDefault(topic: string): boolean {
  return TOPICS.find(each => each.topic === topic)?.mail ?? true;
}
