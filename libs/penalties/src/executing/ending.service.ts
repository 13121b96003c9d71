import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { type AppError, Db } from '@huanbao/platform';
import { type PenaltyUndoing, PenaltyDecision } from '../entities';
import { dayTooEarly, endOvertaken, endUnfit, notAtThisStage } from '../penalties.errors';
import { barOfCourtEnd, barOfGivingUp, endDay, firstEndDay, type PursuitEnd } from '../rules/ending';
import { GIVE_UP_WORDS, type GiveUpGround } from '../words';
import { PenaltyActs, type Step } from '../steps/acting';
import { PenaltyExecution } from './execution.entity';
import { Following, lastDue, type Pursuit } from './following.service';

export interface Ending {
  readonly kind: 'give-up' | 'court-end';
  readonly ground: GiveUpGround | null;
  readonly endedOn: string;
}

/** 不再申请执行 and 终结执行: what is owed and pursued no more. Proposed and decided as everything that undoes; publication and credit stay, the penalty stands. */
@Injectable()
export class EndingPursuit {
  constructor(
    private readonly db: Db,
    private readonly acts: PenaltyActs,
    private readonly following: Following,
  ) {}

  /** Whether it can end like that today. @param tooEarly what is said of a day that cannot be @throws 400, 409 saying why not */
  async assert(penaltyId: string, { kind, ground, endedOn }: Ending, tooEarly = (least: string): AppError => dayTooEarly('/endedOn', least)): Promise<Pursuit> {
    this.acts.notAfterToday('/endedOn', endedOn);
    const found = await this.following.pursuit(penaltyId);
    if (!found || found.decision.revokedAt) throw notAtThisStage();
    const { decision, execution, isOverdue, contests, span, atCourt, confirmedOn } = found;
    const facts = { isOverdue, isContested: contests.some(one => one.endedOn === null), isEnded: decision.pursuitEnded !== null, filedOn: execution?.filedOn ?? null, courtStep: atCourt?.step, span, today: this.acts.today };
    const bar = kind === 'court-end' ? barOfCourtEnd(facts) : barOfGivingUp(ground as GiveUpGround, facts);
    if (bar) throw endUnfit(bar);
    // an instalment that is missed makes the party overdue before the last one is due
    const overdueOn = [addDays(lastDue(decision), 1), this.acts.today].sort()[0];
    const happened = [overdueOn, execution?.issuedOn, execution?.served?.on, execution?.approvedOn, ...confirmedOn];
    const least = firstEndDay(kind, ground, { happened, span, courtOn: atCourt?.on ?? null });
    if (endedOn < least) throw tooEarly(least);
    return found;
  }

  /** As two persons found: the clocks of the case end with it, and what is added for days too late grows no more. */
  async end(step: Step, { kind, ground, endedOn, documentNo, fileId, reason, proposedByName }: PenaltyUndoing): Promise<void> {
    if (kind !== 'give-up' && kind !== 'court-end') return;
    const of = ground as GiveUpGround | null;
    await this.db.transaction(async () => {
      const isCourt = kind === 'court-end';
      const text = isCourt ? { zh: '法院终结执行，停止计时', en: 'Ended by the court: no period runs' } : { zh: `不再申请强制执行：${of ? GIVE_UP_WORDS[of].zh : ''}`, en: `No longer pursued: ${of ? GIVE_UP_WORDS[of].en : ''}` };
      await this.acts.note(step, { need: 'penalty.approve', text, action: `penalty.${kind}`, details: { ground, endedOn, documentNo, reason } }, async () => {
        const on = endDay({ kind, ground: of, endedOn: endedOn as string, documentNo }, this.acts.today);
        const { decision, execution } = await this.assert(step.id, { kind, ground: of, endedOn: on }, endOvertaken);
        const ended: PursuitEnd = { how: isCourt ? 'court' : 'given-up', ground: of, on, documentNo, words: reason, fileId, proposedByName, decidedByName: step.actor.name };
        await this.db.repo(PenaltyDecision).update({ id: decision.id }, { pursuitEnded: ended } as object);
        const entry = { step: 'ended' as const, on, number: documentNo, words: reason, fileId, byName: `${proposedByName}、${step.actor.name}` };
        if (isCourt && execution) await this.db.repo(PenaltyExecution).update({ id: execution.id }, { steps: [...execution.steps, entry] });
      });
      await this.following.follow(step.id);
    });
  }
}
