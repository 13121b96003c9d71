import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Db, newId, notFound, violatedConstraint } from '@huanbao/platform';
import { type ContestEnd, type Penalty, type PenaltyDecision, PenaltyUndoing } from '../entities';
import { decidedAlready, evidenceFileUnknown, notAtThisStage, notPublishable, secondPerson, undoingOpen } from '../penalties.errors';
import type { DecidePenaltyUndoingDto, EndByCourtDto, EndPenaltyContestDto, GiveUpPursuitDto, RevokePenaltyDto, UnpublishPenaltyDto } from '../undoing.dto';
import { type Ending, EndingPursuit } from '../executing/ending.service';
import { type GiveUpGround, UNDOING_GROUND_WORDS, UNDOING_WORDS, type UndoingGround } from '../words';
import { PenaltyActs, type Step } from './acting';
import { Contesting } from './contesting.service';
import { Opening } from './opening.service';
import { Performing } from './performing.service';
import { Publishing } from './publishing.service';

type Who = Pick<Step, 'actor' | 'id'>;
type Proposed = Pick<PenaltyUndoing, 'kind' | 'reason' | 'fileId'> & { readonly documentNo?: string; readonly ground?: UndoingGround | GiveUpGround; readonly contest?: ContestEnd; readonly endedOn?: string };

/** What takes a decision back, lowers it, takes it off the public list or ends its pursuit: proposed by one person with the paper it rests on, decided by another. Until then nothing changes. */
@Injectable()
export class Undoing {
  constructor(
    private readonly db: Db,
    private readonly acts: PenaltyActs,
    private readonly files: Files,
    private readonly performing: Performing,
    private readonly contesting: Contesting,
    private readonly publishing: Publishing,
    private readonly opening: Opening,
    private readonly ending: EndingPursuit,
  ) {}

  /** 撤销: after 复议 or a judgment, or because the bureau finds its own mistake (行政处罚法 第七十五条第二款). */
  revoke(who: Who, { ground, documentNo, fileId, reason }: RevokePenaltyDto): Promise<void> {
    return this.propose(who, { kind: 'revoke', ground, documentNo, fileId, reason }, (decision, state) => {
      if (!decision || !['decided', 'performing', 'closed'].includes(state)) throw notAtThisStage();
      if (decision.revokedAt) throw decidedAlready();
    });
  }

  unpublish(who: Who, { documentNo, fileId, reason }: UnpublishPenaltyDto): Promise<void> {
    return this.propose(who, { kind: 'unpublish', documentNo, fileId, reason }, decision => {
      if (!decision?.publishedAt || decision.unpublishedAt) throw notPublishable();
    });
  }

  /** The outcome of a 复议 or a suit, with its paper. */
  endContest(who: Who, contestId: string, { endedOn, outcome, words, changedFineYuan, documentNo, fileId }: EndPenaltyContestDto): Promise<void> {
    const contest = { contestId, endedOn, outcome, changedFineYuan: changedFineYuan ?? null };
    return this.propose(who, { kind: 'contest', documentNo, fileId, reason: words, contest }, () => this.contesting.assertEnds(who.id, contest));
  }

  /** 不再申请执行, with its ground and the paper it rests on. */
  giveUp(who: Who, { ground, endedOn, documentNo, fileId, reason }: GiveUpPursuitDto): Promise<void> {
    return this.propose(who, { kind: 'give-up', ground, endedOn, documentNo, fileId, reason }, (_, state) => this.assertEnds(who.id, state, { kind: 'give-up', ground, endedOn }));
  }

  /** 终结执行, by the ruling of the court. */
  courtEnd(who: Who, { endedOn, documentNo, fileId, reason }: EndByCourtDto): Promise<void> {
    return this.propose(who, { kind: 'court-end', endedOn, documentNo, fileId, reason }, (_, state) => this.assertEnds(who.id, state, { kind: 'court-end', ground: null, endedOn }));
  }

  /** By somebody else than who proposed it. What it brings happens in the same transaction. */
  async decide(step: Step, undoingId: string, { approved, reason }: DecidePenaltyUndoingDto): Promise<void> {
    await this.db.transaction(async () => {
      const undoing = await this.acts.note(step, { need: 'penalty.approve', text: { zh: approved ? '批准所提的撤销、变更、停止公示或者结束执行' : '不予批准所提的撤销、变更、停止公示或者结束执行', en: approved ? 'What was proposed against the decision was approved' : 'What was proposed against the decision was refused' }, action: 'penalty.decide-undoing', details: { undoingId, approved, reason } }, async penalty => {
        const one = await this.db.lock(PenaltyUndoing, { id: undoingId, penaltyId: penalty.id });
        if (!one) throw notFound();
        if (one.state !== 'proposed') throw decidedAlready();
        if (one.proposedBy === step.actor.userId) throw secondPerson();
        await this.db.repo(PenaltyUndoing).update({ id: one.id }, { state: approved ? 'approved' : 'refused', decidedBy: step.actor.userId, decidedByName: step.actor.name, decidedAt: this.acts.now, decidedReason: reason });
        return one;
      });
      if (approved) await this.takeEffect(step, undoing);
    });
  }

  private async assertEnds(id: string, state: string, ending: Ending): Promise<void> {
    if (state !== 'performing') throw notAtThisStage();
    await this.ending.assert(id, ending);
  }

  private takeEffect(step: Step, undoing: PenaltyUndoing): Promise<void> {
    const { kind, ground, documentNo, reason, contest } = undoing;
    if (kind === 'give-up' || kind === 'court-end') return this.ending.end(step, undoing);
    if (kind === 'unpublish') return this.publishing.unpublish(step, reason);
    if (kind === 'contest' && contest) return this.contesting.endContest(step, contest, `${reason}（${documentNo ?? ''}）`);
    return this.performing.revoke(step, `${ground ? UNDOING_GROUND_WORDS[ground as UndoingGround].zh : ''}（${documentNo ?? ''}）：${reason}`);
  }

  private async propose(who: Who, { kind, ground, documentNo, fileId, reason, contest, endedOn }: Proposed, assert: (decision: PenaltyDecision | null, state: string) => void | Promise<void>): Promise<void> {
    try {
      await this.acts.note(who, { need: 'penalty.investigate', text: { zh: `提出${UNDOING_WORDS[kind].zh}，等待另一人决定`, en: `${UNDOING_WORDS[kind].en} was proposed and waits for a second person` }, action: `penalty.propose-${kind}`, details: { ground, documentNo, reason, contest, endedOn } }, async (penalty: Penalty, state) => {
        await assert(await this.acts.decision(penalty.id), state);
        if (!(await this.files.list('penalty', penalty.id)).some(one => one.id === fileId)) throw evidenceFileUnknown();
        await this.db.repo(PenaltyUndoing).insert({
          id: newId(), penaltyId: penalty.id, kind, ground: ground ?? null, documentNo: documentNo ?? null, fileId, reason, contest: contest ?? null, endedOn: endedOn ?? null, state: 'proposed', proposedBy: who.actor.userId, proposedByName: who.actor.name, proposedAt: this.acts.now, decidedBy: null, decidedByName: null, decidedAt: null, decidedReason: null,
        } as object);
        await this.opening.tell(penalty, 'bureau.approver', { key: `undoing:${kind}:${this.acts.now.toISOString()}`, zh: `${UNDOING_WORDS[kind].zh}待决定`, en: `${UNDOING_WORDS[kind].en} to be decided` });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'penalty_undoing_open') throw undoingOpen();
      throw error;
    }
  }
}
