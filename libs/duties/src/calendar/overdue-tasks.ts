import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db, newId, Outbox } from '@huanbao/platform';
import { dutyOverdue } from '../duties.events';
import { MATTER } from '../duties.policy';
import { DutyEnforcement, Obligation } from './obligation.entity';

/** The task of enforcement for a duty that is overdue: one a duty, taken up again where it was closed. */
@Injectable()
export class OverdueTasks {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  /** In the caller's transaction, under its lock on the duty. What was made of a closed task before stays in the audit. */
  async open({ id, permitId, enterpriseId, regionCode, dueOn }: Pick<Obligation, 'id' | 'permitId' | 'enterpriseId' | 'regionCode' | 'dueOn'>): Promise<void> {
    const task = await this.db.lock(DutyEnforcement, { obligationId: id });
    if (task?.state === 'open') return;
    if (task) {
      await this.db.repo(DutyEnforcement).update({ id: task.id }, { state: 'open', openedOn: this.clock.today(), outcome: null, note: null, closedAt: null, closedBy: null, closedByName: null, version: task.version + 1 });
      return;
    }
    await this.db.repo(DutyEnforcement).insert({ id: newId(), obligationId: id, regionCode, dueOn, openedOn: this.clock.today(), state: 'open', version: 1 });
    await this.tell(id);
    await this.outbox.publish(dutyOverdue, { obligationId: id, permitId, enterpriseId });
  }

  /** Told once, in the transaction in which the task is opened. */
  private async tell(id: string): Promise<void> {
    const row = await this.db.repo(Obligation).findOneByOrFail({ id });
    await this.notifier.notify({
      to: { orgId: row.enterpriseId, matter: MATTER, site: row.siteId }, topic: 'duties', subject: { type: 'obligation', id }, key: `duty:${id}:${row.dueOn}:overdue`,
      title: { zh: `已逾期：${row.titleZh}（应于 ${row.dueOn} 前完成）`, en: `Overdue: ${row.titleEn} (was due on ${row.dueOn})` },
      body: { zh: `${row.siteName}。逾期事项已转执法人员，请尽快补办；有特殊情况的，在事项页写明完成情况。`, en: `${row.siteName}. It went to enforcement. Do it as soon as possible.` }, link: `/e/${row.enterpriseId}/duties/${id}`,
    });
  }
}
