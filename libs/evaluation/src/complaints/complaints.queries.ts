import { Injectable } from '@nestjs/common';
import { Actor, Clock, containsWords, Db, decodeCursor, notFound, Page, toPage } from '@huanbao/platform';
import { EvaluationObjection } from '../evaluation.entity';
import type { TenderComplaintListQuery } from './complaint.dto';
import { TenderComplaint } from './complaint.entity';
import { complaintPolicy } from './complaint.policy';
import { complaintActions, complaintItem, complaintView, TenderComplaintItemView, TenderComplaintView } from './complaint.view';
import { ComplaintRulings } from './complaint-rulings.service';

/** Complaints of the own side, or of the bureau's region. */
@Injectable()
export class ComplaintQueries {
  constructor(
    private readonly db: Db,
    private readonly rulings: ComplaintRulings,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: TenderComplaintListQuery): Promise<Page<TenderComplaintItemView>> {
    const limit = query.limit ?? 20;
    const rows = this.db.repo(TenderComplaint).createQueryBuilder('c');
    if (actor.orgKind === 'bureau') rows.where('c.regionCode LIKE ANY (:regions)', { regions: actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`) });
    else rows.where(actor.orgKind === 'firm' ? 'c.firmId = :org' : 'c.enterpriseId = :org', { org: actor.orgId });
    if (query.tab) rows.andWhere(`c.state ${query.tab === 'open' ? '' : 'NOT'} IN ('lodged', 'accepted')`);
    if (query.taskId) rows.andWhere('c.taskId = :taskId', { taskId: query.taskId });
    if (query.q) rows.andWhere(containsWords('c.search', ':q'), { q: query.q });
    const after = decodeCursor(query.cursor, 2);
    if (after) rows.andWhere('(c.lodgedAt, c.id) < (:at::timestamptz, :after::uuid)', { at: after[0], after: after[1] });
    const found = await rows.orderBy('c.lodgedAt', 'DESC').addOrderBy('c.id', 'DESC').limit(limit + 1).getMany();
    return toPage(found, limit, row => [row.lodgedAt.toISOString(), row.id], row => complaintItem(row, this.clock.today()));
  }

  async of(actor: Actor, id: string): Promise<TenderComplaintView> {
    const row = await this.db.repo(TenderComplaint).findOneBy({ id });
    complaintPolicy.require(actor, 'tender-complaint.read', row);
    if (!row) throw notFound();
    const objection = await this.db.repo(EvaluationObjection).findOneByOrFail({ id: row.objectionId });
    const involved = actor.orgKind === 'bureau' && (await this.rulings.involved(actor, row.taskId));
    return complaintView(row, { objection, today: this.clock.today(), actions: complaintActions(actor, row, involved) });
  }
}
