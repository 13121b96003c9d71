import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, newId, Outbox, violatedConstraint } from '@huanbao/platform';
import { ServiceTask, TaskRating } from './marketplace.entity';
import { alreadyRated, notRateable, ratingClosed, ratingRefused } from './marketplace.errors';
import { ratingGiven, ratingPublished } from './marketplace.events';
import { ratingScore, Scores } from './rating';
import { RatingTermsBook } from './rating-terms.service';
import { TaskGuards } from './task-guards';
import { TaskRecords } from './task.records';
import { TaskContracts } from './work-contracts';

const DAY_MS = 86_400_000;

/** Mutual, double-blind rating after the acceptance: only closed work is rated, once by each side. */
@Injectable()
export class RatingsService {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly contracts: TaskContracts,
    private readonly guards: TaskGuards,
    private readonly terms: RatingTermsBook,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async rate(actor: Actor, taskId: string, input: Scores & { comment: string }): Promise<TaskRating> {
    try {
      return await this.db.transaction(() => this.give(actor, taskId, input));
    } catch (error) {
      if (violatedConstraint(error) === 'task_rating_task_id_rater_org_id_key') throw alreadyRated();
      throw error;
    }
  }

  /** Published ratings, and the actor's own one even while it is blind. */
  visibleTo(actor: Actor, taskId: string): Promise<TaskRating[]> {
    return this.db.repo(TaskRating).createQueryBuilder('r').where('r.task_id = :taskId AND (r.published_at IS NOT NULL OR r.rater_org_id = :own)', { taskId, own: actor.orgId }).orderBy('r.given_at').getMany();
  }

  /** Publishes ratings whose other side kept silent until their day. Repeatable. */
  async publishDue(): Promise<number> {
    const now = this.clock.now();
    const rows = await this.db.query<{ taskId: string; ratedOrgId: string }>(
      `UPDATE task_rating SET published_at = $1 WHERE published_at IS NULL AND publish_due <= $1::timestamptz
        RETURNING task_id AS "taskId", rated_org_id AS "ratedOrgId"`,
      [now],
    );
    for (const row of rows) await this.outbox.publish(ratingPublished, { taskId: row.taskId, organisationId: row.ratedOrgId });
    return rows.length;
  }

  private async give(actor: Actor, taskId: string, { comment, ...scores }: Scores & { comment: string }): Promise<TaskRating> {
    const task = await this.records.lock(actor, taskId, 'task.rate');
    if (!(await this.contracts.isRateable(task))) throw notRateable();
    const obstacle = await this.guards.ratingObstacle(task);
    if (obstacle) throw ratingRefused(obstacle);
    const others = await this.db.repo(TaskRating).findBy({ taskId });
    if (others.some(one => one.raterOrgId === actor.orgId)) throw alreadyRated();
    if (others.some(one => one.publishedAt !== null)) throw ratingClosed(); // whoever has read the other's rating does not rate blind
    const { weights, blindDays } = await this.terms.today();
    const givenAt = this.clock.now();
    const rating = this.db.repo(TaskRating).create({
      id: newId(), taskId, raterOrgId: actor.orgId as string, ratedOrgId: otherSide(task, actor.orgId), ...scores,
      score: ratingScore(scores, weights), comment, givenAt, publishDue: new Date(givenAt.getTime() + blindDays * DAY_MS), publishedAt: null,
    });
    await this.db.repo(TaskRating).insert(rating);
    await this.records.tell({ actor, task }, 'rate', { zh: `${actor.orgName ?? ''}已评价（双方都评价或 ${blindDays} 日后公开）`, en: `${actor.orgName ?? ''} has rated (shown when both have, or after ${blindDays} days)` }, { ratingId: rating.id });
    if (others.length > 0) await this.publishBoth(taskId);
    else await this.outbox.publish(ratingGiven, { taskId, organisationId: rating.ratedOrgId });
    return this.db.repo(TaskRating).findOneByOrFail({ id: rating.id });
  }

  private async publishBoth(taskId: string): Promise<void> {
    const both = await this.db.repo(TaskRating).findBy({ taskId });
    await this.db.repo(TaskRating).update({ taskId }, { publishedAt: this.clock.now() });
    for (const rating of both) await this.outbox.publish(ratingPublished, { taskId, organisationId: rating.ratedOrgId });
  }
}

function otherSide(task: ServiceTask, orgId: string | null): string {
  return orgId === task.enterpriseId ? (task.awardedFirmId as string) : task.enterpriseId;
}
