import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db } from '@huanbao/platform';
import { CaseRecord } from '../case.entity';
import { CaseFiles } from '../case.files';
import { chairNeeded, clockStandsStill, hearingDay, hearingNotAsked, hearingNotSet, hearingToldLate, hearingUnasked, hearingUntold } from '../casework.errors';
import { casePolicy } from '../casework.policy';
import type { Effects } from '../engine/acting';
import { CaseHooks } from '../engine/case-hooks';
import { CaseMessages } from '../engine/case-messages';
import { CaseMover } from '../engine/case-mover';
import { Timeline } from '../engine/timeline';
import { machineOf } from '../machine/machine';
import type { Bilingual } from '../machine/machine.types';
import { Notices } from '../notices/notices.service';
import { CaseNotice } from '../outcome.entity';
import { AdverseDecision, AdverseHearing, type Receipt } from './adverse.entity';
import { askedOn, hearingPends, mayAskHearing, mayTakePart, mayWithdrawHearing, mayWithdrawOn } from './adverse.rules';
import { canStep, stepNamed } from './adverse.service';
import { AdverseTerms } from './adverse-terms';
import { HEARING_LAWS, hearingNotice, type HearingPlace } from './hearing-notice';
import { received, traceOf } from './receipts';
import { AdverseTelling } from './telling.service';

export interface HearingSetting {
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
    private readonly notices: Notices,
  ) {}

  /** The party asks, once, within the period of the notice; what came on paper or by mouth counts by its receipt. @throws 409 `adverse.hearing-closed` with the reason */
  ask(caseId: string, actor: Actor, receipt?: Receipt): Promise<void> {
    return this.db.transaction(async () => {
      const found = await this.mover.lock(caseId);
      casePolicy.require(actor, receipt ? 'case.receive-word' : 'case.ask-hearing', found);
      const open = await this.telling.current(caseId);
      const how = open ? mayAskHearing(open, receipt?.receivedOn ?? this.clock.today()) : 'none';
      if (!open || how !== 'yes') throw hearingUnasked(how === 'yes' ? 'none' : how);
      const one = await this.telling.spoke(found, open, { actor, on: receipt?.receivedOn });
      await this.db.repo(AdverseDecision).update({ id: one.id }, { hearingAskedAt: this.clock.now(), hearingAskedByName: receipt?.givenBy ?? actor.name, hearingReceipt: receipt ?? null });
      await this.line(caseId, actor, { action: 'case.ask-hearing', text: { zh: '要求听证', en: 'A hearing was asked for' }, adverseId: one.id, receipt });
      await this.messages.hearingAsked(found, { id: one.id, to: one.proposedBy });
    });
  }

  /** The party takes the request back, while it is not held. @throws 409 `adverse.no-hearing` */
  withdraw(caseId: string, actor: Actor, receipt?: Receipt): Promise<void> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      casePolicy.require(actor, receipt ? 'case.receive-word' : 'case.withdraw-hearing', c);
      const one = await this.pending(caseId);
      if (!(receipt ? mayWithdrawOn(one, receipt.receivedOn) : mayWithdrawHearing(one, this.clock.now()))) throw hearingNotAsked();
      await this.db.repo(AdverseDecision).update({ id: one.id }, { hearingWithdrawnAt: this.clock.now(), withdrawalReceipt: receipt ?? null });
      await this.over(c, actor, one, { zh: '撤回听证申请，听证终止', en: 'The request was withdrawn: no hearing' });
      await this.line(caseId, actor, { action: 'case.withdraw-hearing', text: { zh: '撤回听证申请', en: 'The request for a hearing was withdrawn' }, adverseId: one.id, receipt });
      await this.messages.hearingWithdrawn(c, { id: one.id, to: one.proposedBy });
    });
  }

  /**
   * Time and place, told by a 听证通知书 with a number of the house; the clock of the case stands still until it is over. Who sets it chairs it:
   * neither who proposed nor who reviewed (行政许可法 第四十八条第三项). @throws 422 `adverse.chair`, 400 for a day too early or too late, 409 `adverse.no-hearing`
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
      const { heldOn, time, place } = input;
      const paper = await this.notice(c, one, { heldOn, time, place, host: actor.name });
      const hearing: AdverseHearing = { notifiedOn: null, noticeId: paper.id, noticeNumber: paper.number, heldOn, time, place, host: actor.name, hostUserId: actor.userId, outcome: null, record: null, recordFileId: null, recordedOn: null };
      await this.move(c, actor, 'hear', { noticeNumber: paper.number, pauseUntil: heldOn, details: { adverseId: one.id, heldOn } });
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
      await this.assertTold(one, one.hearing, outcome);
      await this.files.assertOf(caseId, recordFileId ? [recordFileId] : []);
      const hearing = { ...one.hearing, outcome, record: record.trim(), recordFileId: recordFileId ?? null, recordedOn: this.clock.today() };
      await this.db.repo(AdverseDecision).update({ id: one.id }, { hearing });
      await this.over(c, actor, one, outcome === 'held' ? { zh: '举行听证并制作笔录', en: 'The hearing was held' } : { zh: '当事人未出席，听证终止', en: 'The party did not come: no hearing' });
    });
  }

  /** The 听证通知书 reached the party: from that day its notice is reckoned. One that was moved meanwhile changes nothing. */
  async noticeServed(c: CaseRecord, notice: CaseNotice, servedOn: string): Promise<void> {
    const one = await this.telling.current(c.id);
    if (one?.hearing?.noticeId === notice.id) await this.db.repo(AdverseDecision).update({ id: one.id }, { hearing: { ...one.hearing, notifiedOn: servedOn } });
  }

  private async notice(c: CaseRecord, one: AdverseDecision, at: HearingPlace): Promise<CaseNotice> {
    const intent = one.noticeId === null ? null : await this.db.repo(CaseNotice).findOneBy({ id: one.noticeId });
    const law = one.hearingLaw ?? 'licence';
    const facts = { caseTitle: c.title, caseNumber: c.number ?? '', measure: one.measure, askedOn: askedOn(one) ?? this.clock.today(), ...at };
    return this.notices.issuePaper(machineOf(c.kind), c, { kind: 'hearing', issuer: intent?.issuer, article: HEARING_LAWS[law].article, paragraphs: hearingNotice(law, facts) });
  }

  /** Nobody gave a hearing up of which it was not told in time. */
  private async assertTold(one: AdverseDecision, hearing: AdverseHearing, outcome: 'held' | 'absent'): Promise<void> {
    if (hearing.noticeId === null) return;
    if (hearing.notifiedOn === null) throw hearingUntold();
    const earliest = await this.terms.end('hearing-notice', one.hearingLaw ?? 'licence', hearing.notifiedOn);
    if (outcome === 'absent' && earliest !== null && hearing.heldOn < earliest) throw hearingToldLate(hearing.notifiedOn, earliest);
  }

  private async assertDays(one: AdverseDecision, { heldOn }: HearingSetting): Promise<void> {
    const [law, today] = [one.hearingLaw ?? 'licence', this.clock.today()];
    // the paper is made today and reaches nobody before
    const [least, last] = [await this.terms.end('hearing-notice', law, today), await this.terms.end('hearing-within', law, askedOn(one) ?? today)];
    if (least !== null && heldOn < least) throw hearingDay('/heldOn', 'early', least);
    // once the days cannot be kept any more a late hearing is better than none: the right does not end by the bureau's delay
    if (last !== null && heldOn > last && least !== null && least <= last) throw hearingDay('/heldOn', 'late', last);
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

  private async line(caseId: string, actor: Actor, { action, text, adverseId, receipt }: { readonly action: string; readonly text: Bilingual; readonly adverseId: string; readonly receipt?: Receipt | undefined }): Promise<void> {
    const c = await this.mover.lock(caseId);
    await this.timeline.write(c, { kind: 'noted', actor, text: received(text, receipt), auditAction: receipt ? 'case.receive-word' : action, versionBefore: c.version, visibility: 'parties', details: { adverseId, ...traceOf(receipt) } });
    if (receipt) await this.messages.received(c, { id: adverseId, what: text, receivedOn: receipt.receivedOn });
  }
}
