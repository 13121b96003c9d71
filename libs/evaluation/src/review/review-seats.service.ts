import { Injectable } from '@nestjs/common';
import { TaskRecords } from '@huanbao/marketplace';
import { Clock, Db, invalidFields, sm3 } from '@huanbao/platform';
import { SheetSeal } from '../committee/sheet-seal';
import { SeatsService } from '../committee/seats.service';
import type { CompetitionDto, BidReviewDto } from '../dto/review.dto';
import { EvaluationSeat } from '../evaluation.entity';
import { declareFirst } from '../evaluation.errors';
import { EvaluationRecords, seatActor } from '../evaluation.records';
import { reviewGaps, reviewProblems } from '../rules/review';
import { conditionsFor } from './plan-conditions';
import { Reviews } from './reviews';

/** What a member does before the scoring: find each bid responsive or not, and say whether too few still compete. Only who has declared. */
@Injectable()
export class ReviewSeats {
  constructor(
    private readonly db: Db,
    private readonly seats: SeatsService,
    private readonly records: EvaluationRecords,
    private readonly reviews: Reviews,
    private readonly tasks: TaskRecords,
    private readonly seal: SheetSeal,
    private readonly clock: Clock,
  ) {}

  /** Saves or hands in; what was handed in can be corrected until the last one is in. @throws 400 for a finding without a reason, 409 before the declaration and out of its time */
  save(token: string | undefined, { votes, handIn }: BidReviewDto): Promise<void> {
    return this.db.transaction(async () => {
      const { seat, task, plan, evaluation } = await this.seats.locked(token, 'checking');
      if (seat.state !== 'accepted') throw declareFirst();
      const frame = { conditions: conditionsFor(plan, task), bidIds: (await this.records.bids(task.id)).map(bid => bid.id) };
      const problems = [...reviewProblems(votes, frame), ...(handIn ? reviewGaps(votes, frame) : [])];
      if (problems.length > 0) throw invalidFields(problems);
      const now = this.clock.now();
      const sealed = this.seal.seal(seat.id, 'review', votes.map(({ bidId, failed, reason }) => ({ bidId, failed: [...failed], reason })));
      await this.db.repo(EvaluationSeat).update({ id: seat.id }, { reviewCipher: sealed, reviewSavedAt: now, reviewedAt: handIn ? now : null });
      if (!handIn) return;
      const actor = seatActor(seat);
      await this.tasks.tell({ actor, task }, 'evaluation-finding', { zh: `${actor.name}提交了符合性审查意见（密封）`, en: `Seat ${seat.nth} has handed in its review (sealed)`, audience: 'owner' }, { seat: seat.nth, digest: sm3(sealed) });
      await this.reviews.concludeWhenAllIn(task, evaluation, plan);
    });
  }

  /** 评标委员会和评标方法暂行规定 第二十七条: whether the bids that are left plainly lack competition, with a reason, sealed until all have said so. */
  judge(token: string | undefined, { competitive, reason }: CompetitionDto): Promise<void> {
    return this.db.transaction(async () => {
      const { seat, task, plan, evaluation } = await this.seats.locked(token, 'competition');
      if (seat.state !== 'accepted') throw declareFirst();
      const sealed = this.seal.seal(seat.id, 'competition', { competitive, reason });
      await this.db.repo(EvaluationSeat).update({ id: seat.id }, { competitionCipher: sealed, competitionAt: this.clock.now() });
      const actor = seatActor(seat);
      await this.tasks.tell({ actor, task }, 'evaluation-finding', { zh: `${actor.name}提交了竞争性意见（密封）`, en: `Seat ${seat.nth} has said whether the bids compete (sealed)`, audience: 'owner' }, { seat: seat.nth, digest: sm3(sealed) });
      await this.reviews.judgeWhenAllIn(task, evaluation, plan);
    });
  }
}
