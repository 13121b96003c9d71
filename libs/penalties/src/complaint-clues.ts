import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { complaintAnsweredAnew, COMPLAINT_OUTCOMES } from '@huanbao/complaints';
import { Db, defineJob, Delivery, Handles, systemActor } from '@huanbao/platform';
import { In } from 'typeorm';
import { Clues } from './clues/clues.service';
import { Penalty } from './entities';
import { penaltyMachine } from './penalty.machine';
import { PenaltyActs } from './steps/acting';
import { Opening } from './steps/opening.service';

const BY = systemActor('penalties');
const SOURCES = ['complaint', 'complaint-round'];
const GONE: readonly string[] = ['not-filed', 'revoked'];
const words = (outcome: string | null): string => (outcome === null ? '' : (COMPLAINT_OUTCOMES[outcome as keyof typeof COMPLAINT_OUTCOMES]?.zh ?? outcome));

interface Told {
  readonly complaintId: string;
  readonly number: string;
  readonly roundId: string;
  readonly earlier: string[];
  readonly enterpriseId: string | null;
  readonly outcome: string;
  readonly before: string | null;
  readonly regionCode: string;
  /** The day of the answer; left out in messages of before. */
  readonly on?: string;
}

/** A complaint was answered in a further round: the clue of an earlier answer is looked at again. */
export const followComplaint = defineJob<Told>('penalty.follow-complaint', { queue: 'quick', on: complaintAnsweredAnew });

/**
 * A clue rests on the answer that stands. One that nobody has taken up is taken back by the platform that brought it; a case that is on its way
 * is revised: its officers read what the answer says now and decide.
 */
@Injectable()
export class ComplaintClues {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
    private readonly acts: PenaltyActs,
    private readonly opening: Opening,
    private readonly clues: Clues,
  ) {}

  @Handles(followComplaint)
  async follow(told: Told, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.look(told));
  }

  private async look(told: Told): Promise<void> {
    const { complaintId, enterpriseId, earlier, roundId } = told;
    await this.clues.lock(complaintId);
    const cases = await this.db.repo(Penalty).find({ where: { complaintId, sourceType: In(SOURCES) }, order: { id: 'ASC' } });
    // a newer round has spoken already
    if (cases.some(one => ![complaintId, ...earlier, roundId].includes(one.sourceId ?? ''))) return;
    const isJustified = told.outcome === 'confirmed' && enterpriseId !== null;
    let stands = false;
    for (const one of cases) {
      const c = await this.db.lock(CaseRecord, { id: one.id });
      if (!c || GONE.includes(c.state)) continue;
      if (isJustified && one.partyOrgId === enterpriseId) stands = true;
      else await this.takeBack(c, one, told);
    }
    // the first clue of a complaint comes with its answer
    if (isJustified && cases.length > 0 && !stands) await this.clues.round({ ...told, enterpriseId });
  }

  private async takeBack(c: CaseRecord, one: Penalty, { number, outcome, before, enterpriseId }: Told): Promise<void> {
    const other = outcome === 'confirmed' && enterpriseId !== one.partyOrgId;
    const reason = other ? `投诉 ${number} 重新办理后，被举报单位已经更正，不是本件当事人` : `投诉 ${number} 重新办理后，${before === outcome ? `查处结果为“${words(outcome)}”` : `查处结果由“${words(before)}”变为“${words(outcome)}”`}`;
    const details = { outcome, before, enterpriseId };
    if (c.state === 'clue' && c.claimedBy === null && one.openedBy === BY.userId && one.inspectionId === null) {
      await this.engine.act(penaltyMachine, one.id, 'refuse', { actor: BY, reason: `${reason}，自动撤回线索`, details, authorise: () => undefined, effects: async () => void (await this.db.repo(Penalty).update({ id: one.id }, { filedByName: BY.name })) });
      return;
    }
    await this.acts.line(BY, one.id, { text: { zh: `${reason}，请据此核查本件是否继续`, en: `The complaint ${number} was answered anew; decide whether this goes on` }, action: 'penalty.source-revised', details });
    for (const role of ['bureau.enforcer', 'bureau.approver']) await this.opening.tell(one, role, { key: `source-revised:${number}:${outcome}:${role}`, zh: '线索来源的投诉已改变结论', en: 'The complaint behind it was answered otherwise' });
  }
}
