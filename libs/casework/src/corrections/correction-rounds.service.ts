import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, newId, notFound, Outbox } from '@huanbao/platform';
import { CaseRecord } from '../case.entity';
import { itemsNeeded, noOpenRound, reasonNeeded, supervisorNeeded } from '../casework.errors';
import { correctionAnswered, correctionRequested } from '../casework.events';
import { casePolicy } from '../casework.policy';
import { CorrectionItem, CorrectionMessage, CorrectionRound } from '../correction.entity';
import { ActOptions, CorrectionItemInput } from '../engine/acting';
import { CaseMessages } from '../engine/case-messages';
import { CaseMover } from '../engine/case-mover';
import { principalOf, Timeline } from '../engine/timeline';
import type { Machine } from '../machine/machine';
import { unchangedDemands } from './second-correction';
import { diffSnapshots, isWithin, Json, placeOf } from './snapshot';

export interface AnswerInput {
  readonly actor: Actor;
  readonly text: string;
  readonly fileIds?: readonly string[];
}

export interface CorrectionRequest extends ActOptions {
  readonly items: readonly CorrectionItemInput[];
  readonly snapshot: Json;
  /** Given by a supervisor who acts in person. */
  readonly supervisorReason?: string;
}

interface RoundResult {
  readonly case: CaseRecord;
  readonly round: CorrectionRound;
}

interface Supervision {
  readonly onUnchangedContent: boolean;
  readonly supervisorId: string | null;
  readonly supervisorReason: string | null;
}

/** 补正 by field: told once and completely, answered item by item, handed in again with the difference shown. */
@Injectable()
export class CorrectionRounds {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly mover: CaseMover,
    private readonly timeline: Timeline,
    private readonly messages: CaseMessages,
  ) {}

  async request(machine: Machine, caseId: string, action: string, options: CorrectionRequest): Promise<RoundResult> {
    assertMarked(machine, action, 'request');
    if (options.items.length === 0) throw itemsNeeded();
    return this.db.transaction(async () => {
      const before = async (c: CaseRecord): Promise<void> => {
        const round = await this.openRound(c, options);
        await this.outbox.publish(correctionRequested, { caseId: c.id, roundId: round.id });
      };
      const details = { ...options.details, items: options.items.map(item => item.pointer) };
      const c = await this.mover.act(machine, caseId, action, { ...options, details, extras: { before, noticeItems: options.items } });
      return { case: c, round: await this.latest(caseId) };
    });
  }

  async resubmit(machine: Machine, caseId: string, action: string, options: ActOptions & { readonly snapshot: Json }): Promise<RoundResult> {
    assertMarked(machine, action, 'resubmit');
    return this.db.transaction(async () => {
      const before = async (c: CaseRecord): Promise<void> => {
        const round = await this.closeRound(c, options.snapshot);
        await this.outbox.publish(correctionAnswered, { caseId: c.id, roundId: round.id });
      };
      const c = await this.mover.act(machine, caseId, action, { ...options, extras: { before } });
      return { case: c, round: await this.latest(caseId) };
    });
  }

  /** Each side may write while the round is open; afterwards the thread is a record. */
  answer(caseId: string, itemId: string, { actor, text, fileIds = [] }: AnswerInput): Promise<CorrectionMessage> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      casePolicy.require(actor, 'case.answer-correction', c);
      await this.mover.assertImpartial(c, actor);
      const item = await this.db.repo(CorrectionItem).findOneBy({ id: itemId, caseId });
      if (!item) throw notFound();
      const round = await this.db.repo(CorrectionRound).findOneByOrFail({ id: item.roundId });
      if (round.state !== 'open') throw noOpenRound();
      if (!text.trim()) throw reasonNeeded({ zh: '回复内容', en: 'an answer' });
      const message = this.newMessage(c, itemId, { actor, text, fileIds });
      await this.db.repo(CorrectionMessage).insert(message);
      const line = { zh: `回复补正：${item.label}`, en: `Answer on: ${item.label}` };
      await this.timeline.write(c, { kind: 'correction-answered', actor, text: line, auditAction: 'case.answer-correction', versionBefore: c.version, details: { itemId, files: fileIds.length } });
      await this.messages.answered(c, { id: message.id, side: message.side, label: item.label, askedBy: round.requestedBy });
      return message;
    });
  }

  /** A supervisor allows the next round to ask again about unchanged content; used up by that round. */
  permitSecond(caseId: string, actor: Actor, reason: string): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      casePolicy.require(actor, 'case.permit-second-correction', c);
      await this.mover.assertImpartial(c, actor);
      if (!reason.trim()) throw reasonNeeded({ zh: '再次补正的理由', en: 'the reason for asking again' });
      c.secondCorrection = { userId: actor.userId, name: actor.name, reason };
      c.version += 1;
      await this.mover.store(c);
      const text = { zh: `${actor.name}同意再次补正：${reason}`, en: `${actor.name} allows a second correction: ${reason}` };
      await this.timeline.write(c, { kind: 'second-correction-permitted', actor, text, auditAction: 'case.permit-second-correction', versionBefore: c.version - 1, visibility: 'bureau', details: { reason } });
      return c;
    });
  }

  private async openRound(c: CaseRecord, request: CorrectionRequest): Promise<CorrectionRound> {
    const previous = await this.db.repo(CorrectionRound).findOne({ where: { caseId: c.id }, order: { round: 'DESC' } });
    const supervision = superviseSecond(c, request, previous);
    const round: CorrectionRound = {
      id: newId(),
      caseId: c.id,
      round: (previous?.round ?? 0) + 1,
      state: 'open',
      requestedBy: request.actor.userId,
      requestedByName: request.actor.name,
      requestedAt: this.clock.now(),
      resubmittedAt: null,
      ...supervision,
      before: request.snapshot,
      after: null,
      changes: null,
    };
    c.secondCorrection = null;
    await this.db.repo(CorrectionRound).insert(round as object);
    await this.db.repo(CorrectionItem).insert(
      request.items.map((item, index) => ({ ...pick(item), id: newId(), roundId: round.id, caseId: c.id, position: index + 1, place: placeOf(request.snapshot, item.pointer), changed: false })),
    );
    return round;
  }

  /** Keeps what came back, marks which items were touched, and gives the case to the officer who had asked. */
  private async closeRound(c: CaseRecord, after: Json): Promise<CorrectionRound> {
    const round = await this.db.repo(CorrectionRound).findOneBy({ caseId: c.id, state: 'open' });
    if (!round) throw noOpenRound();
    const changes = diffSnapshots(round.before as Json, after);
    const at = this.clock.now();
    await this.db.repo(CorrectionRound).update({ id: round.id }, { state: 'answered', after: after as object, changes: changes as object, resubmittedAt: at });
    for (const item of await this.db.repo(CorrectionItem).findBy({ roundId: round.id })) {
      const changed = changes.some(change => isWithin(change.place, item.place) || isWithin(item.place, change.place));
      if (changed) await this.db.repo(CorrectionItem).update({ id: item.id }, { changed });
    }
    Object.assign(c, { claimedBy: round.requestedBy, claimedByName: round.requestedByName, claimedAt: at });
    return round;
  }

  private latest(caseId: string): Promise<CorrectionRound> {
    return this.db.repo(CorrectionRound).findOneOrFail({ where: { caseId }, order: { round: 'DESC' } });
  }

  private newMessage(c: CaseRecord, itemId: string, { actor, text, fileIds = [] }: AnswerInput): CorrectionMessage {
    const side = actor.orgKind === 'bureau' ? 'bureau' : 'applicant';
    return { id: newId(), itemId, caseId: c.id, side, authorId: actor.userId, authorName: actor.name, onBehalfOfName: principalOf(actor, c)?.name ?? null, at: this.clock.now(), text, fileIds: [...fileIds] };
  }
}

/** @throws 422 `correction.supervisor-needed` for demands on unchanged content that no supervisor stands for */
function superviseSecond(c: CaseRecord, request: CorrectionRequest, previous: CorrectionRound | null): Supervision {
  const unchanged = unchangedDemands((previous?.before ?? null) as Json, request.snapshot, request.items.map(item => item.pointer));
  if (unchanged.length === 0) return { onUnchangedContent: false, supervisorId: null, supervisorReason: null };
  if (c.secondCorrection !== null) return { onUnchangedContent: true, supervisorId: c.secondCorrection.userId, supervisorReason: c.secondCorrection.reason };
  const reason = request.supervisorReason?.trim();
  if (!reason || !request.actor.roles.includes('bureau.supervisor')) throw supervisorNeeded(unchanged);
  return { onUnchangedContent: true, supervisorId: request.actor.userId, supervisorReason: reason };
}

function pick({ pointer, label, requirement, reason }: CorrectionItemInput): CorrectionItemInput {
  return { pointer, label, requirement, reason };
}

/** A mistake of the capability's author, not of a person. */
function assertMarked(machine: Machine, action: string, mark: 'request' | 'resubmit'): void {
  if (machine.actions[action]?.correction !== mark) throw new Error(`Action ${action} of ${machine.kind} is not marked correction: '${mark}'`);
}

