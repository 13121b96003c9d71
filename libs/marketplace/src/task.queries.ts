import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, delegatingPrincipals, notFound, Page } from '@huanbao/platform';
import { SelectQueryBuilder } from 'typeorm';
import type { PublicTaskListQuery, TaskListQuery } from './dto/task.dto';
import { ServiceTask, TaskEvent } from './marketplace.entity';
import { procures, taskRelations } from './marketplace.policy';
import { TaskGuards } from './task-guards';
import { RatingTermsBook } from './rating-terms.service';
import { TaskRecords } from './task.records';
import { METHODS } from './methods/methods';
import { knowsNumber } from './methods/secrecy';
import { taskPage } from './task-page';
import { TaskContracts } from './work-contracts';
import { TaskEventView, taskEventView, TaskItemView, TaskView, taskView } from './views/task.view';

/** Every way to look at tasks. Explicit scope, keyset order, no N+1. */
@Injectable()
export class TaskQueries {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly contracts: TaskContracts,
    private readonly guards: TaskGuards,
    private readonly terms: RatingTermsBook,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: TaskListQuery): Promise<Page<TaskItemView>> {
    const tab = query.tab ?? 'open';
    return taskPage(this.db, { rows: seenBy(this.scoped(actor, tab), actor), sort: query.sort ?? 'newest', narrow: tab !== 'open' && tab !== 'all' }, query);
  }

  async publicList(query: PublicTaskListQuery): Promise<Page<TaskItemView>> {
    const rows = this.db.repo(ServiceTask).createQueryBuilder('t').where(`t.state <> 'draft' AND t.listed`);
    if (query.open === 'true') rows.andWhere(`t.state = 'published' AND t.bid_deadline > :now`, { now: this.clock.now() });
    return taskPage(this.db, { rows, sort: query.open === 'true' ? 'deadline' : 'newest', narrow: false }, query);
  }

  async detail(actor: Actor, taskId: string): Promise<TaskView> {
    const task = await this.records.find(actor, taskId);
    return this.viewOf(task, actor);
  }

  /** Published tasks only; a draft does not exist for the public. */
  async publicDetail(taskId: string): Promise<TaskView> {
    const task = await this.db.repo(ServiceTask).findOneBy({ id: taskId });
    if (!task || task.state === 'draft' || !task.listed) throw notFound();
    return this.viewOf(task, null);
  }

  async viewOf(task: ServiceTask, actor: Actor | null): Promise<TaskView> {
    const parties = actor
      ? await this.records.partiesFor(actor, task)
      : { enterpriseId: task.enterpriseId, regionCode: task.regionCode, state: task.state, awardedFirmId: task.awardedFirmId, actorBids: false, listed: task.listed, inviteOnly: METHODS[task.method].who !== 'all', actorInvited: null };
    const [counted] = await this.db.query<{ n: string; ratingOver: boolean }>(
      `SELECT count(DISTINCT firm_id) FILTER (WHERE state IN ('sealed', 'opened', 'unreadable') AND (sealed_round = $2 OR $3)) AS n,
              EXISTS (SELECT 1 FROM task_rating r WHERE r.task_id = $1 AND (r.rater_org_id = $4 OR r.published_at IS NOT NULL)) AS "ratingOver"
         FROM bid WHERE task_id = $1`,
      [task.id, task.bidRound, task.openedAt !== null, actor?.orgId ?? null],
    );
    const mayRate = counted?.ratingOver === false && (await this.contracts.isRateable(task)) && (await this.guards.ratingObstacle(task)) === null;
    return taskView(task, { actor, parties, bidCount: knowsNumber(task, procures(actor, parties) ? 'procurer' : 'other') ? Number(counted?.n ?? 0) : null, awardedFirmName: task.awardedFirmName, mayRate, ratingTerms: mayRate ? await this.terms.today() : null, now: this.clock.now() });
  }

  async timeline(actor: Actor, taskId: string): Promise<TaskEventView[]> {
    const task = await this.records.find(actor, taskId);
    const relations = taskRelations(actor, await this.records.partiesFor(actor, task));
    const ownerSide = relations.some(r => r === 'own' || r === 'jurisdiction' || r.startsWith('delegated:'));
    const party = ownerSide || relations.includes('bidder') || relations.includes('awardee');
    const audiences = ['public', ...(party ? ['parties'] : []), ...(ownerSide ? ['owner'] : [])];
    const events = await this.db.repo(TaskEvent).createQueryBuilder('e').where('e.task_id = :taskId AND e.audience IN (:...audiences)', { taskId, audiences }).orderBy('e.at', 'DESC').addOrderBy('e.id', 'DESC').limit(500).getMany();
    return events.map(taskEventView);
  }

  /** The scope of a tab. `jurisdiction` shows a bureau what has been published in its region. */
  private scoped(actor: Actor, tab: NonNullable<TaskListQuery['tab']>): SelectQueryBuilder<ServiceTask> {
    const rows = this.db.repo(ServiceTask).createQueryBuilder('t');
    switch (tab) {
      case 'mine':
        return rows.where('(t.enterprise_id = ANY(:owners) OR t.awarded_firm_id = :org)', { owners: [actor.orgId, ...delegatingPrincipals(actor, 'tasks')], org: actor.orgId });
      case 'invited':
        return rows.where(`t.id IN (SELECT i.task_id FROM task_invitation i WHERE i.firm_id = :org) AND t.state <> 'draft'`, { org: actor.orgId });
      case 'bidding':
        return rows.where('t.id IN (SELECT b.task_id FROM bid b WHERE b.firm_id = :org)', { org: actor.orgId });
      case 'open':
        return rows.where(`t.state = 'published' AND t.bid_deadline > :now`, { now: this.clock.now() });
      case 'all':
        return rows.where(`t.state <> 'draft'`);
    }
  }
}

/** What is listed for all, and what concerns the actor: the list and the look-up of one task say the same. */
function seenBy(rows: SelectQueryBuilder<ServiceTask>, actor: Actor): SelectQueryBuilder<ServiceTask> {
  const regions = actor.orgKind === 'bureau' ? [...actor.regions] : [];
  return rows.andWhere(
    `(t.listed OR t.enterprise_id = ANY(:seers) OR t.awarded_firm_id = :seer OR EXISTS (SELECT 1 FROM task_invitation i WHERE i.task_id = t.id AND i.firm_id = :seer)
      OR EXISTS (SELECT 1 FROM unnest(:sights::text[]) r WHERE t.region_code LIKE r || '%'))`,
    { seer: actor.orgId, seers: [actor.orgId, ...delegatingPrincipals(actor, 'tasks')], sights: regions },
  );
}
