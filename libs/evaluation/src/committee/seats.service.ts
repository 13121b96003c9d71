import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Files, StoredFile } from '@huanbao/documents';
import { LinkTokens } from '@huanbao/identity';
import { Bid, ServiceTask, TaskRecords } from '@huanbao/marketplace';
import { Audit, Clock, Db, invalidFields, notFound, sm3 } from '@huanbao/platform';
import type { DeclarationDto, SheetDto } from '../dto/evaluation.dto';
import { procedureHeld } from '../complaints/complaint.errors';
import { Evaluation, EvaluationPlan, EvaluationRound, EvaluationSeat } from '../evaluation.entity';
import { alreadyDeclared, declareFirst, evaluationState, lockedScores, seatLink, waitForExplanation } from '../evaluation.errors';
import { EvaluationRecords, seatActor } from '../evaluation.records';
import { entryProblems, gaps, lockedChange, Sheet, SheetFrame } from '../rules/sheet';
import { CommitteeService } from './committee.service';
import { Turning } from './reveal';
import { SheetSeal } from './sheet-seal';

export interface SeatContext {
  readonly seat: EvaluationSeat;
  readonly task: ServiceTask;
  readonly plan: EvaluationPlan;
  readonly evaluation: Evaluation;
}

/** What a member of the committee does by the personal link: declare, score, correct, step back. */
@Injectable()
export class SeatsService {
  constructor(
    private readonly db: Db,
    private readonly links: LinkTokens,
    private readonly records: EvaluationRecords,
    private readonly tasks: TaskRecords,
    private readonly committee: CommitteeService,
    private readonly turning: Turning,
    private readonly seal: SheetSeal,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The seat of a link. @throws 404 for a foreign link and for a seat that was given up */
  async of(token: string | undefined): Promise<SeatContext> {
    const id = this.links.idOf('evaluation-seat', token ?? '');
    const seat = id ? await this.db.repo(EvaluationSeat).findOneBy({ id }) : null;
    if (!seat || (seat.state !== 'asked' && seat.state !== 'accepted')) throw seatLink();
    const task = await this.db.repo(ServiceTask).findOneByOrFail({ id: seat.taskId });
    const plan = await this.db.repo(EvaluationPlan).findOneByOrFail({ taskId: seat.taskId });
    const evaluation = await this.db.repo(Evaluation).findOneByOrFail({ taskId: seat.taskId });
    return { seat, task, plan, evaluation };
  }

  /** 评标委员会和评标方法暂行规定 第十三条: who has an interest says so and steps back. */
  declare(token: string | undefined, { declaration, reason }: DeclarationDto): Promise<void> {
    return this.db.transaction(async () => {
      const { seat, task, plan, evaluation } = await this.locked(token, 'forming', 'checking', 'competition', 'scoring');
      const actor = seatActor(seat);
      if (declaration !== 'none') {
        if (!reason) throw invalidFields([{ pointer: '/reason', code: 'reason', zh: '请写明理由，至少 4 个字', en: 'Say why, in at least four characters.' }]);
        await this.committee.vacate(actor, task, seat, { state: declaration === 'conflict' ? 'recused' : 'declined', reason });
        return;
      }
      if (seat.state === 'accepted') throw alreadyDeclared();
      await this.db.repo(EvaluationSeat).update({ id: seat.id }, { state: 'accepted', declaredAt: this.clock.now() });
      await this.tasks.tell({ actor, task }, 'evaluation-declare', { zh: `${actor.name}声明与各方无利益关系`, en: `Seat ${seat.nth} declares to have no interest` }, { seat: seat.nth });
      await this.turning.beginWhenComplete(task, evaluation, plan);
    });
  }

  /** Saves or hands in. A sheet that was handed in can be corrected until the last one is in. */
  save(token: string | undefined, { handIn, ...sheet }: SheetDto): Promise<void> {
    return this.db.transaction(async () => {
      const { seat, task, plan, evaluation } = await this.locked(token, 'scoring');
      if (seat.state !== 'accepted') throw declareFirst();
      const frame = await this.frameOf(task.id, plan);
      const problems = [...entryProblems(sheet, frame), ...(handIn ? gaps(sheet, frame) : [])];
      if (problems.length > 0) throw invalidFields(problems);
      const changed = (await this.isBound(seat, evaluation)) ? lockedChange(this.ownSheet(seat), sheet, evaluation.rescoring) : null;
      if (changed) throw lockedScores(changed);
      if (handIn) await this.assertExplained(task.id);
      const now = this.clock.now();
      const sealed = this.seal.seal(seat.id, 'sheet', plainSheet(sheet));
      await this.db.repo(EvaluationSeat).update({ id: seat.id }, { sheetCipher: sealed, savedAt: now, handedInAt: handIn ? now : null });
      if (!handIn) return;
      const actor = seatActor(seat);
      // the digest is that of the sealed sheet: it proves the time without telling a score
      await this.tasks.tell({ actor, task }, 'evaluation-sheet', { zh: `${actor.name}提交了评分（密封）`, en: `Seat ${seat.nth} has handed in (sealed)`, audience: 'owner' }, { seat: seat.nth, digest: sm3(sealed) });
      await this.turning.revealWhenAllIn(task, plan);
    });
  }

  /** The own sheet, whatever the state. */
  ownSheet(seat: EvaluationSeat): Sheet | null {
    return this.seal.open<Sheet>(seat, 'sheet');
  }

  /** In a correction the sheet that made the result before binds; who has taken the seat over since fills all of it, whatever was saved on the way. */
  async isBound(seat: EvaluationSeat, { taskId, rescoring }: Evaluation): Promise<boolean> {
    if (rescoring.length === 0) return false;
    const last = await this.db.repo(EvaluationRound).findOne({ where: { taskId }, order: { round: 'DESC' } });
    return last !== null && seat.createdAt <= last.endedAt;
  }

  /** An attachment of a bid of this task. @throws 404 for other files and before the declaration */
  async attachment(token: string | undefined, fileId: string): Promise<{ file: StoredFile; stream: Readable }> {
    const { seat, task } = await this.of(token);
    const bids = seat.state === 'accepted' ? await this.records.bids(task.id) : [];
    if (!bids.some((bid: Bid) => bid.attachmentFileIds.includes(fileId))) throw notFound();
    const file = await this.files.get(fileId);
    if (file.scanState === 'pending') throw notFound();
    await this.audit.record({ actor: seatActor(seat), action: 'file.read', subject: { type: 'file', id: fileId }, details: { seat: seat.nth, taskId: task.id } });
    return { file, stream: await this.files.open(fileId) };
  }

  async frameOf(taskId: string, plan: EvaluationPlan): Promise<SheetFrame> {
    const [bids, enquiries] = [await this.records.bids(taskId), await this.records.enquiries(taskId)];
    const standing = bids.filter(bid => bid.rejectedAt === null).map(bid => bid.id);
    const lowPriceBidIds = enquiries.map(one => one.bidId).filter(id => standing.includes(id));
    return { criteria: plan.criteria, bidIds: standing, lowPriceBidIds, rejectedBidIds: bids.map(bid => bid.id).filter(id => !standing.includes(id)) };
  }

  private async assertExplained(taskId: string): Promise<void> {
    const standing = (await this.records.standing(taskId)).map(bid => bid.id);
    const open = (await this.records.enquiries(taskId)).filter(one => standing.includes(one.bidId)).find(one => one.answeredAt === null && this.clock.now() < one.dueAt);
    if (open) throw waitForExplanation(open.dueAt);
  }

  /** Task, evaluation, seat, all FOR UPDATE: the last two sheets cannot miss each other. */
  async locked(token: string | undefined, ...states: Evaluation['state'][]): Promise<SeatContext> {
    const { seat, plan } = await this.of(token);
    const task = (await this.db.lock(ServiceTask, { id: seat.taskId })) as ServiceTask;
    const evaluation = await this.db.lock(Evaluation, { taskId: task.id });
    const locked = await this.db.lock(EvaluationSeat, { id: seat.id });
    if (!evaluation || !locked || (locked.state !== 'asked' && locked.state !== 'accepted')) throw seatLink();
    if (evaluation.held) throw procedureHeld();
    if (!states.includes(evaluation.state)) throw evaluationState(evaluation.state);
    return { seat: locked, task, plan, evaluation };
  }
}

/** Without the classes of the request: what is sealed and signed is plain data. */
const plainSheet = ({ scores, priceVotes, comment }: Sheet): Sheet => ({
  scores: scores.map(({ bidId, criterionId, score, reason }) => ({ bidId, criterionId, score, reason })),
  priceVotes: priceVotes.map(({ bidId, reasonable, reason }) => ({ bidId, reasonable, reason })),
  comment,
});

