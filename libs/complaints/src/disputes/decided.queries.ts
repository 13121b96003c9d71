import { Injectable } from '@nestjs/common';
import { Actor, Db, notFound } from '@huanbao/platform';
import { decidedComplaintPolicy } from '../complaints.policy';
import { Complaint } from '../entities';
import { ComplaintRounds } from '../rounds/rounds.service';
import type { DecidedComplaintView } from './decided.view';
import { ComplaintDispute } from './dispute.entity';

/** What somebody decided, with the answer it was about: nothing of the reporter, of other rounds or of what came later. */
@Injectable()
export class DecidedComplaints {
  constructor(
    private readonly db: Db,
    private readonly rounds: ComplaintRounds,
  ) {}

  async show(actor: Actor, id: string): Promise<DecidedComplaintView> {
    const complaint = await this.db.repo(Complaint).findOneBy({ id });
    const own = complaint ? await this.db.repo(ComplaintDispute).find({ where: { handledId: id, decidedBy: actor.userId }, order: { decidedAt: 'ASC', id: 'ASC' } }) : [];
    decidedComplaintPolicy.require(actor, 'decided-complaint.read', complaint && { regionCode: complaint.regionCode, decidedBy: own.map(one => one.decidedBy as string) });
    if (!complaint) throw notFound();
    const rounds = new Map((await this.rounds.of(id)).map(one => [one.round, one]));
    const decisions = own.map(one => ({ id: one.id, round: one.round, level: one.level, reason: one.reason, statedAt: one.statedAt.toISOString(), outcome: rounds.get(one.round)?.outcome ?? null, answer: rounds.get(one.round)?.answer ?? null, state: one.state, decisionReason: one.decisionReason, decidedAt: one.decidedAt?.toISOString() ?? null }));
    return { id, number: complaint.number ?? '', subject: complaint.subject, place: complaint.place, decisions };
  }
}
