import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Actor, Audit, Clock, Db, newId, notFound, sm3 } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { icsOf } from './ics';
import { DutyFeed, Obligation } from './obligation.entity';

/** So far back a calendar program sees what was. */
const BACK_DAYS = 90;
const MOST = 2000;
const DONE: Readonly<Record<string, string>> = { done: '【已完成】', overdue: '【已逾期】', excused: '【不要求】' };

/** Secret links by which calendar programs read an enterprise's duties. Only the hash of the secret is kept. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<DutyFeed[]> {
    return this.db.repo(DutyFeed).find({ where: { orgId: actor.orgId as string }, order: { id: 'DESC' }, take: 50 });
  }

  create(actor: Actor, name: string): Promise<{ feed: DutyFeed; secret: string }> {
    return this.db.transaction(async () => {
      const secret = randomBytes(24).toString('base64url');
      const feed: DutyFeed = { id: newId(), orgId: actor.orgId as string, name, secretHash: sm3(secret), createdAt: this.clock.now(), createdBy: actor.userId, createdByName: actor.name, lastReadAt: null, revokedAt: null };
      await this.db.repo(DutyFeed).insert(feed);
      await this.audit.record({ actor, action: 'duty-feed.create', subject: { type: 'duty-feed', id: feed.id }, details: { name } });
      return { feed, secret };
    });
  }

  revoke(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async () => {
      const feed = await this.db.lock(DutyFeed, { id });
      if (!feed || feed.orgId !== actor.orgId) throw notFound();
      if (feed.revokedAt) return;
      await this.db.repo(DutyFeed).update({ id }, { revokedAt: this.clock.now() });
      await this.audit.record({ actor, action: 'duty-feed.revoke', subject: { type: 'duty-feed', id }, details: { name: feed.name } });
    });
  }

  /** @throws 404 for a link nobody made, or one taken back */
  async calendar(secret: string): Promise<string> {
    const feed = await this.db.repo(DutyFeed).findOneBy({ secretHash: sm3(secret), revokedAt: IsNull() });
    if (!feed) throw notFound();
    const rows = await this.db.repo(Obligation).createQueryBuilder('o').where('o.enterpriseId = :org AND o.dueOn >= :from', { org: feed.orgId, from: addDays(this.clock.today(), -BACK_DAYS) })
      .orderBy('o.dueOn').addOrderBy('o.id').limit(MOST).getMany();
    await this.db.repo(DutyFeed).update({ id: feed.id }, { lastReadAt: this.clock.now() });
    const entries = rows.map(row => ({
      id: row.id, day: row.dueOn, status: row.status, sequence: row.version, title: `${DONE[row.status] ?? ''}${row.titleZh}（${row.siteName}）`,
      text: [row.contentZh, `依据：${row.legalBasis}${row.verified ? '' : '（未核实）'}`, row.isDayOff ? '当天是休息日，日期不顺延，请提前办理。' : '', row.excuseZh ?? ''].filter(Boolean).join('\n'),
    }));
    return icsOf('排污许可证后事项', entries, { stamp: this.clock.now(), next: day => addDays(day, 1) });
  }
}
