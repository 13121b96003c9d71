import { Injectable } from '@nestjs/common';
import { addPeriod } from '@huanbao/calendar';
import { CalendarService } from '@huanbao/casework';
import { Db, newId, notFound, Outbox, violatedConstraint } from '@huanbao/platform';
import type { PenaltyContestDto, CourtApplicationDto, DailyPenaltyDto, PenaltyReminderDto } from '../performance.dto';
import { type ContestEnd, PenaltyContest, PenaltyDecision } from '../entities';
import { changedFineNeeded, contestOpen, courtUnfit, dailyUnfit, dayTooEarly, decidedAlready, executionStopped, notAtThisStage, reminderFirst, reminderUnfit, stopReasonNeeded } from '../penalties.errors';
import { penaltyRested, penaltyRevoked } from '../penalties.events';
import { PenaltyReference } from '../penalties.reference';
import { monthsAfter } from '../rules/law';
import { cents, dailyPenalty, isZero, moreThan } from '../rules/money';
import { PenaltyActs, type Step } from './acting';
import { factsOf } from './deciding.service';
import { Opening } from './opening.service';
import { Performing } from './performing.service';

type Who = Pick<Step, 'actor' | 'id'>;

/** After the decision: 复议、诉讼, 催告 and the court, 按日连续处罚. */
@Injectable()
export class Contesting {
  constructor(
    private readonly db: Db,
    private readonly acts: PenaltyActs,
    private readonly performing: Performing,
    private readonly opening: Opening,
    private readonly reference: PenaltyReference,
    private readonly calendars: CalendarService,
    private readonly outbox: Outbox,
  ) {}

  /** As a rule it does not stop execution (行政处罚法 第七十三条); where it does, the ground is written down, and publication and credit rest until its end. */
  contest(who: Who, { kind, body, number, filedOn, stopsExecution, stopReason }: PenaltyContestDto): Promise<void> {
    this.acts.notAfterToday('/filedOn', filedOn);
    return this.acts.note(who, { need: 'penalty.investigate', text: { zh: kind === 'litigation' ? '登记行政诉讼' : '登记行政复议', en: kind === 'litigation' ? 'Litigation recorded' : 'Reconsideration recorded' }, action: 'penalty.contest', details: { kind, filedOn, stopsExecution } }, async penalty => {
      const decision = await this.acts.decision(who.id);
      if (!decision?.servedOn || decision.revokedAt) throw notAtThisStage();
      if (filedOn < decision.servedOn) throw dayTooEarly('/filedOn', decision.servedOn);
      if (stopsExecution && !stopReason) throw stopReasonNeeded();
      if ((await this.performing.contests(who.id)).some(one => one.endedOn === null)) throw contestOpen();
      const rests = stopsExecution || (await this.reference.text('contest-pauses')) === 'yes';
      await this.db.repo(PenaltyContest).insert({ id: newId(), penaltyId: who.id, kind, body, number: number ?? null, filedOn, stopsExecution, stopReason: stopReason ?? null, rests, endedOn: null, outcome: null, outcomeWords: null, changedFineYuan: null });
      if (rests) await this.outbox.publish(penaltyRested, factsOf(penalty, decision));
    });
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
          await this.db.repo(PenaltyDecision).update({ id: decision.id }, { dueFineYuan: fine, plan: decision.paymentDueOn ? [{ dueOn: decision.paymentDueOn, yuan: fine }] : [] });
          // the same event tells the credit that something of it was taken back
          await this.outbox.publish(penaltyRevoked, { ...factsOf(penalty, decision), fineYuan: fine });
        }
      });
      if (outcome === 'revoked') await this.performing.revoke(step, words);
    });
  }

  /** 催告 (行政强制法 第五十四条). */
  remind(who: Who, { servedOn }: PenaltyReminderDto): Promise<void> {
    this.acts.notAfterToday('/servedOn', servedOn);
    return this.acts.note(who, { need: 'penalty.investigate', text: { zh: '送达催告书', en: 'Reminder served' }, action: 'penalty.remind', details: { servedOn } }, async (_, state) => {
      const decision = await this.performing.served(who.id, state);
      const isOverdue = decision.plan.some(one => one.dueOn < servedOn) && !isZero((await this.performing.account(decision)).openYuan);
      if (!isOverdue || decision.execution?.remindedOn) throw reminderUnfit();
      const { days, dayType } = await this.reference.period('reminder');
      const waited = addPeriod(servedOn, { days, dayType }, await this.calendars.calendar()).date;
      const litigationUntil = monthsAfter(decision.servedOn as string, await this.reference.number('period:litigation'));
      const fromDay = waited > litigationUntil ? waited : litigationUntil;
      await this.db.repo(PenaltyDecision).update({ id: decision.id }, { execution: { remindedOn: servedOn, fromDay, untilDay: monthsAfter(litigationUntil, await this.reference.number('period:court')), appliedOn: null, court: null, courtNumber: null } });
    });
  }

  /** 申请人民法院强制执行, within three months after the period of litigation. */
  apply(who: Who, { appliedOn, court, number }: CourtApplicationDto): Promise<void> {
    this.acts.notAfterToday('/appliedOn', appliedOn);
    return this.acts.note(who, { need: 'penalty.investigate', text: { zh: '申请人民法院强制执行', en: 'Application to the court' }, action: 'penalty.apply-court', details: { appliedOn, court } }, async (_, state) => {
      const decision = await this.performing.served(who.id, state);
      const { execution } = decision;
      if (!execution?.remindedOn || !execution.fromDay) throw reminderFirst();
      if (execution.appliedOn) throw decidedAlready();
      if ((await this.performing.contests(who.id)).some(one => one.endedOn === null && one.stopsExecution)) throw executionStopped();
      if (appliedOn <= execution.fromDay || appliedOn > execution.untilDay) throw courtUnfit(execution.fromDay, execution.untilDay);
      await this.db.repo(PenaltyDecision).update({ id: decision.id }, { execution: { ...execution, appliedOn, court, courtNumber: number ?? null } });
    });
  }

  /** 按日连续处罚: a case of its own, whose amount the days and the first fine say. */
  async daily(who: Who, { orderServedOn, reinspectedOn, words }: DailyPenaltyDto): Promise<string> {
    this.acts.notAfterToday('/reinspectedOn', reinspectedOn);
    try {
      return await this.acts.note(who, { need: 'penalty.investigate', text: { zh: '复查仍在违法，提出按日连续处罚', en: 'Still in breach: a daily penalty was opened' }, action: 'penalty.open-daily', details: { orderServedOn, reinspectedOn } }, async penalty => {
        const decision = await this.acts.decision(who.id);
        if (!decision?.servedOn || decision.revokedAt || isZero(decision.fineYuan) || reinspectedOn <= orderServedOn || penalty.dailyYuan !== null) throw dailyUnfit();
        const { days, yuan } = dailyPenalty(decision.fineYuan, orderServedOn, reinspectedOn);
        const { partyKind: kind, partyOrgId: orgId, partyName: name, partyCode: code, partyCodeCipher, violation, violationTitle, hasConsequence } = penalty;
        return this.opening.register(who.actor, {
          kind: 'daily', text: `${words}（责令改正 ${orderServedOn} 送达，${reinspectedOn} 复查仍在违法；${decision.fineYuan} 元 × ${days} 日 = ${yuan} 元）`, discoveredOn: reinspectedOn, party: { kind, orgId, name, code }, regionCode: penalty.regionCode,
          more: { parentId: penalty.id, dailyDays: days, dailyYuan: yuan, partyCodeCipher, violation, violationTitle, hasConsequence },
        });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'penalty_daily') throw dailyUnfit();
      throw error;
    }
  }

  private lowered({ dueFineYuan }: PenaltyDecision, changed: string | null): string {
    if (changed === null || !moreThan(dueFineYuan, changed)) throw changedFineNeeded(dueFineYuan);
    return cents(changed);
  }
}
