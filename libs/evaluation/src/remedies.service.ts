import { Injectable } from '@nestjs/common';
import { PanelDecisions, ServiceTask, TaskRecords } from '@huanbao/marketplace';
import { Actor, Clock, Db, Outbox } from '@huanbao/platform';
import { In, IsNull } from 'typeorm';
import { remainingCandidates, Remaining } from './committee/candidates';
import { Evaluation, EvaluationObjection, EvaluationRound, EvaluationSeat } from './evaluation.entity';
import { mailSeat } from './evaluation.events';
import { EvaluationNotices } from './evaluation.notices';
import { EvaluationRecords } from './evaluation.records';
import { EvaluationReference } from './reference';
import { furthest, Remedy, REMEDIES } from './rules/remedy';

/** What a round that begins has not yet. */
const FRESH = { result: null, resultSignature: null, revealedAt: null, reportFileId: null, publicityDueAt: null, publicityFrom: null, publicityTo: null, pausedAt: null, rescoring: [] };
const UNREVIEWED = { review: null, reviewedAt: null, reviewSignature: null };

/** What a remedy follows from. */
interface Cause {
  readonly objectionIds: string[];
  readonly source: { readonly zh: string; readonly en: string };
  /** Said instead of “upheld” where nobody objected. */
  readonly because?: { readonly zh: string; readonly en: string };
}
const OBJECTION = { zh: '异议', en: 'objection' };

interface Step {
  readonly actor: Actor;
  readonly task: ServiceTask;
  readonly evaluation: Evaluation;
  readonly criterionIds: string[];
}

/** What an upheld objection leads to. Each step ends a round, which stays to be read, and begins the next. Under the locks of task and evaluation. */
@Injectable()
export class Remedies {
  constructor(
    private readonly db: Db,
    private readonly records: EvaluationRecords,
    private readonly tasks: TaskRecords,
    private readonly remaining: Remaining,
    private readonly decisions: PanelDecisions,
    private readonly reference: EvaluationReference,
    private readonly notices: EvaluationNotices,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Once nothing waits for its answer, the furthest of what was upheld in this round is carried out; without any the publicity goes on. */
  async settle(actor: Actor, task: ServiceTask, evaluation: Evaluation): Promise<void> {
    const objections = await this.db.repo(EvaluationObjection).findBy({ taskId: task.id, round: evaluation.round });
    if (objections.some(one => one.answeredAt === null)) return;
    const upheld = objections.filter(one => one.remedy !== null);
    const remedy = furthest(upheld.map(one => one.remedy as Remedy));
    if (!remedy) return this.resume(evaluation);
    await this.carryOut({ actor, task, evaluation, criterionIds: [...new Set(upheld.flatMap(one => one.criterionIds))] }, remedy, { objectionIds: upheld.map(one => one.id), source: OBJECTION });
  }

  /** The publicity goes on for as long as it had left, once nothing holds it any more. */
  async resume({ taskId, pausedAt, publicityTo, rulingPending, held }: Evaluation): Promise<void> {
    const open = await this.db.repo(EvaluationObjection).existsBy({ taskId, answeredAt: IsNull() });
    if (open || rulingPending || held || !pausedAt || !publicityTo) return;
    const stood = this.clock.now().getTime() - pausedAt.getTime();
    await this.db.repo(Evaluation).update({ taskId }, { pausedAt: null, publicityTo: new Date(publicityTo.getTime() + stood) });
  }

  /** Ends the round with its result and begins what the remedy says. */
  async carryOut(step: Step, remedy: Remedy, { objectionIds, source, because }: Cause): Promise<void> {
    const { actor, task, evaluation } = step;
    await this.keepRound(evaluation, remedy, objectionIds);
    const why = because ?? { zh: `对评标结果的${source.zh}成立`, en: `The ${source.en} was upheld` };
    const row = REMEDIES[remedy];
    await this.tasks.tell({ actor, task }, 'evaluation-remedy', { zh: `${why.zh}，处理：${row.zh}（${row.basis}）`, en: `${why.en}: ${row.en.toLowerCase()}`, audience: 'public' }, { remedy, round: evaluation.round, objectionIds, criterionIds: step.criterionIds });
    await this.notices.remedied(task, { round: evaluation.round, firmIds: (await this.records.offers(task.id)).map(one => one.firmId), why }, row);
    if (remedy === 'retender') return this.retender(step, source.zh);
    if (remedy === 'reevaluate') return this.reevaluate(step);
    return remedy === 'correct' ? this.correct(step) : this.next(step);
  }

  private async keepRound(evaluation: Evaluation, remedy: Remedy, objectionIds: string[]): Promise<void> {
    const { taskId, round, result, resultSignature, review, reviewSignature, reportFileId, publicityFrom } = evaluation;
    const excluded = await this.remaining.excluded(taskId);
    await this.db.repo(EvaluationRound).insert({ taskId, round, result: result as never, resultSignature: resultSignature ?? '', review: review as never, reviewSignature, reportFileId, publicityFrom, excluded, remedy, objectionIds, endedAt: this.clock.now() });
  }

  private async retender({ task }: Step, source: string): Promise<void> {
    await this.db.repo(Evaluation).update({ taskId: task.id }, { state: 'ended', pausedAt: null });
    await this.decisions.fail(task, { zh: `对评标结果的${source}成立，本次采购结束，重新招标`, en: 'An objection to the result was upheld: the procurement ends, a new tender follows' });
  }

  /** Nobody of the former panel judges again: its seats are given up, and the draw leaves out everybody who had one. */
  private async reevaluate({ task, evaluation }: Step): Promise<void> {
    await this.db.repo(EvaluationSeat).update({ taskId: task.id, state: In(['asked', 'accepted']) }, { state: 'removed', reason: '评审结果不再有效，另组评审小组' });
    for (const stage of ['review', 'price'] as const) await this.decisions.restore(task.id, stage);
    await this.db.repo(Evaluation).update({ taskId: task.id }, { ...FRESH, ...UNREVIEWED, state: 'forming', scoringDueAt: null, round: evaluation.round + 1 });
  }

  /** The members score the named criteria again; everything else stands as it was handed in. */
  private async correct({ task, evaluation, criterionIds }: Step): Promise<void> {
    const plan = await this.records.plan(task.id);
    await this.decisions.restore(task.id, 'price');
    await this.db.repo(EvaluationSeat).update({ taskId: task.id, state: In(['asked', 'accepted']) }, { handedInAt: null });
    await this.db.repo(Evaluation).update({ taskId: task.id }, { ...FRESH, state: 'scoring', rescoring: criterionIds, scoringDueAt: await this.records.endOf(plan?.scoringDays ?? 1), round: evaluation.round + 1 });
    for (const seat of await this.records.members(task.id)) await this.outbox.enqueue(mailSeat, { seatId: seat.id });
  }

  /** The candidates have changed: they are published anew, for as long as the first were. */
  private async next({ actor, task, evaluation }: Step): Promise<void> {
    const publicityTo = await this.records.endOf(await this.reference.days('publicity.days'));
    await this.db.repo(Evaluation).update({ taskId: task.id }, { publicityFrom: this.clock.now(), publicityTo, pausedAt: null, round: evaluation.round + 1 });
    const left = remainingCandidates(evaluation, await this.remaining.excluded(task.id));
    await this.tasks.tell({ actor, task }, 'evaluation-publicity', { zh: `重新公示中标候选人：${left.map(one => `第${one.rank}名 ${one.firmName}`).join('，')}`, en: `Candidates published anew: ${left.map(one => `${one.rank}. ${one.firmName}`).join(', ')}`, audience: 'public' }, { publicityTo: publicityTo.toISOString() });
  }
}
