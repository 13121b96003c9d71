import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, newId, notFound } from '@huanbao/platform';
import type { Complaint } from '../entities';
import type { AppliedPeriod, ClockPeriod } from '../period-rules';
import { Cause, ComplaintRound } from './round.entity';

interface Opening {
  readonly because: Cause;
  readonly reason: string | null;
  readonly actor: Actor;
  readonly unit: string | null;
  readonly commencement: AppliedPeriod;
}

/** Rounds of handling: one is opened by the acceptance and by each reopening; what a former one answered stays as it is. */
@Injectable()
export class ComplaintRounds {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Opens the next round of a locked complaint. @returns its number */
  async open(complaint: Complaint, { because, reason, actor, unit, commencement }: Opening): Promise<number> {
    const round = complaint.round + 1;
    await this.db.repo(ComplaintRound).insert({
      id: newId(), complaintId: complaint.id, round, openedAt: this.clock.now(), because, openedReason: reason, openedByName: actor.name, unit, callBacks: [], periods: { commencement },
    });
    return round;
  }

  /** The newest round of a complaint; undefined before the acceptance. */
  async current({ id, round }: Pick<Complaint, 'id' | 'round'>): Promise<ComplaintRound | undefined> {
    return (await this.db.repo(ComplaintRound).findOneBy({ complaintId: id, round })) ?? undefined;
  }

  /** Writes into the newest round of a locked complaint. */
  async write(complaint: Pick<Complaint, 'id' | 'round'>, change: Partial<ComplaintRound>, period?: readonly [ClockPeriod, AppliedPeriod]): Promise<ComplaintRound> {
    const found = await this.current(complaint);
    if (!found) throw notFound();
    const row = { ...change, ...(period ? { periods: { ...found.periods, [period[0]]: period[1] } } : {}) };
    await this.db.repo(ComplaintRound).update({ id: found.id }, row as object);
    return Object.assign(found, row);
  }

  of(complaintId: string): Promise<ComplaintRound[]> {
    return this.db.repo(ComplaintRound).find({ where: { complaintId }, order: { round: 'ASC' } });
  }
}
