import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import type { TenderComplaint } from './complaint.entity';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Who is told of a complaint, in the transaction of what happened. */
@Injectable()
export class ComplaintNotices {
  constructor(private readonly notifier: Notifier) {}

  async lodged(row: TenderComplaint): Promise<void> {
    const title = { zh: `收到对评标结果的投诉：${row.taskTitle}`, en: `A complaint about an evaluation: ${row.taskTitle}` };
    await this.notifier.notify({ to: { role: 'bureau.supervisor', regionCode: row.regionCode }, topic: 'task', subject: { type: 'service-task', id: row.taskId }, title, body: { zh: `${row.firmName}投诉。请在 ${row.acceptDue} 前决定是否受理。`, en: `${row.firmName} complains. Decide until ${row.acceptDue} whether it is taken up.` }, link: `/b/:orgId/tender-complaints/${row.id}`, key: `tender-complaint:${row.id}:lodged` });
    await this.enterprise(row, 'lodged', title, { zh: `${row.firmName}向主管部门投诉。请保存好评审材料，配合调查。`, en: `${row.firmName} has complained to the bureau. Keep the papers.` });
  }

  /** Both sides read each step. `step` with the version, so that a second suspension is told too. */
  async moved(row: TenderComplaint, step: string, words: Words): Promise<void> {
    const title = { zh: `对评标结果的投诉${words.zh}：${row.taskTitle}`, en: `Complaint about an evaluation: ${words.en}: ${row.taskTitle}` };
    const body = { zh: row.reason ?? row.suspendedReason ?? '请查看投诉的办理进展。', en: 'See where the complaint stands.' };
    const key = `${step}-${row.version}`;
    await this.enterprise(row, key, title, body);
    await this.notifier.notify({ to: { orgId: row.firmId }, topic: 'task', subject: { type: 'service-task', id: row.taskId }, title, body, link: `/f/${row.firmId}/tender-complaints/${row.id}`, key: `tender-complaint:${row.id}:${key}` });
  }

  private enterprise(row: TenderComplaint, key: string, title: Words, body: Words): Promise<void> {
    return this.notifier.notify({ to: { orgId: row.enterpriseId, matter: 'tasks' }, topic: 'task', subject: { type: 'service-task', id: row.taskId }, title, body, link: `/e/${row.enterpriseId}/tender-complaints/${row.id}`, key: `tender-complaint:${row.id}:${key}` });
  }
}
