import { Injectable } from '@nestjs/common';
import { addDays, daysBetween } from '@huanbao/calendar';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db, newId, Outbox } from '@huanbao/platform';
import { MATTER } from '../duties.policy';
import { dutyOverdue } from '../duties.events';
import { planBatch } from '../duties.jobs.definitions';
import { DUE_WINDOW_DAYS, REMINDER_DAYS, RENEWAL_REMINDER_DAYS } from '../engine/reference';
import { DutyEnforcement, Obligation } from './obligation.entity';

const BATCH = 200;

/** What happens every morning, in small transactions: each step may be broken off and begun again. */
@Injectable()
export class DailyRound {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  /** @param pages ids of permits to plan, batch by batch */
  async requestPlans(next: (afterId: string | null, limit: number) => Promise<string[]>): Promise<void> {
    for (let after: string | null = null; ; ) {
      const permitIds: string[] = await next(after, BATCH);
      const last = permitIds.at(-1);
      if (!last) return;
      await this.db.transaction(() => this.outbox.enqueue(planBatch, { permitIds }));
      after = last;
    }
  }

  async markDue(): Promise<void> {
    await this.db.query(`UPDATE obligation SET status = 'due' WHERE status = 'upcoming' AND due_on <= $1`, [addDays(this.clock.today(), DUE_WINDOW_DAYS)]);
    // What was only to be kept until a day is done by itself.
    await this.db.query(`UPDATE obligation SET status = 'done', done_at = $2, late_days = 0 WHERE kind = 'retention' AND status IN ('upcoming', 'due') AND due_on <= $1`, [this.clock.today(), this.clock.now()]);
  }

  /** Overdue: the row, its task for enforcement and the event together. */
  async markOverdue(): Promise<void> {
    for (;;) {
      const count = await this.db.transaction(async () => {
        const rows = await this.db.query<{ id: string; permitId: string; enterpriseId: string; regionCode: string }>(
          `UPDATE obligation SET status = 'overdue', version = version + 1
            WHERE id IN (SELECT id FROM obligation WHERE status IN ('upcoming', 'due') AND due_on < $1 AND kind <> 'retention' ORDER BY due_on, id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
            RETURNING id, permit_id AS "permitId", enterprise_id AS "enterpriseId", region_code AS "regionCode"`,
          [this.clock.today()],
        );
        for (const { id, permitId, enterpriseId, regionCode } of rows) {
          await this.db.repo(DutyEnforcement).insert({ id: newId(), obligationId: id, regionCode, openedOn: this.clock.today(), state: 'open', version: 1 });
          await this.outbox.publish(dutyOverdue, { obligationId: id, permitId, enterpriseId });
        }
        return rows.length;
      });
      if (count < BATCH) return;
    }
  }

  /** One message a duty and threshold; a round that was missed is made up for by the nearest threshold. */
  async remind(): Promise<void> {
    const today = this.clock.today();
    for (let after: Obligation | undefined; ; ) {
      const rows = await this.reminderRows(today, after);
      await this.db.transaction(async () => {
        for (const row of rows) await this.remindOf(row, today);
      });
      after = rows.at(-1);
      if (rows.length < BATCH) return;
    }
  }

  private reminderRows(today: string, after: Obligation | undefined): Promise<Obligation[]> {
    const query = this.db.repo(Obligation).createQueryBuilder('o')
      .where(`o.status IN ('upcoming', 'due') AND o.kind <> 'retention' AND o.dueOn >= :today`, { today })
      .andWhere(`o.dueOn <= :until`, { until: addDays(today, Math.max(...RENEWAL_REMINDER_DAYS)) })
      .andWhere(`(o.kind = 'renewal' OR o.dueOn <= :near)`, { near: addDays(today, Math.max(...REMINDER_DAYS)) })
      .orderBy('o.dueOn').addOrderBy('o.id').limit(BATCH);
    if (after) query.andWhere('(o.dueOn, o.id) > (:dueOn, :id)', { dueOn: after.dueOn, id: after.id });
    return query.getMany();
  }

  private async remindOf(row: Obligation, today: string): Promise<void> {
    const isRenewal = row.kind === 'renewal';
    const left = daysBetween(today, isRenewal ? row.periodTo : row.dueOn);
    const threshold = [...(isRenewal ? RENEWAL_REMINDER_DAYS : REMINDER_DAYS)].sort((a, b) => a - b).find(days => left <= days);
    if (threshold === undefined || (row.remindedDays !== null && row.remindedDays <= threshold)) return;
    await this.db.repo(Obligation).update({ id: row.id }, { remindedDays: threshold });
    const until = isRenewal ? { zh: `许可证还有 ${left} 天到期，最迟 ${row.dueOn} 申请`, en: `The permit ends in ${left} days: apply by ${row.dueOn}` } : { zh: `${row.dueOn} 前完成，还有 ${left} 天`, en: `Due on ${row.dueOn}, in ${left} days` };
    await this.notifier.notify({
      to: { orgId: row.enterpriseId, matter: MATTER, site: row.siteId }, topic: 'duties', subject: { type: 'obligation', id: row.id }, key: `duty:${row.id}:${row.dueOn}:${threshold}`,
      title: { zh: `${row.titleZh}：${until.zh}`, en: `${row.titleEn}: ${until.en}` }, body: { zh: `${row.siteName}。${row.contentZh}`, en: `${row.siteName}. ${row.contentEn}` }, link: `/e/${row.enterpriseId}/duties/${row.id}`,
    });
  }
}
