import { Injectable } from '@nestjs/common';
import { RatingsService, TaskRating, TaskRecords } from '@huanbao/marketplace';
import { Actor, Audit, Clock, Db, notFound, Outbox, violatedConstraint } from '@huanbao/platform';
import { In } from 'typeorm';
import { replyGiven, replyTooEarly } from '../reputation.errors';
import { ratingReplied } from '../reputation.events';
import { RatingReply } from './reply.entity';

/** One reply of the rated side, when the rating is public. */
@Injectable()
export class RepliesService {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly ratings: RatingsService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async reply(actor: Actor, { taskId, ratingId }: { readonly taskId: string; readonly ratingId: string }, text: string): Promise<RatingReply> {
    try {
      return await this.db.transaction(async () => {
        await this.records.find(actor, taskId, 'task.rate');
        const rating = await this.db.lock(TaskRating, { id: ratingId, taskId });
        if (!rating || rating.ratedOrgId !== actor.orgId) throw notFound();
        if (rating.publishedAt === null) throw replyTooEarly();
        const reply = { ratingId, orgId: rating.ratedOrgId, text, repliedBy: actor.userId, repliedByName: actor.name, repliedAt: this.clock.now() };
        await this.db.repo(RatingReply).insert(reply);
        await this.audit.record({ actor, action: 'rating.reply', subject: { type: 'service-task', id: taskId }, details: { ratingId } });
        await this.outbox.publish(ratingReplied, { ratingId });
        return reply;
      });
    } catch (error) {
      if (violatedConstraint(error) === 'rating_reply_pkey') throw replyGiven();
      throw error;
    }
  }

  /** Replies to the ratings of the task that the actor may read. */
  async ofTask(actor: Actor, taskId: string): Promise<RatingReply[]> {
    await this.records.find(actor, taskId);
    const ratings = await this.ratings.visibleTo(actor, taskId);
    return ratings.length === 0 ? [] : this.db.repo(RatingReply).find({ where: { ratingId: In(ratings.map(one => one.id)) }, order: { repliedAt: 'ASC' } });
  }
}
