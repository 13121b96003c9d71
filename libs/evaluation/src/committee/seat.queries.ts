import { Injectable } from '@nestjs/common';
import { StoredFile } from '@huanbao/documents';
import { Bid, PanelDecisions } from '@huanbao/marketplace';
import { Db } from '@huanbao/platform';
import { In, IsNull } from 'typeorm';
import type { EvaluationSeat } from '../evaluation.entity';
import { EvaluationRecords } from '../evaluation.records';
import { factsOf } from '../review/bid-facts';
import { conditionsFor } from '../review/plan-conditions';
import { ceilingOf } from '../rules/conditions';
import type { CompetitionVote } from '../rules/left';
import type { ReviewVote } from '../rules/review';
import type { SeatBidView, SeatPageView } from '../views/seat.view';
import { enquiryView, planView, responsivenessView } from '../views/views';
import { SeatContext, SeatsService } from './seats.service';
import { SheetSeal } from './sheet-seal';

/** The page of a member: whom the declaration is about first, the offers after it, the own sheets only; the others' findings when all are open. */
@Injectable()
export class SeatQueries {
  constructor(
    private readonly seats: SeatsService,
    private readonly records: EvaluationRecords,
    private readonly seal: SheetSeal,
    private readonly decisions: PanelDecisions,
    private readonly db: Db,
  ) {}

  async page(token: string | undefined): Promise<SeatPageView> {
    const context = await this.seats.of(token);
    const { seat, task, plan, evaluation } = context;
    const bids = await this.records.bids(task.id);
    return {
      nth: seat.nth, kind: seat.kind, name: seat.name, state: seat.state === 'asked' ? 'asked' : 'accepted', evaluationState: evaluation.state, taskTitle: task.title, taskNumber: task.number, enterpriseName: task.enterpriseName,
      description: task.description, requirements: task.requirements, bidders: bids.map(bid => bid.firmName), plan: planView(plan, task),
      scoringDueAt: evaluation.scoringDueAt?.toISOString() ?? null, rescoring: evaluation.rescoring, isBound: await this.seats.isBound(seat, evaluation),
      bids: seat.state === 'accepted' ? await this.bidViews(context, bids) : [],
      // while a replaced member reviews anew, what was found before is void
      outcome: evaluation.state === 'checking' || seat.state !== 'accepted' ? null : responsivenessView(evaluation, null),
      ...this.own(seat),
    };
  }

  private own(seat: EvaluationSeat): Pick<SeatPageView, 'review' | 'competition' | 'sheet' | 'savedAt' | 'handedInAt'> {
    const sheet = this.seats.ownSheet(seat);
    const competition = this.seal.open<CompetitionVote>(seat, 'competition');
    const votes = this.seal.open<ReviewVote[]>(seat, 'review') ?? [];
    return {
      review: { votes: votes.map(one => ({ ...one, failed: [...one.failed] })), savedAt: seat.reviewSavedAt?.toISOString() ?? null, handedInAt: seat.reviewedAt?.toISOString() ?? null },
      competition: competition && { seat: seat.nth, ...competition },
      sheet: sheet && { seat: seat.nth, scores: [...sheet.scores], priceVotes: [...sheet.priceVotes], comment: sheet.comment },
      savedAt: seat.savedAt?.toISOString() ?? null, handedInAt: seat.handedInAt?.toISOString() ?? null,
    };
  }

  /** In the review all bids, afterwards those that are scored. */
  private async bidViews({ task, plan, evaluation }: SeatContext, all: readonly Bid[]): Promise<SeatBidView[]> {
    const bids = all.filter(bid => evaluation.state === 'forming' || evaluation.state === 'checking' || bid.rejectedAt === null);
    const enquiries = await this.records.enquiries(task.id);
    const files = await this.filesOf(bids);
    const bonds = await this.decisions.bondsOf(task.id);
    const known = (bid: Bid) => ({ priceYuan: bid.priceYuan as string, ceilingYuan: ceilingOf({ ...task, ceilingYuan: plan.ceilingYuan }), bondPaidOn: bonds.get(bid.firmId) ?? null });
    return bids.map(bid => {
      const enquiry = enquiries.find(one => one.bidId === bid.id);
      return {
        bidId: bid.id, firmName: bid.firmName, priceYuan: bid.priceYuan as string, durationDays: bid.durationDays ?? 0, proposal: bid.proposal ?? '',
        files: files.filter(file => bid.attachmentFileIds.includes(file.id)).map(({ id, name, sizeBytes }) => ({ id, name, sizeBytes: Number(sizeBytes) })),
        enquiry: enquiry ? enquiryView(enquiry) : null,
        facts: factsOf(conditionsFor(plan, task), known(bid)),
      };
    });
  }

  private async filesOf(bids: readonly Bid[]): Promise<StoredFile[]> {
    const ids = bids.flatMap(bid => bid.attachmentFileIds);
    return ids.length === 0 ? [] : this.db.repo(StoredFile).findBy({ id: In(ids), removedAt: IsNull(), scanState: In(['clean', 'unscanned']) });
  }
}
