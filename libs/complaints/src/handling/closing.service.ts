import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { Actor, Clock, Db, notFound, Outbox } from '@huanbao/platform';
import { disputeInstead, namedUntold, notToBeCalled, noCallBackReason } from '../complaints.errors';
import { complaintClosed } from '../complaints.events';
import { complaintPolicy } from '../complaints.policy';
import type { CloseComplaintDto, ReopenComplaintDto } from '../dto';
import { Complaint } from '../entities';
import type { CallBack } from '../rounds/round.entity';
import type { AppliedPeriod } from '../period-rules';
import { ComplaintRounds } from '../rounds/rounds.service';
import { ComplaintMessages } from './messages';
import { Change, ComplaintSteps, Step } from './steps';

/** 回访 and what follows: the reporters are told and it is closed, or it is taken up again. */
@Injectable()
export class Closing {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly steps: ComplaintSteps,
    private readonly rounds: ComplaintRounds,
    private readonly messages: ComplaintMessages,
    private readonly outbox: Outbox,
  ) {}

  /** 法典 146: who gave a name is told the result, whether the report was merged or not; if not, the file says why. */
  close(step: Step, given: CloseComplaintDto): Promise<void> {
    const change: Change = async (complaint, c) => {
      const untold = await this.db.repo(Complaint).createQueryBuilder('o').where('o.parentId = :id AND o.isNamed AND o.callBack IS NULL', { id: c.id }).orderBy('o.receivedAt').getMany();
      if (untold.length > 0) throw namedUntold(untold.map(one => one.number ?? ''));
      const told = this.callBack(step.actor, complaint, given);
      const before = (await this.rounds.current(complaint))?.callBacks ?? [];
      await this.rounds.write(complaint, { callBacks: [...before, ...(told.callBack ? [told.callBack] : [])] });
      await this.outbox.publish(complaintClosed, { complaintId: c.id, enterpriseId: complaint.enterpriseId, outcome: complaint.outcome ?? 'unfounded', regionCode: c.regionCode });
      return told;
    };
    return this.steps.act(step, 'close', { change, details: { reached: given.reached } });
  }

  /** The reporter of a merged report is called back too. */
  tellMerged({ actor, id }: Step, given: CloseComplaintDto): Promise<void> {
    return this.db.transaction(async () => {
      const known = await this.db.repo(Complaint).findOneBy({ id });
      complaintPolicy.require(actor, 'complaint.close', known);
      if (!known?.parentId) throw notToBeCalled();
      // an answer that is given meanwhile has to be told anew: it waits, or this does
      const parent = await this.db.lock(CaseRecord, { id: known.parentId });
      const own = await this.db.lock(Complaint, { id });
      if (!own) throw notFound();
      if (parent?.state !== 'answered' && parent?.state !== 'closed') throw notToBeCalled();
      await this.db.repo(Complaint).update({ id }, this.callBack(actor, own, given));
      await this.engine.note(id, { actor, authorise: () => undefined, text: { zh: '回访举报人', en: 'The reporter was called back' }, action: 'complaint.called-back', details: { reached: given.reached, words: given.words, reason: given.noCallBackReason ?? null }, visibility: 'bureau' });
    });
  }

  /** By an officer, at any time: new facts, an answer that was false. */
  reopen(step: Step, { ground, reason }: ReopenComplaintDto): Promise<void> {
    const change: Change = async (complaint, c, commencement) => {
      const round = await this.rounds.open(complaint, { because: ground, reason, actor: step.actor, unit: complaint.unit, commencement: commencement as AppliedPeriod });
      await this.messages.enforcers(c, complaint.unit, `round-${round}`);
      return { reopened: complaint.reopened + 1, round };
    };
    return this.steps.act(step, 'reopen', { reason, change, starts: 'commencement', details: { ground } });
  }

  private callBack(actor: Actor, complaint: Complaint, { reached, words, satisfaction, noCallBackReason: reason }: CloseComplaintDto): Pick<Complaint, 'callBack'> & Partial<Complaint> {
    if (satisfaction === 'dissatisfied') throw disputeInstead();
    if (complaint.isNamed && !reached && !reason) throw noCallBackReason();
    const at = this.clock.now();
    const callBack: CallBack = { reached, words, reason: reached ? null : (reason ?? null), byName: actor.name, at: at.toISOString() };
    return { callBack, ...(reached && satisfaction && complaint.satisfaction === null ? { satisfaction, ratedAt: at } : {}) };
  }
}
