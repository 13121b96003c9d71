import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db, Delivery, Handles, systemActor } from '@huanbao/platform';
import { Qualification } from '../provider.entity';
import { remindExpiry, withdrawLapsed } from '../providers.events';
import { QualificationRecords } from '../qualifications.service';
import { REMIND_DAYS, reminderStep } from '../reminders';

const SYSTEM = systemActor('providers');
const AT_A_TIME = 200;

interface Ending {
  readonly id: string;
  readonly firmId: string;
  readonly kind: string;
  readonly number: string;
  readonly validTo: string;
  readonly days: number;
}

/** Each day: reminders before a qualification ends, and word of the right that ended with it. Steps may be repeated. */
@Injectable()
export class StandingRound {
  constructor(
    private readonly db: Db,
    private readonly records: QualificationRecords,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  @Handles(withdrawLapsed)
  async withdraw(_: Record<string, never>, delivery: Delivery): Promise<void> {
    for (;;) {
      const ended = await this.db.query<{ id: string }>(
        `SELECT id FROM qualification WHERE state = 'verified' AND valid_to < $1 AND lapsed_on IS NULL ORDER BY valid_to, id LIMIT $2`,
        [this.clock.today(), AT_A_TIME],
      );
      for (const { id } of ended) await this.db.transaction(() => this.lapse(id));
      if (ended.length < AT_A_TIME) break;
    }
    await delivery.complete(async () => undefined);
  }

  private async lapse(id: string): Promise<void> {
    const row = await this.db.lock(Qualification, { id });
    if (!row || row.state !== 'verified' || row.validTo === null || row.validTo >= this.clock.today() || row.lapsedOn !== null) return;
    await this.db.repo(Qualification).update({ id }, { lapsedOn: this.clock.today() });
    await this.records.tell(SYSTEM, row, 'lapsed', `有效期至 ${row.validTo}`);
    await this.tell({ id, firmId: row.firmId }, `qualification:${id}:lapsed:${row.validTo}`, {
      title: { zh: `“${row.kind}”资质已到期，已停止相应报价资格`, en: `"${row.kind}" has ended: the right to bid with it has been withdrawn` },
      body: { zh: `证书编号 ${row.number}，有效期至 ${row.validTo}。上传新证并通过核验后自动恢复。`, en: `Certificate ${row.number}, valid until ${row.validTo}. The right returns when the new one is verified.` },
    });
  }

  @Handles(remindExpiry)
  async remind(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      const ending = await this.db.query<Ending>(
        `SELECT id, firm_id AS "firmId", kind, number, valid_to::text AS "validTo", valid_to - $1::date AS days FROM qualification
          WHERE state = 'verified' AND valid_to BETWEEN $1::date AND $1::date + $2::int ORDER BY valid_to, id`,
        [this.clock.today(), REMIND_DAYS[0]],
      );
      for (const q of ending) await this.tell(q, `qualification:${q.id}:expiry:${q.validTo}:${reminderStep(q.days)}`, reminder(q));
    });
  }

  private tell(q: { id: string; firmId: string }, key: string, text: { title: { zh: string; en: string }; body: { zh: string; en: string } }): Promise<void> {
    return this.notifier.notify({ to: { orgId: q.firmId, roles: ['firm.manager'] }, topic: 'organisation', subject: { type: 'qualification', id: q.id }, ...text, link: `/f/${q.firmId}/qualifications`, key });
  }
}

function reminder(q: Ending): { title: { zh: string; en: string }; body: { zh: string; en: string } } {
  return {
    title: q.days > 0 ? { zh: `“${q.kind}”资质还有 ${q.days} 天到期`, en: `"${q.kind}" ends in ${q.days} days` } : { zh: `“${q.kind}”资质今天到期`, en: `"${q.kind}" ends today` },
    body: { zh: `证书编号 ${q.number}。到期后不能参加要求该资质的报价，请及时上传新证。`, en: `Certificate ${q.number}. After the end you cannot bid on tasks that ask for it. Upload the new one.` },
  };
}
