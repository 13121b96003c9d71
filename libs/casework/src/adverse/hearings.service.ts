import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, shanghaiDate } from '@huanbao/platform';
import { CaseRecord } from '../case.entity';
import { CaseFiles } from '../case.files';
import { chairNeeded, clockStandsStill, hearingDay, hearingNotAsked, hearingNotSet, hearingUnasked } from '../casework.errors';
import { casePolicy } from '../casework.policy';
import type { Effects } from '../engine/acting';
import { CaseHooks } from '../engine/case-hooks';
import { CaseMessages } from '../engine/case-messages';
import { CaseMover } from '../engine/case-mover';
import { Timeline } from '../engine/timeline';
import { machineOf } from '../machine/machine';
import type { Bilingual } from '../machine/machine.types';
import { AdverseDecision, AdverseHearing } from './adverse.entity';
import { hearingPends, mayAskHearing, mayTakePart, mayWithdrawHearing } from './adverse.rules';
import { canStep, stepNamed } from './adverse.service';
import { AdverseTerms } from './adverse-terms';
import { AdverseTelling } from './telling.service';

export interface HearingSetting {
  readonly notifiedOn: string;
  readonly noticeNumber: string;
  readonly heldOn: string;
  readonly time: string;
  readonly place: string;
}

export interface HearingRecord {
  readonly outcome: 'held' | 'absent';
  readonly record: string;
  /** 笔录, a file of the case; not needed where nobody came. */
  readonly recordFileId?: string;
}

/** 听证 before a decision against a party: asked for, withdrawn, set, held. The decision waits from the request to the record. */
@Injectable()
export class AdverseHearings {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly mover: CaseMover,
    private readonly timeline: Timeline,
    private readonly hooks: CaseHooks,
    private readonly messages: CaseMessages,
    private readonly files: CaseFiles,
    private readonly telling: AdverseTelling,
    private readonly terms: AdverseTerms,
  ) {}

  /** The party asks, once, within the period of the notice. @throws 409 `adverse.hearing-not-asked` with the reason */
  ask(caseId: string, actor: Actor): Promise<void> {
    return this.db.transaction(async () => {
      const found = await this.mover.lock(caseId);
      casePolicy.require(actor, 'case.ask-hearing', found);
      const open = await this.telling.current(caseId);
      const how = open ? mayAskHearing(open, this.clock.today()) : 'none';
      if (!open || how !== 'yes') throw hearingUnasked(how === 'yes' ? 'none' : how);
      const one = await this.telling.spoke(found, open, actor);
      await this.db.repo(AdverseDecision).update({ id: one.id }, { hearingAskedAt: this.clock.now(), hearingAskedByName: actor.name });
      await this.line(caseId, actor, { action: 'case.ask-hearing', text: { zh: '要求听证', en: 'A hearing was asked for' }, adverseId: one.id });
      await this.messages.hearingAsked(found, { id: one.id, to: one.proposedBy });
    });
  }

  /** The party takes the request back, while it is not held. @throws 409 `adverse.no-hearing` */
  withdraw(caseId: string, actor: Actor): Promise<void> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      casePolicy.require(actor, 'case.withdraw-hearing', c);
      const one = await this.pending(caseId);
      if (!mayWithdrawHearing(one, this.clock.now())) throw hearingNotAsked();
      await this.db.repo(AdverseDecision).update({ id: one.id }, { hearingWithdrawnAt: this.clock.now() });
      await this.over(c, actor, one, { zh: '撤回听证申请，听证终止', en: 'The request was withdrawn: no hearing' });
      await this.line(caseId, actor, { action: 'case.withdraw-hearing', text: { zh: '撤回听证申请', en: 'The request for a hearing was withdrawn' }, adverseId: one.id });
      await this.messages.hearingWithdrawn(c, { id: one.id, to: one.proposedBy });
    });
  }

  /**
   * Time and place, told in writing before; the clock of the case stands still until it is over. Who sets it chairs it: neither who proposed
   * nor who reviewed (行政许可法 第四十八条第三项). @throws 422 `adverse.chair`, 400 for a day too early or too late, 409 `adverse.no-hearing`
   */
  set(caseId: string, actor: Actor, input: HearingSetting): Promise<void> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      casePolicy.require(actor, 'case.hear', c);
      const one = await this.pending(caseId);
      if (!mayTakePart(one, actor.userId, 'chair')) throw chairNeeded();
      await this.assertDays(one, input);
      // moved to another day: the stretch of the clock is told anew
      if (one.hearing) await this.over(c, actor, one, { zh: `听证改期，原定 ${one.hearing.heldOn}`, en: `The hearing of ${one.hearing.heldOn} is moved` });
      if ((await this.mover.lock(caseId)).clockPaused) throw clockStandsStill();
      const { notifiedOn, noticeNumber, heldOn, time, place } = input;
      const hearing: AdverseHearing = { notifiedOn, noticeNumber, heldOn, time, place, host: actor.name, hostUserId: actor.userId, outcome: null, record: null, recordFileId: null, recordedOn: null };
      await this.move(c, actor, 'hear', { noticeNumber, pauseUntil: heldOn, details: { adverseId: one.id, notifiedOn, heldOn } });
      await this.db.repo(AdverseDecision).update({ id: one.id }, { hearing });
      await this.messages.hearingSet(c, { id: one.id, heldOn, time, place });
    });
  }

  /** 笔录: it was held, or the party did not come. @throws 409 `adverse.hearing-not-set`, 400 for a file that is none of the case */
  record(caseId: string, actor: Actor, { outcome, record, recordFileId }: HearingRecord): Promise<void> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      casePolicy.require(actor, 'case.hear', c);
      const one = await this.pending(caseId);
      if (!one.hearing) throw hearingNotSet();
      if (!mayTakePart(one, actor.userId, 'chair')) throw chairNeeded();
      if (one.hearing.heldOn > this.clock.today()) throw hearingDay('/record', 'early', one.hearing.heldOn);
      await this.files.assertOf(caseId, recordFileId ? [recordFileId] : []);
      const hearing = { ...one.hearing, outcome, record: record.trim(), recordFileId: recordFileId ?? null, recordedOn: this.clock.today() };
      await this.db.repo(AdverseDecision).update({ id: one.id }, { hearing });
      await this.over(c, actor, one, outcome === 'held' ? { zh: '举行听证并制作笔录', en: 'The hearing was held' } : { zh: '当事人未出席，听证终止', en: 'The party did not come: no hearing' });
    });
  }

  private async assertDays(one: AdverseDecision, { notifiedOn, heldOn }: HearingSetting): Promise<void> {
    const [law, askedOn] = [one.hearingLaw ?? 'licence', shanghaiDate(one.hearingAskedAt ?? this.clock.now())];
    // nobody is told of a hearing before it was asked for
    if (notifiedOn < askedOn) throw hearingDay('/notifiedOn', 'early', askedOn);
    if (notifiedOn > this.clock.today()) throw hearingDay('/notifiedOn', 'late', this.clock.today());
    const [least, last] = [await this.terms.end('hearing-notice', law, notifiedOn), await this.terms.end('hearing-within', law, askedOn)];
    if (least !== null && heldOn < least) throw hearingDay('/heldOn', 'early', least);
    // once the days cannot be kept any more a late hearing is better than none: the right does not end by the bureau's delay
    const soonest = await this.terms.end('hearing-notice', law, this.clock.today());
    if (last !== null && heldOn > last && soonest !== null && soonest <= last) throw hearingDay('/heldOn', 'late', last);
  }

  /** A request that stands. */
  private async pending(caseId: string): Promise<AdverseDecision> {
    const one = await this.telling.current(caseId);
    if (!one || one.state !== 'open' || !hearingPends(one)) throw hearingNotAsked();
    return one;
  }

  /** Back to the statement, where the hearing was set already. */
  private async over(c: CaseRecord, actor: Actor, one: AdverseDecision, publicText: Bilingual): Promise<void> {
    if (canStep(machineOf(c.kind), c.state, 'heard')) await this.move(c, actor, 'heard', { publicText, details: { adverseId: one.id } });
  }

  private async move(c: CaseRecord, actor: Actor, step: 'hear' | 'heard', options: { readonly noticeNumber?: string; readonly pauseUntil?: string; readonly publicText?: Bilingual; readonly details: Record<string, unknown> }): Promise<void> {
    const machine = machineOf(c.kind);
    const effects: Effects = (moved, t) => this.hooks.runAdverse(moved, t);
    await this.mover.act(machine, c.id, stepNamed(machine, step), { actor, authorise: () => undefined, ...options, effects });
  }

  private async line(caseId: string, actor: Actor, { action, text, adverseId }: { readonly action: string; readonly text: Bilingual; readonly adverseId: string }): Promise<void> {
    const c = await this.mover.lock(caseId);
    await this.timeline.write(c, { kind: 'noted', actor, text, auditAction: action, versionBefore: c.version, visibility: 'parties', details: { adverseId } });
  }
}
