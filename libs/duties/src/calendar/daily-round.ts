import { Injectable } from '@nestjs/common';
import { addDays, daysBetween } from '@huanbao/calendar';
import { Notifier } from '@huanbao/notifications';
import { PermitApplication } from '@huanbao/permits';
import { Clock, Db, Outbox, systemActor } from '@huanbao/platform';
import { In, IsNull, Not } from 'typeorm';
import { MATTER } from '../duties.policy';
import { planBatch } from '../duties.jobs.definitions';
import { DUE_WINDOW_DAYS, LEDGER_REMINDER_DAYS, REMINDER_DAYS, RENEWAL_REMINDER_DAYS } from '../engine/reference';
import { DutiesService } from './duties.service';
import { Obligation } from './obligation.entity';
import { OverdueTasks } from './overdue-tasks';

const BATCH = 200;
/** An application that ends long after the permit did brings nothing back: enforcement has the permit's end itself. */
const REOPEN_DAYS = 366;
const REOPENED = { zh: '延续申请已撤回、未予受理或者未获许可', en: 'The application for renewal was withdrawn, not accepted or refused' };

/** What happens every morning, in small transactions: each step may be broken off and begun again. */
@Injectable()
export class DailyRound {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly notifier: Notifier,
    private readonly duties: DutiesService,
    private readonly tasks: OverdueTasks,
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
    await this.db.query(`UPDATE obligation SET status = 'done', done_at = $2, done_way = 'expiry', late_days = 0 WHERE kind = 'retention' AND status IN ('upcoming', 'due') AND due_on <= $1`, [this.clock.today(), this.clock.now()]);
  }

  /** Overdue: the row, its task for enforcement and the event together. */
  async markOverdue(): Promise<void> {
    for (;;) {
      const count = await this.db.transaction(async () => {
        const rows = await this.db.query<{ id: string; permitId: string; enterpriseId: string; regionCode: string; dueOn: string }>(
          `UPDATE obligation SET status = 'overdue', version = version + 1
            WHERE id IN (SELECT id FROM obligation WHERE status IN ('upcoming', 'due') AND due_on < $1 AND (mend_by IS NULL OR mend_by < $1) AND kind <> 'retention' ORDER BY due_on, id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
            RETURNING id, permit_id AS "permitId", enterprise_id AS "enterpriseId", region_code AS "regionCode", due_on::text AS "dueOn"`,
          [this.clock.today()],
        );
        for (const row of rows) await this.tasks.open(row);
        return rows.length;
      });
      if (count < BATCH) return;
    }
  }

  /** A renewal that was applied for is done on the day of its submission. */
  async settleRenewals(): Promise<void> {
    for (let after: Obligation | undefined; ; ) {
      const rows = await this.rows('renewal', after);
      await this.db.transaction(async () => {
        const permitIds = rows.map(one => one.permitId);
        const applied = rows.length === 0 ? [] : await this.db.repo(PermitApplication).findBy({ permitId: In(permitIds), businessType: 'renew', open: true, submittedAt: Not(IsNull()) });
        for (const row of rows) {
          const application = applied.find(one => one.permitId === row.permitId);
          if (application?.submittedAt) await this.duties.finish(systemActor('duties'), row, { note: `已提交延续申请${application.caseNumber ? ` ${application.caseNumber}` : ''}`, way: 'application', at: application.submittedAt });
        }
      });
      after = rows.at(-1);
      if (rows.length < BATCH) return;
    }
  }

  /**
   * A renewal that was settled by an application which has ended without a permit (withdrawn, refused, not accepted) is open again with
   * its day; late ones become overdue in the same round. What somebody settled by hand stays.
   */
  async reopenRenewals(): Promise<void> {
    for (;;) {
      const count = await this.db.transaction(async () => {
        const rows = await this.db.query<{ id: string }>(
          `SELECT o.id FROM obligation o JOIN permit p ON p.id = o.permit_id AND p.status = 'valid' AND p.valid_to = o.period_to
            WHERE o.kind = 'renewal' AND o.status = 'done' AND o.done_by = $1 AND o.period_to >= $2
              AND NOT EXISTS (SELECT 1 FROM permit_application a WHERE a.permit_id = o.permit_id AND a.business_type = 'renew' AND a.open AND a.submitted_at IS NOT NULL)
            ORDER BY o.period_to, o.id LIMIT ${BATCH} FOR UPDATE OF o SKIP LOCKED`,
          [systemActor('duties').userId, addDays(this.clock.today(), -REOPEN_DAYS)],
        );
        for (const { id } of rows) await this.reopen(id);
        return rows.length;
      });
      if (count < BATCH) return;
    }
  }

  /** One message a duty and threshold; a round that was missed is made up for by the nearest threshold. */
  async remind(): Promise<void> {
    for (const kind of ['renewal', 'other'] as const) {
      for (let after: Obligation | undefined; ; ) {
        const rows = await this.rows(kind, after);
        await this.db.transaction(async () => {
          for (const row of rows) await this.remindOf(row, this.clock.today());
        });
        after = rows.at(-1);
        if (rows.length < BATCH) break;
      }
    }
  }

  /** Renewals until the permit ends, those too that are late already: 30 days before the end the day for applying is over. */
  private rows(kind: 'renewal' | 'other', after: Obligation | undefined): Promise<Obligation[]> {
    const today = this.clock.today();
    const [column, days, states] = kind === 'renewal' ? (['periodTo', RENEWAL_REMINDER_DAYS, ['upcoming', 'due', 'overdue']] as const) : (['dueOn', REMINDER_DAYS, ['upcoming', 'due']] as const);
    const query = this.db.repo(Obligation).createQueryBuilder('o')
      .where(kind === 'renewal' ? `o.kind = 'renewal'` : `o.kind NOT IN ('renewal', 'retention')`)
      .andWhere('o.status = ANY (:states)', { states: [...states] })
      .andWhere(`o.${column} BETWEEN :today AND :until`, { today, until: addDays(today, Math.max(...days)) })
      .andWhere(`(o.kind <> 'ledger' OR o.dueOn <= :ledgerUntil)`, { ledgerUntil: addDays(today, Math.max(...LEDGER_REMINDER_DAYS)) })
      .orderBy(`o.${column}`).addOrderBy('o.id').limit(BATCH);
    if (after) query.andWhere(`(o.${column}, o.id) > (CAST(:day AS date), CAST(:id AS uuid))`, { day: after[column], id: after.id });
    return query.getMany();
  }

  private async remindOf(row: Obligation, today: string): Promise<void> {
    const isRenewal = row.kind === 'renewal';
    const left = daysBetween(today, isRenewal ? row.periodTo : row.dueOn);
    const threshold = [...(isRenewal ? RENEWAL_REMINDER_DAYS : row.kind === 'ledger' ? LEDGER_REMINDER_DAYS : REMINDER_DAYS)].sort((a, b) => a - b).find(days => left <= days);
    if (threshold === undefined || (row.remindedDays !== null && row.remindedDays <= threshold)) return;
    await this.db.repo(Obligation).update({ id: row.id }, { remindedDays: threshold });
    const until = untilWords(row, left);
    await this.notifier.notify({
      to: { orgId: row.enterpriseId, matter: MATTER, site: row.siteId }, topic: 'duties', subject: { type: 'obligation', id: row.id }, key: `duty:${row.id}:${row.dueOn}:${threshold}`,
      title: { zh: `${row.titleZh}：${until.zh}`, en: `${row.titleEn}: ${until.en}` }, body: { zh: `${row.siteName}。${row.contentZh}${offWords(row).zh}`, en: `${row.siteName}. ${row.contentEn}${offWords(row).en}` }, link: `/e/${row.enterpriseId}/duties/${row.id}`,
    });
  }

  /** One that enforcement had and has closed is taken up again; what was made of it before stays in the audit. */
  private async reopen(id: string): Promise<void> {
    const row = await this.db.repo(Obligation).findOneByOrFail({ id });
    await this.duties.reopen(systemActor('duties'), row, { why: REOPENED.zh });
    await this.notifier.notify({
      to: { orgId: row.enterpriseId, matter: MATTER, site: row.siteId }, topic: 'duties', subject: { type: 'obligation', id }, key: `duty:${id}:${row.dueOn}:reopened:${row.version}`, link: `/e/${row.enterpriseId}/duties/${id}`,
      title: { zh: `重新待办：${row.titleZh}（最迟 ${row.dueOn}）`, en: `Open again: ${row.titleEn} (by ${row.dueOn})` },
      body: { zh: `${row.siteName}。${REOPENED.zh}，这一项没有完成；继续排放的，请尽快重新提出申请。`, en: `${row.siteName}. ${REOPENED.en}: this is not done. Apply again soon if discharge is to go on.` },
    });
  }
}

function untilWords({ kind, dueOn }: Obligation, left: number): { zh: string; en: string } {
  if (kind !== 'renewal') return { zh: left === 0 ? `今天（${dueOn}）到期` : `${dueOn} 前完成，还有 ${left} 天`, en: left === 0 ? `due today (${dueOn})` : `due on ${dueOn}, in ${left} days` };
  return { zh: `许可证还有 ${left} 天到期，最迟 ${dueOn} 申请`, en: `the permit ends in ${left} days: apply by ${dueOn}` };
}

/** Nothing is shifted, but people should know that offices may be closed. */
function offWords({ provisional, isDayOff, dueOn }: Obligation): { zh: string; en: string } {
  if (provisional) return { zh: `（${dueOn.slice(0, 4)} 年放假安排尚未公布，当天是否休息日暂不能确定，日期不顺延。）`, en: ` (The holidays of ${dueOn.slice(0, 4)} are not published; the date is not shifted.)` };
  return isDayOff ? { zh: '（当天是休息日，日期不顺延，请提前办理。）', en: ' (That day is a day off; the date is not shifted.)' } : { zh: '', en: '' };
}
