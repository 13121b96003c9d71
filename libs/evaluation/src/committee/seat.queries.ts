import { Injectable } from '@nestjs/common';
import { StoredFile } from '@huanbao/documents';
import { Bid, ServiceTask } from '@huanbao/marketplace';
import { Db } from '@huanbao/platform';
import { In, IsNull } from 'typeorm';
import { EvaluationRecords } from '../evaluation.records';
import type { SeatBidView, SeatPageView } from '../views/evaluation.view';
import { enquiryView, planView } from '../views/views';
import { SeatsService } from './seats.service';

/** The page of a member: whom the declaration is about first, the offers after it, the own sheet only. */
@Injectable()
export class SeatQueries {
  constructor(
    private readonly seats: SeatsService,
    private readonly records: EvaluationRecords,
    private readonly db: Db,
  ) {}

  async page(token: string | undefined): Promise<SeatPageView> {
    const { seat, task, plan, evaluation } = await this.seats.of(token);
    const bids = await this.records.bids(task.id);
    const sheet = this.seats.ownSheet(seat);
    return {
      nth: seat.nth, kind: seat.kind, name: seat.name, state: seat.state === 'asked' ? 'asked' : 'accepted', evaluationState: evaluation.state, taskTitle: task.title, taskNumber: task.number, enterpriseName: task.enterpriseName,
      description: task.description, requirements: task.requirements, bidders: bids.map(bid => bid.firmName), plan: planView(plan, task),
      scoringDueAt: evaluation.scoringDueAt?.toISOString() ?? null,
      bids: seat.state === 'accepted' ? await this.bidViews(task, bids) : [],
      sheet: sheet && { seat: seat.nth, scores: [...sheet.scores], priceVotes: [...sheet.priceVotes], comment: sheet.comment },
      savedAt: seat.savedAt?.toISOString() ?? null, handedInAt: seat.handedInAt?.toISOString() ?? null,
    };
  }

  private async bidViews(task: ServiceTask, bids: readonly Bid[]): Promise<SeatBidView[]> {
    const enquiries = await this.records.enquiries(task.id);
    const ids = bids.flatMap(bid => bid.attachmentFileIds);
    const files = ids.length === 0 ? [] : await this.db.repo(StoredFile).findBy({ id: In(ids), removedAt: IsNull(), scanState: In(['clean', 'unscanned']) });
    return bids.map(bid => {
      const enquiry = enquiries.find(one => one.bidId === bid.id);
      return {
        bidId: bid.id, firmName: bid.firmName, priceYuan: bid.priceYuan as string, durationDays: bid.durationDays ?? 0, proposal: bid.proposal ?? '',
        files: files.filter(file => bid.attachmentFileIds.includes(file.id)).map(({ id, name, sizeBytes }) => ({ id, name, sizeBytes: Number(sizeBytes) })),
        enquiry: enquiry ? enquiryView(enquiry) : null,
      };
    });
  }
}
