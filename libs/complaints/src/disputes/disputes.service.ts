import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { Actor, Clock, Db, newId, notFound, shanghaiDate } from '@huanbao/platform';
import { disputeBarred, samePerson } from '../complaints.errors';
import type { JudgeDisputeDto } from '../dto';
import { Complaint } from '../entities';
import { ComplaintMessages } from '../handling/messages';
import { Change, ComplaintSteps, Step } from '../handling/steps';
import type { AppliedPeriod } from '../period-rules';
import { ComplaintPeriods } from '../periods';
import { ComplaintRounds } from '../rounds/rounds.service';
import { ComplaintDispute } from './dispute.entity';
import { DisputeLevel, disputeStanding, DisputeStanding } from './dispute-rules';
import { StandIns } from './stand-ins.service';

const ACTS = { first: { uphold: 'uphold', reopen: 'rehandle' }, review: { uphold: 'end-review', reopen: 'redo-upon-review' } } as const;
const dayOf = (at: Date | null): string | null => at && shanghaiDate(at);

/** Reporters who are not satisfied: the bureau judges it, somebody else than who answered; the second time the supervisor reviews it. */
@Injectable()
export class Disputes {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly periods: ComplaintPeriods,
    private readonly rounds: ComplaintRounds,
    private readonly steps: ComplaintSteps,
    private readonly messages: ComplaintMessages,
    private readonly standIns: StandIns,
  ) {}

  /** Of a report, or about the answer of one: in the order they were stated. */
  of(by: { readonly complaintId: string } | { readonly handledId: string }): Promise<ComplaintDispute[]> {
    return this.db.repo(ComplaintDispute).find({ where: by, order: { statedAt: 'ASC', id: 'ASC' } });
  }

  /** Whether this reporter may say today that the answer does not satisfy, until when, and as what it counts. */
  async standing(own: Complaint, handled: Complaint, c: CaseRecord): Promise<DisputeStanding> {
    const before = (await this.of({ complaintId: own.id })).map(({ level, state, round, decidedAt }) => ({ level, state, round, decidedOn: dayOf(decidedAt) }));
    const answered = { state: c.state, round: handled.round, answeredOn: dayOf(handled.answeredAt), closedOn: dayOf(c.closedAt) };
    return disputeStanding(answered, before, await this.periods.disputeDays(handled), this.clock.today());
  }

  /**
   * A reporter, or an officer for a reporter on the phone. A report that was merged is heard about the answer of the one it was merged into.
   * @throws 409 `complaint.not-disputable` with the reason
   */
  state(ownId: string, { reason, actor, by }: { readonly reason: string; readonly actor: Actor; readonly by: 'reporter' | 'officer' }): Promise<void> {
    return this.db.transaction(async () => {
      const { own, handled, c } = await this.locked(ownId);
      const standing = await this.standing(own, handled, c);
      if (standing.bar !== null || standing.level === null) throw disputeBarred(standing.bar ?? 'not-answered');
      const { level } = standing;
      await this.db.repo(ComplaintDispute).insert({ id: newId(), complaintId: own.id, handledId: handled.id, round: handled.round, level, reason, statedAt: this.clock.now(), enteredByName: by === 'officer' ? actor.name : null, state: 'open' });
      await this.db.repo(Complaint).update({ id: own.id }, { satisfaction: 'dissatisfied', ratingWords: reason, ratedAt: this.clock.now() });
      await this.moved(c, level, actor);
      if (own.id !== handled.id) await this.engine.note(own.id, { actor, authorise: () => undefined, text: SAID[level], action: 'complaint.disputed', details: { level, round: handled.round }, visibility: 'public' });
      await this.tell(c, own, level);
    });
  }

  /** 判断 or 复查: one decision answers all reporters whose dissatisfaction is open. By nobody who answered or judged before. */
  decide(step: Step, level: DisputeLevel, { decision, reason }: JudgeDisputeDto): Promise<void> {
    const change: Change = async (complaint, c, commencement) => {
      const open = (await this.of({ handledId: c.id })).filter(one => one.state === 'open');
      await this.assertOther(step.actor, complaint, level);
      const decided = { state: decision === 'reopen' ? ('reopened' as const) : ('upheld' as const), decisionReason: reason, decidedAt: this.clock.now(), decidedBy: step.actor.userId, decidedByName: step.actor.name, due: c.dueOn };
      for (const one of open) await this.db.repo(ComplaintDispute).update({ id: one.id }, decided);
      if (decision === 'uphold') {
        // the reasons are told like an answer: to everybody who gave a name
        await this.db.repo(Complaint).update({ parentId: c.id }, { callBack: null });
        return { callBack: null };
      }
      const round = await this.rounds.open(complaint, { because: level === 'first' ? 'dissatisfied' : 'review', reason, actor: step.actor, unit: complaint.unit, commencement: commencement as AppliedPeriod });
      await this.messages.enforcers(c, complaint.unit, `round-${round}`);
      return { reopened: complaint.reopened + 1, round };
    };
    return this.steps.act(step, ACTS[level][decision], { change, details: { decision, reason, level }, ...(decision === 'reopen' ? { starts: 'commencement' as const } : {}) });
  }

  /** Whether this officer may decide: not who answered the round, and for the review not who judged before. */
  async isOther(actor: Actor, complaint: Complaint, level: DisputeLevel): Promise<boolean> {
    return !(await this.standIns.barred(complaint, level)).has(actor.userId);
  }

  private async assertOther(actor: Actor, complaint: Complaint, level: DisputeLevel): Promise<void> {
    if (!(await this.isOther(actor, complaint, level))) throw samePerson();
  }

  /** The case goes to who judges, unless it is there already; a second statement takes it from the judging to the review. */
  private async moved({ id, state }: CaseRecord, level: DisputeLevel, actor: Actor): Promise<void> {
    const act = level === 'review' ? ('ask-review' as const) : ('dispute' as const);
    const isThere = state === 'review' || (state === 'disputed' && level === 'first');
    if (!isThere) {
      await this.steps.act({ actor, id }, act, { authorise: () => undefined, change: async () => ({}), starts: level === 'review' ? 'review' : 'judging' });
      return this.standIns.see(await this.db.repo(CaseRecord).findOneByOrFail({ id }));
    }
    await this.engine.note(id, { actor, authorise: () => undefined, text: SAID[level], action: 'complaint.disputed', details: { level }, visibility: 'bureau' });
  }

  /** The case of the answer first, then the report: in the order every step of the bureau takes them. */
  private async locked(ownId: string): Promise<{ own: Complaint; handled: Complaint; c: CaseRecord }> {
    const known = await this.db.repo(Complaint).findOneByOrFail({ id: ownId });
    const handledId = known.parentId ?? known.id;
    const c = await this.db.lock(CaseRecord, { id: handledId, kind: 'complaint' });
    const own = await this.db.lock(Complaint, { id: ownId });
    const handled = handledId === ownId ? own : await this.db.repo(Complaint).findOneBy({ id: handledId });
    if (!c || !own || !handled) throw notFound();
    // merged meanwhile: there is no answer of its own any more
    if ((own.parentId ?? own.id) !== handledId) throw disputeBarred('not-answered');
    return { own, handled, c };
  }

  private async tell(c: CaseRecord, own: Complaint, level: DisputeLevel): Promise<void> {
    const key = `${own.id}:${level}-${own.round}-${this.clock.now().toISOString()}`;
    const title = level === 'review' ? { zh: `举报人请求复查：${own.place}`, en: `A reporter asks for a review: ${own.place}` } : { zh: `举报人不满意：${own.place}`, en: `A reporter is dissatisfied: ${own.place}` };
    const body = { zh: `${own.number ?? ''}，请按期判断：重新办理，或说明理由。`, en: `${own.number ?? ''}: decide in time, to handle it again or to say why not.` };
    if (level === 'first') await this.messages.tell(c, { role: 'bureau.intake', key: `dispute:${key}`, title, body });
    await this.messages.tell(c, { role: 'bureau.supervisor', key: `dispute:${key}:supervisor`, title, body });
  }
}

const SAID: Readonly<Record<DisputeLevel, { zh: string; en: string }>> = {
  first: { zh: '举报人对答复不满意', en: 'A reporter is not satisfied with the answer' },
  review: { zh: '举报人请求复查', en: 'A reporter asks for a review' },
};
