import { Injectable } from '@nestjs/common';
import { ActOptions, type Bilingual, CaseEngine, CaseRecord, Impartiality } from '@huanbao/casework';
import { Actor, Clock, Db, notFound, SYSTEM_USER_ID } from '@huanbao/platform';
import { Penalty, PenaltyDecision, PenaltyNotice } from '../entities';
import { dayInFuture, investigatorReviews, notInvestigator } from '../penalties.errors';
import { PenaltyAction, penaltyPolicy } from '../penalties.policy';
import { penaltyMachine, type PenaltyStep } from '../penalty.machine';

export interface Step {
  readonly actor: Actor;
  readonly id: string;
  readonly version: number;
}

export type Change = (penalty: Penalty, c: CaseRecord) => Promise<Partial<Penalty>>;
type Given = { readonly change: Change; readonly check?: (penalty: Penalty) => void | Promise<void> } & Pick<ActOptions, 'reason' | 'details' | 'extendDays' | 'clockPeriods' | 'clockSince' | 'publicText'>;

export interface Noting {
  readonly need: PenaltyAction;
  readonly text: Bilingual;
  readonly action: string;
  readonly details?: Record<string, unknown>;
}

/** How every step of a penalty case is done: under the locks of the case and of the penalty, by somebody who may, in one transaction with timeline and audit. */
@Injectable()
export class PenaltyActs {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
    private readonly impartiality: Impartiality,
    private readonly clock: Clock,
  ) {}

  get today(): string {
    return this.clock.today();
  }

  get now(): Date {
    return this.clock.now();
  }

  /** A step of the machine. `check` refuses before anything moves. */
  async act({ actor, id, version }: Step, action: PenaltyStep, { change, check, ...options }: Given): Promise<void> {
    const need = penaltyMachine.actions[action].action as PenaltyAction;
    await this.engine.act(penaltyMachine, id, action, {
      ...options, actor, expectedVersion: version,
      authorise: c => this.authorise(actor, need, c),
      effects: async c => {
        const penalty = await this.locked(id);
        await check?.(penalty);
        const changed = await change(penalty, c);
        if (Object.keys(changed).length > 0) await this.db.repo(Penalty).update({ id }, changed as object);
      },
    });
  }

  /** Something that moves nothing, with its line in the timeline. The work runs under the case's lock. */
  note<T>({ actor, id }: Pick<Step, 'actor' | 'id'>, { need, text, action, details }: Noting, work: (penalty: Penalty, state: string) => Promise<T>): Promise<T> {
    return this.db.transaction(async () => {
      const c = await this.db.lock(CaseRecord, { id, kind: 'penalty' });
      const penalty = await this.db.lock(Penalty, { id });
      penaltyPolicy.require(actor, need, penalty);
      if (!c || !penalty) throw notFound();
      await this.unbiased(penalty, actor);
      const result = await work(penalty, c.state);
      await this.line(actor, id, { text, action, details });
      return result;
    });
  }

  /** A line of the party or of the system; who calls has decided that it may. */
  line(actor: Actor, id: string, { text, action, details }: Omit<Noting, 'need'>): Promise<CaseRecord> {
    return this.engine.note(id, { actor, authorise: () => undefined, text, action, details, visibility: 'bureau' });
  }

  async locked(id: string): Promise<Penalty> {
    const penalty = await this.db.lock(Penalty, { id });
    if (!penalty) throw notFound();
    return penalty;
  }

  notice(penaltyId: string): Promise<PenaltyNotice | null> {
    return this.db.repo(PenaltyNotice).findOneBy({ penaltyId, isCurrent: true });
  }

  decision(penaltyId: string): Promise<PenaltyDecision | null> {
    return this.db.repo(PenaltyDecision).findOneBy({ penaltyId });
  }

  notAfterToday(pointer: string, day: string | null | undefined): void {
    if (day != null && day > this.today) throw dayInFuture(pointer);
  }

  private async authorise(actor: Actor, need: PenaltyAction, c: CaseRecord): Promise<void> {
    penaltyPolicy.require(actor, need, c);
    await this.unbiased(await this.locked(c.id), actor);
  }

  /** 行政处罚法 第四十三条: who belongs to the party does not work on its case. */
  private async unbiased({ partyOrgId }: Penalty, actor: Actor): Promise<void> {
    if (partyOrgId !== null && actor.userId !== SYSTEM_USER_ID) await this.impartiality.require({ partyOrgId, agentOrgId: null, matter: 'none' }, actor);
  }
}

export const isInvestigator = ({ investigators, submittedBy, concludedBy }: Penalty, userId: string): boolean => userId === submittedBy || userId === concludedBy || investigators.some(one => one.userId === userId);

export function byInvestigator(penalty: Penalty, actor: Actor): void {
  if (!penalty.investigators.some(one => one.userId === actor.userId)) throw notInvestigator();
}

export function notByInvestigator(penalty: Penalty, actor: Actor): void {
  if (isInvestigator(penalty, actor.userId)) throw investigatorReviews();
}
