import { Injectable } from '@nestjs/common';
import { Db, newId, notFound, Outbox } from '@huanbao/platform';
import type { PenaltyContestDto, DailyPenaltyDto } from '../performance.dto';
import { type ContestEnd, PenaltyContest, PenaltyDecision } from '../entities';
import { Following } from '../executing/following.service';
import { changedFineNeeded, contestOpen, dailyCounted, dailyLate, dailyUnfit, dayTooEarly, decidedAlready, notAtThisStage, stopReasonNeeded } from '../penalties.errors';
import { penaltyRested, penaltyRevoked } from '../penalties.events';
import { PenaltyReference } from '../penalties.reference';
import { cents, type DailySpan, dailyPenalty, isZero, moreThan, replanned } from '../rules/money';
import { PenaltyActs, type Step } from './acting';
import { factsOf } from './deciding.service';
import { Opening } from './opening.service';
import { Performing } from './performing.service';

type Who = Pick<Step, 'actor' | 'id'>;

/** After the decision: 复议、诉讼, 按日连续处罚. */
@Injectable()
export class Contesting {
  constructor(
    private readonly db: Db,
    private readonly acts: PenaltyActs,
    private readonly performing: Performing,
    private readonly opening: Opening,
    private readonly reference: PenaltyReference,
    private readonly outbox: Outbox,
    private readonly following: Following,
  ) {}

  /** As a rule it does not stop execution (行政处罚法 第七十三条); where it does, the ground is written down, and publication and credit rest until its end. */
  contest(who: Who, { kind, body, number, filedOn, stopsExecution, stopReason }: PenaltyContestDto): Promise<void> {
    this.acts.notAfterToday('/filedOn', filedOn);
    const work = (): Promise<void> => this.acts.note(who, { need: 'penalty.investigate', text: { zh: kind === 'litigation' ? '登记行政诉讼' : '登记行政复议', en: kind === 'litigation' ? 'Litigation recorded' : 'Reconsideration recorded' }, action: 'penalty.contest', details: { kind, filedOn, stopsExecution } }, async penalty => {
      const decision = await this.acts.decision(who.id);
      if (!decision?.servedOn || decision.revokedAt) throw notAtThisStage();
      if (filedOn < decision.servedOn) throw dayTooEarly('/filedOn', decision.servedOn);
      if (stopsExecution && !stopReason) throw stopReasonNeeded();
      if ((await this.performing.contests(who.id)).some(one => one.endedOn === null)) throw contestOpen();
      const rests = stopsExecution || (await this.reference.text('contest-pauses')) === 'yes';
      await this.db.repo(PenaltyContest).insert({ id: newId(), penaltyId: who.id, kind, body, number: number ?? null, filedOn, stopsExecution, stopReason: stopReason ?? null, rests, endedOn: null, outcome: null, outcomeWords: null, changedFineYuan: null });
      if (rests) await this.outbox.publish(penaltyRested, factsOf(penalty, decision));
    });
    return this.db.transaction(() => work().then(() => this.following.follow(who.id)));
  }

  /** Whether it can have ended like that: it is open, the day is after its filing, a changed fine is lower. */
  async assertEnds(penaltyId: string, { contestId, endedOn, outcome, changedFineYuan }: ContestEnd): Promise<void> {
    this.acts.notAfterToday('/endedOn', endedOn);
    const contest = await this.db.lock(PenaltyContest, { id: contestId, penaltyId });
    const decision = await this.acts.decision(penaltyId);
    if (!contest || !decision) throw notFound();
    if (contest.endedOn) throw decidedAlready();
    if (endedOn < contest.filedOn) throw dayTooEarly('/endedOn', contest.filedOn);
    if (outcome === 'changed') this.lowered(decision, changedFineYuan);
  }

  /** How it ended, as two persons found. A change lowers the fine; a revocation takes the decision back. */
  async endContest(step: Step, end: ContestEnd, words: string): Promise<void> {
    const { contestId, endedOn, outcome, changedFineYuan } = end;
    await this.db.transaction(async () => {
      await this.acts.note(step, { need: 'penalty.approve', text: { zh: '登记复议、诉讼结果', en: 'Outcome of the contest recorded' }, action: 'penalty.end-contest', details: { contestId, outcome, changedFineYuan } }, async penalty => {
        await this.assertEnds(step.id, end);
        const decision = (await this.acts.decision(step.id)) as PenaltyDecision;
        const fine = outcome === 'changed' ? this.lowered(decision, changedFineYuan) : null;
        await this.db.repo(PenaltyContest).update({ id: contestId }, { endedOn, outcome, outcomeWords: words, changedFineYuan: fine });
        await this.outbox.publish(penaltyRested, factsOf(penalty, decision));
        if (fine !== null) {
          await this.db.repo(PenaltyDecision).update({ id: decision.id }, { dueFineYuan: fine, plan: replanned(decision.plan, fine) });
          await this.following.voidReminder(step.id);
          // the same event tells the credit that something of it was taken back
          await this.outbox.publish(penaltyRevoked, { ...factsOf(penalty, decision), fineYuan: fine });
        }
      });
      if (outcome === 'revoked') await this.performing.revoke(step, words);
      // what was paid may be enough now, and the periods of the court begin anew
      else await this.following.follow(step.id);
    });
  }

  /**
   * 按日连续处罚: a case of its own, whose amount the days and the first fine say. The re-inspection comes within its days after the order (办法 第十条);
   * a fine that was lowered upon a contest stands in the place of the first one.
   */
  daily(who: Who, { orderServedOn, reinspectedOn, words }: DailyPenaltyDto): Promise<string> {
    this.acts.notAfterToday('/reinspectedOn', reinspectedOn);
    return this.acts.note(who, { need: 'penalty.investigate', text: { zh: '复查仍在违法，提出按日连续处罚', en: 'Still in breach: a daily penalty was opened' }, action: 'penalty.open-daily', details: { orderServedOn, reinspectedOn } }, async penalty => {
      const decision = await this.acts.decision(who.id);
      if (!decision?.servedOn || decision.revokedAt || isZero(decision.dueFineYuan) || reinspectedOn <= orderServedOn || penalty.dailyYuan !== null) throw dailyUnfit();
      if (penalty.conductFrom !== null && orderServedOn < penalty.conductFrom) throw dayTooEarly('/orderServedOn', penalty.conductFrom);
      const last = await this.reference.end('daily-reinspection', orderServedOn);
      if (reinspectedOn > last) throw dailyLate(last);
      const fine = cents(decision.dueFineYuan);
      const span = dailyPenalty(fine, { orderServedOn, reinspectedOn, counted: await this.counted(penalty.id) });
      if (!span) throw dailyCounted();
      const { partyKind: kind, partyOrgId: orgId, partyName: name, partyCode: code, partyCodeCipher, violation, violationTitle, hasConsequence } = penalty;
      return this.opening.register(who.actor, {
        kind: 'daily', text: `${words}（责令改正 ${orderServedOn} 送达，${reinspectedOn} 复查仍在违法；计罚 ${span.from} 至 ${span.to}，${fine} 元 × ${span.days} 日 = ${span.yuan} 元）`, discoveredOn: reinspectedOn, party: { kind, orgId, name, code }, regionCode: penalty.regionCode,
        more: { parentId: penalty.id, dailyDays: span.days, dailyYuan: span.yuan, dailyFrom: span.from, dailyTo: span.to, partyCodeCipher, violation, violationTitle, hasConsequence },
      });
    });
  }

  /** Days that daily penalties of this breach count already; what was not filed or was revoked counts none. Under the lock of the parent's case. */
  private counted(parentId: string): Promise<DailySpan[]> {
    return this.db.query<DailySpan & object>(
      `SELECT p.daily_from::text AS "from", p.daily_to::text AS "to" FROM penalty p JOIN case_record c ON c.id = p.id LEFT JOIN penalty_decision d ON d.penalty_id = p.id
        WHERE p.parent_id = $1 AND p.daily_from IS NOT NULL AND c.state NOT IN ('not-filed', 'revoked') AND d.revoked_at IS NULL AND coalesce(d.kind, 'penalty') = 'penalty' ORDER BY 1`, [parentId]);
  }

  private lowered({ dueFineYuan }: PenaltyDecision, changed: string | null): string {
    if (changed === null || !moreThan(dueFineYuan, changed)) throw changedFineNeeded(dueFineYuan);
    return cents(changed);
  }
}
