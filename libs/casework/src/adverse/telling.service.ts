import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db } from '@huanbao/platform';
import { In } from 'typeorm';
import { CaseRecord } from '../case.entity';
import { CaseHooks } from '../engine/case-hooks';
import { CaseMessages } from '../engine/case-messages';
import { CaseMover } from '../engine/case-mover';
import { machineOf } from '../machine/machine';
import type { Bilingual } from '../machine/machine.types';
import type { CaseNotice } from '../outcome.entity';
import { AdverseDecision, ToldHow } from './adverse.entity';
import { isUntold } from './adverse.rules';
import { stepNamed } from './adverse.service';
import { AdverseTerms } from './adverse-terms';

/** The 事先告知书 reaches the party, and with that its periods begin: the day after, never from the proposal. */
@Injectable()
export class AdverseTelling {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly mover: CaseMover,
    private readonly hooks: CaseHooks,
    private readonly messages: CaseMessages,
    private readonly terms: AdverseTerms,
  ) {}

  /** What is open or decided of a case, under the case's lock. */
  current(caseId: string): Promise<AdverseDecision | null> {
    return this.db.repo(AdverseDecision).findOneBy({ caseId, state: In(['open', 'decided']) });
  }

  /** By its recorded service. A notice whose party is told already, or that no decision waits for, changes nothing. */
  async served(c: CaseRecord, notice: CaseNotice, { actor, servedOn }: { readonly actor: Actor; readonly servedOn: string }): Promise<void> {
    const one = await this.current(c.id);
    if (one?.noticeId !== notice.id || one.state !== 'open') return;
    if (!isUntold(one)) return one.toldHow === 'spoke' && one.statedAt === null ? this.lengthen(one, servedOn) : undefined;
    const told = await this.tell(c, one, { actor, on: servedOn, how: 'served', text: { zh: '事先告知书已送达', en: 'The notice was served' } });
    await this.messages.told(c, { id: one.id, until: told.statementUntil ?? '', hearingUntil: told.hearingUntil });
  }

  /** It spoke before the paper came: what the paper promises runs from its service, and is never shorter for that. */
  private async lengthen(one: AdverseDecision, on: string): Promise<void> {
    const { statementUntil, hearingUntil } = await this.terms.ends(one, on);
    const later = (a: string | null, b: string | null): string | null => (a !== null && b !== null && b > a ? b : a);
    await this.db.repo(AdverseDecision).update({ id: one.id }, { statementUntil: later(one.statementUntil, statementUntil), hearingUntil: later(one.hearingUntil, hearingUntil) });
  }

  /** By a word of the party: who answers the notice was told. @returns the decision as it stands now */
  async spoke(c: CaseRecord, one: AdverseDecision, { actor, on = this.clock.today() }: { readonly actor: Actor; readonly on?: string | undefined }): Promise<AdverseDecision> {
    if (!isUntold(one)) return one;
    return this.tell(c, one, { actor, on, how: 'spoke', text: { zh: '当事人已经知悉告知的内容', en: 'The party knows what it is told' } });
  }

  private async tell(c: CaseRecord, one: AdverseDecision, told: { readonly actor: Actor; readonly on: string; readonly how: ToldHow; readonly text: Bilingual }): Promise<AdverseDecision> {
    const machine = machineOf(c.kind);
    const change = { toldOn: told.on, toldHow: told.how, ...(await this.terms.ends(one, told.on)) };
    await this.db.repo(AdverseDecision).update({ id: one.id }, change);
    await this.mover.act(machine, c.id, stepNamed(machine, 'tell'), {
      actor: told.actor,
      // whoever serves or speaks was asked for the right to do that
      authorise: () => undefined,
      publicText: told.text,
      details: { adverseId: one.id, toldOn: told.on, how: told.how },
      effects: (moved, t) => this.hooks.runAdverse(moved, t),
    });
    return { ...one, ...change };
  }
}
