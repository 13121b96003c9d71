import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ServiceTask, TaskRecords } from '@huanbao/marketplace';
import { Actor, Clock, Db, FieldCipher, newId, notFound, Outbox } from '@huanbao/platform';
import { In, IsNull, Not } from 'typeorm';
import type { DrawDto, RepresentativeDto } from '../dto/evaluation.dto';
import { Evaluation, EvaluationDraw, EvaluationPlan, EvaluationSeat, Expert } from '../evaluation.entity';
import { noOffers, noPlan, nothingToDraw, notOpened, poolTooSmall, representativesAnew, representativesNeeded } from '../evaluation.errors';
import { mailSeat } from '../evaluation.events';
import { EvaluationNotices } from '../evaluation.notices';
import { EvaluationRecords } from '../evaluation.records';
import { EMAIL_CONTEXT } from '../experts/experts.service';
import { draw, seedOf } from '../rules/draw';
import { PoolReading } from './pool';

/** While a committee works its members are drawn, reminded and replaced. */
export const WORKING = ['forming', 'checking', 'competition', 'scoring'] as const;
/** When a member has done what the state asks. */
export const DONE = { forming: 'declaredAt', checking: 'reviewedAt', competition: 'competitionAt', scoring: 'handedInAt' } as const;
const EMPTY_SEAT = { reviewCipher: null, reviewSavedAt: null, reviewedAt: null, competitionCipher: null, competitionAt: null, sheetCipher: null, savedAt: null, handedInAt: null };

/** Draws the committee, fills vacancies by further draws, and sets members aside. */
@Injectable()
export class CommitteeService {
  constructor(
    private readonly db: Db,
    private readonly records: EvaluationRecords,
    private readonly tasks: TaskRecords,
    private readonly pool: PoolReading,
    private readonly notices: EvaluationNotices,
    private readonly cipher: FieldCipher,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Fills all vacancies: the enterprise's own members by name, experts by lot. @throws 422 when the pool is too small; nothing is drawn then */
  draw(actor: Actor, taskId: string, input: DrawDto): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.records.task(actor, taskId, 'evaluation.run', { lock: true });
      const plan = await this.records.plan(taskId);
      if (!plan) throw noPlan();
      if (task.state !== 'opened') throw notOpened();
      if ((await this.records.offers(taskId)).length === 0) throw noOffers();
      const created = { taskId, state: 'forming' as const, createdAt: this.clock.now() };
      await this.db.repo(Evaluation).createQueryBuilder().insert().values(created).orIgnore().execute();
      await this.records.lock(taskId, ...WORKING);
      const members = await this.records.members(taskId);
      const representatives = this.representativesFor(plan, members, input.representatives ?? []);
      await this.assertOthers(taskId, representatives);
      const missing = plan.committeeSize - plan.representatives - members.filter(one => one.kind === 'expert').length;
      if (missing === 0 && representatives.length === 0) throw nothingToDraw();
      await this.seatRepresentatives(task, plan, representatives);
      if (missing > 0) await this.drawExperts(actor, { task, plan }, missing);
    });
  }

  /** The bureau sets a member aside, with a reason; a replacement is drawn at once. */
  remove(actor: Actor, { taskId, seatId }: { taskId: string; seatId: string }, reason: string): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.records.task(actor, taskId, 'evaluation.recuse', { lock: true });
      await this.records.lock(taskId, ...WORKING);
      const seat = await this.db.lock(EvaluationSeat, { id: seatId, taskId });
      if (!seat || (seat.state !== 'asked' && seat.state !== 'accepted')) throw notFound();
      await this.vacate(actor, task, seat, { state: 'removed', reason });
    });
  }

  /** Frees a seat: its sheet is gone, the link is dead, and for an expert the next one is drawn. Under the lock of the evaluation. */
  async vacate(actor: Actor, task: ServiceTask, seat: EvaluationSeat, { state, reason }: { state: 'recused' | 'declined' | 'removed'; reason: string }): Promise<void> {
    await this.db.repo(EvaluationSeat).update({ id: seat.id }, { state, reason, ...EMPTY_SEAT });
    await this.reviewAnew(task.id);
    const how = { recused: { zh: '申明回避', en: 'stepped back' }, declined: { zh: '不能参加', en: 'cannot take part' }, removed: { zh: '被要求回避', en: 'was set aside' } }[state];
    // the reason may name people and units: it stays with the seat
    await this.tasks.tell({ actor, task }, 'evaluation-recuse', { zh: `评审 ${seat.nth} 号席位${how.zh}，重新抽取`, en: `Seat ${seat.nth} ${how.en}; a replacement is drawn` }, { seat: seat.nth, seatId: seat.id, state });
    if (seat.kind === 'representative') return this.notices.vacancy(task, seat);
    const plan = await this.records.plan(task.id);
    if (!plan) throw noPlan();
    const { candidates } = await this.pool.read(task, plan);
    if (candidates.length === 0) return this.notices.vacancy(task, seat);
    await this.drawExperts(actor, { task, plan }, 1);
  }

  /** What a member who is replaced has found is void, and the successor reviews anew (招标投标法实施条例 第四十八条); the others' findings stand. */
  private async reviewAnew(taskId: string): Promise<void> {
    const { affected } = await this.db.repo(Evaluation).update({ taskId, state: In(['competition', 'scoring']), reviewedAt: Not(IsNull()) }, { state: 'checking' });
    if (affected) await this.db.repo(EvaluationSeat).update({ taskId }, { competitionCipher: null, competitionAt: null });
  }

  private representativesFor(plan: EvaluationPlan, members: readonly EvaluationSeat[], given: readonly RepresentativeDto[]): readonly RepresentativeDto[] {
    const needed = plan.representatives - members.filter(one => one.kind === 'representative').length;
    const mailboxes = new Set(given.map(one => one.email.toLowerCase()));
    if (given.length !== needed || mailboxes.size !== given.length) throw representativesNeeded(needed);
    return given;
  }

  /** After a re-evaluation was ordered nobody of the former panel judges again; experts are left out by the draw. */
  private async assertOthers(taskId: string, given: readonly RepresentativeDto[]): Promise<void> {
    const { round } = await this.db.repo(Evaluation).findOneByOrFail({ taskId });
    if (round === 1 || given.length === 0) return;
    const former = (await this.db.repo(EvaluationSeat).findBy({ taskId, kind: 'representative' })).filter(seat => seat.sheetCipher !== null).map(seat => seat.name);
    const same = given.map(one => one.name).filter(name => former.includes(name));
    if (same.length > 0) throw representativesAnew(same);
  }

  private async seatRepresentatives(task: ServiceTask, plan: EvaluationPlan, given: readonly RepresentativeDto[]): Promise<void> {
    const free = await this.freeSeats(task.id, plan);
    for (const [index, { name, title, email }] of given.entries())
      await this.seat(task.id, { nth: free[index] as number, kind: 'representative', expertId: null, name, unit: task.enterpriseName, title, emailCipher: this.cipher.encrypt(email, EMAIL_CONTEXT) });
  }

  private async drawExperts(actor: Actor, { task, plan }: { task: ServiceTask; plan: EvaluationPlan }, missing: number): Promise<void> {
    const { candidates, excluded } = await this.pool.read(task, plan);
    if (candidates.length < missing) throw poolTooSmall(missing - candidates.length);
    const nth = 1 + (await this.db.repo(EvaluationDraw).countBy({ taskId: task.id }));
    const digests = (await this.records.bids(task.id)).map(bid => bid.digest.trim()).sort();
    const nonce = randomBytes(32).toString('hex');
    const seed = seedOf({ taskId: task.id, nth, nonce, digests });
    const drawn = draw(seed, candidates.map(one => one.id), missing);
    await this.db.repo(EvaluationDraw).insert({ id: newId(), taskId: task.id, nth, nonce, digests, seed, candidates: candidates.map(one => one.id).sort(), excluded: [...excluded], drawn, drawnBy: actor.userId, drawnAt: this.clock.now() });
    const free = await this.freeSeats(task.id, plan);
    for (const [index, id] of drawn.entries()) {
      const { name, unit, title, emailCipher } = candidates.find(one => one.id === id) as Expert;
      await this.seat(task.id, { nth: free[index] as number, kind: 'expert', expertId: id, name, unit, title, emailCipher });
    }
    await this.tasks.tell({ actor, task }, 'evaluation-draw',
      { zh: `第 ${nth} 次抽取评标专家：从 ${candidates.length} 名符合条件的专家中抽取 ${missing} 名，${excluded.length} 名因利益关系未列入`, en: `Draw ${nth}: ${missing} of ${candidates.length} matching experts; ${excluded.length} left out for interests` }, { nth, seed, drawn });
  }

  private async freeSeats(taskId: string, plan: EvaluationPlan): Promise<number[]> {
    const taken = new Set((await this.records.members(taskId)).map(one => one.nth));
    return Array.from({ length: plan.committeeSize }, (_, index) => index + 1).filter(nth => !taken.has(nth));
  }

  private async seat(taskId: string, seat: Pick<EvaluationSeat, 'nth' | 'kind' | 'expertId' | 'name' | 'unit' | 'title' | 'emailCipher'>): Promise<void> {
    const id = newId();
    await this.db.repo(EvaluationSeat).insert({ ...seat, id, taskId, state: 'asked', createdAt: this.clock.now() });
    await this.outbox.enqueue(mailSeat, { seatId: id });
  }

  /** The same link once more, for who has lost the mail. */
  remind(actor: Actor, taskId: string): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.records.task(actor, taskId, 'evaluation.run', { lock: true });
      const { state } = await this.records.lock(taskId, ...WORKING);
      const waiting = (await this.records.members(taskId)).filter(one => one[DONE[state as keyof typeof DONE]] === null);
      if (waiting.length === 0) throw nothingToDraw();
      for (const seat of waiting) await this.outbox.enqueue(mailSeat, { seatId: seat.id }, { key: seat.id });
      await this.tasks.tell({ actor, task }, 'evaluation-remind', { zh: `提醒 ${waiting.length} 名评审成员`, en: `${waiting.length} members reminded`, audience: 'owner' });
    });
  }
}
