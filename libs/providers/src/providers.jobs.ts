import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db, Delivery, Handles } from '@huanbao/platform';
import { FirmsService } from './firms.service';
import { Qualification } from './provider.entity';
import { listFirm, remindExpiry, tellQualificationReviewed, unlistFirm } from './providers.events';

/** Days before the end of a qualification at which its firm is reminded. */
const REMIND_DAYS = [60, 30, 0];

@Injectable()
export class ProvidersJobs {
  constructor(
    private readonly db: Db,
    private readonly firms: FirmsService,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  @Handles(listFirm)
  async list({ organisationId }: { organisationId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.firms.setListed(organisationId, true));
  }

  @Handles(unlistFirm)
  async unlist({ organisationId }: { organisationId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.firms.setListed(organisationId, false));
  }

  @Handles(tellQualificationReviewed)
  async tellReviewed({ qualificationId }: { qualificationId: string }, delivery: Delivery): Promise<void> {
    const q = await this.db.repo(Qualification).findOneBy({ id: qualificationId });
    if (!q) return;
    const verified = q.state === 'verified';
    await delivery.complete(() =>
      this.tell(q, `qualification:${q.id}:v${q.version}`, {
        title: verified ? { zh: `资质核验通过：${q.kind}`, en: `Qualification verified: ${q.kind}` } : { zh: `资质未通过核验：${q.kind}`, en: `Qualification not accepted: ${q.kind}` },
        body: verified ? { zh: '现在可以参加要求该资质的任务报价。', en: 'Tasks that ask for it are open to you now.' } : { zh: `原因：${q.reason ?? ''}。请修改后重新提交。`, en: `Reason: ${q.reason ?? ''}. Mend it and submit again.` },
      }),
    );
  }

  @Handles(remindExpiry)
  async remind(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      const ending = await this.db.query<Qualification & { days: number }>(
        `SELECT id, firm_id AS "firmId", kind, number, valid_to::text AS "validTo", valid_to - $1::date AS days FROM qualification
          WHERE state = 'verified' AND valid_to - $1::date = ANY($2::int[])`,
        [this.clock.today(), REMIND_DAYS],
      );
      for (const q of ending)
        await this.tell(q, `qualification:${q.id}:expiry:${q.validTo}:${q.days}`, {
          title: q.days > 0 ? { zh: `“${q.kind}”资质还有 ${q.days} 天到期`, en: `"${q.kind}" ends in ${q.days} days` } : { zh: `“${q.kind}”资质今天到期`, en: `"${q.kind}" ends today` },
          body: { zh: `证书编号 ${q.number}。到期后不能参加要求该资质的报价，请及时上传新证。`, en: `Certificate ${q.number}. After the end you cannot bid on tasks that ask for it. Upload the new one.` },
        });
    });
  }

  private tell(q: { id: string; firmId: string }, key: string, text: { title: { zh: string; en: string }; body: { zh: string; en: string } }): Promise<void> {
    return this.notifier.notify({ to: { orgId: q.firmId, roles: ['firm.manager'] }, topic: 'organisation', subject: { type: 'qualification', id: q.id }, ...text, link: `/f/${q.firmId}/qualifications`, key });
  }
}
