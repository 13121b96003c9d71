import { Injectable, OnModuleInit } from '@nestjs/common';
import { Bid, ServiceTask, TaskGuard, TaskGuards, TaskRecords } from '@huanbao/marketplace';
import { Actor, Clock, Db, invalidFields, Outbox } from '@huanbao/platform';
import { IsNull, Not } from 'typeorm';
import { procedureHeld } from './complaints/complaint.errors';
import { Evaluation, EvaluationPlan } from './evaluation.entity';
import { awardNeedsEvaluation, committeeNeeded, endNeedsApproval, lowestNeeded, nextNeedsReason, notCandidate, publicityRunning } from './evaluation.errors';
import { carryOutDecisions } from './evaluation.events';
import { EvaluationRecords } from './evaluation.records';
import { remainingCandidates, Remaining } from './committee/candidates';
import { Panels } from './panels';
import { EvaluationReference } from './reference';
import { Remedies } from './remedies.service';
import { conditionsNow } from './review/plan-conditions';
import { ceilingProblems, planProblems, priceAloneProblems, weightProblem } from './rules/criteria';
import { panelDemanded, priceAlone } from './rules/panel';

const REASON_MIN = 10;

/** Holds back the market's steps where a committee judges: nothing published with weights that do not add up, nothing awarded before the publicity is over. */
@Injectable()
export class EvaluationGuard implements TaskGuard, OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly guards: TaskGuards,
    private readonly records: EvaluationRecords,
    private readonly remaining: Remaining,
    private readonly reference: EvaluationReference,
    private readonly panels: Panels,
    private readonly tasks: TaskRecords,
    private readonly remedies: Remedies,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.guards.register(this);
  }

  async beforePublish(task: ServiceTask): Promise<void> {
    const plan = await this.planOf(task);
    if (!plan) return;
    const panel = await this.panels.of(task);
    const problems = [...planProblems(plan, task.priceWeight, panel), ...ceilingProblems(plan.ceilingYuan, task.budgetYuan), ...(priceAlone(task) ? priceAloneProblems(plan, task.priceWeight) : [])];
    if (problems.length > 0) throw invalidFields(problems);
    await this.underLaw(task, plan);
    await this.db.repo(EvaluationPlan).update({ taskId: task.id }, { conditions: conditionsNow(plan, task) });
  }

  /** 政府采购货物和服务招标投标管理办法 第五十五条: the formula is the lowest price's, and the weight of the price has bounds. */
  private async underLaw(task: ServiceTask, plan: EvaluationPlan): Promise<void> {
    if (task.regime !== 'government') return;
    if (plan.formula.kind !== 'lowest') throw lowestNeeded();
    const problem = weightProblem(task.priceWeight, await this.reference.weightBounds(task.subject === 'goods' ? 'goods' : 'services', task.method === 'negotiation'));
    if (problem) throw invalidFields([problem]);
  }

  /** 招标投标法实施条例 第五十四条、第五十五条. */
  async beforeAward(_actor: Actor, task: ServiceTask, { bid, reason }: { bid: Bid; reason: string }): Promise<void> {
    if (!(await this.planOf(task))) return;
    const evaluation = await this.db.lock(Evaluation, { taskId: task.id });
    if (evaluation?.held) throw procedureHeld();
    if (evaluation?.state !== 'publicity') throw awardNeedsEvaluation();
    if (evaluation.pausedAt || !evaluation.publicityTo || this.clock.now() <= evaluation.publicityTo) throw publicityRunning(evaluation.publicityTo, evaluation.pausedAt !== null);
    const candidates = remainingCandidates(evaluation, await this.remaining.excluded(task.id));
    const chosen = candidates.find(one => one.bidId === bid.id);
    if (!chosen) throw notCandidate();
    if (chosen.rank !== candidates[0]?.rank && reason.trim().length < REASON_MIN) throw nextNeedsReason();
    await this.db.repo(Evaluation).update({ taskId: task.id }, { state: 'awarded' });
  }

  /** The next candidates are published anew, for as long as the first were (招标投标法实施条例 第五十四条、第五十五条). */
  async awardCancelled(actor: Actor, task: ServiceTask): Promise<void> {
    const evaluation = await this.db.lock(Evaluation, { taskId: task.id });
    if (evaluation?.state !== 'awarded') return;
    const publicityTo = await this.records.endOf(await this.reference.days('publicity.days'));
    await this.db.repo(Evaluation).update({ taskId: task.id }, { state: 'publicity', publicityFrom: this.clock.now(), publicityTo, pausedAt: null });
    const left = remainingCandidates(evaluation, await this.remaining.excluded(task.id));
    if (left.length === 0) return;
    await this.tasks.tell({ actor, task }, 'evaluation-publicity', { zh: `取消中选后重新公示中标候选人：${left.map(one => `第${one.rank}名 ${one.firmName}`).join('，')}`, en: `Candidates published anew: ${left.map(one => `${one.rank}. ${one.firmName}`).join(', ')}`, audience: 'public' }, { publicityTo: publicityTo.toISOString() });
  }

  async awardRestored(task: ServiceTask): Promise<void> {
    await this.db.repo(Evaluation).update({ taskId: task.id, state: 'publicity' }, { state: 'awarded', pausedAt: null, rulingPending: false });
    await this.outbox.enqueue(carryOutDecisions, { taskId: task.id });
  }

  async rulingPending(taskId: string, pending: boolean): Promise<void> {
    const evaluation = await this.db.lock(Evaluation, { taskId });
    if (evaluation?.state !== 'publicity') return;
    if (pending) await this.db.repo(Evaluation).update({ taskId }, { rulingPending: true, pausedAt: evaluation.pausedAt ?? this.clock.now() });
    else {
      await this.db.repo(Evaluation).update({ taskId }, { rulingPending: false });
      await this.remedies.resume({ ...evaluation, rulingPending: false });
      await this.outbox.enqueue(carryOutDecisions, { taskId });
    }
  }

  /**
   * 招标投标法实施条例 第六十二条: while a complaint has stopped the procedure it neither ends nor becomes a contract. And once prices are known, whether any bid is good
   * enough is the panel's to say (招标投标法 第四十二条); who procures ends it only by a decision of who may (政府采购法 第三十六条第一款第四项; 招标投标法实施条例 第三十一条).
   */
  async beforeFail(task: ServiceTask, { approvalNumber }: { readonly approvalNumber: string | null }): Promise<void> {
    await this.beforeSign(task.id);
    const known = task.openedAt !== null || task.firstOpenedAt !== null;
    if (known && approvalNumber === null && panelDemanded(task)) throw endNeedsApproval();
  }

  async beforeSign(taskId: string): Promise<void> {
    if (await this.db.repo(Evaluation).existsBy({ taskId, held: true })) throw procedureHeld();
  }

  /** 政府采购法实施条例 第五十四条: a contract that was signed stands still with the procurement. */
  beforePerform(taskId: string): Promise<void> {
    return this.beforeSign(taskId);
  }

  async judgedAt(taskId: string): Promise<Date | null> {
    const evaluation = await this.db.repo(Evaluation).findOneBy({ taskId });
    // after an award that fell the candidates are published anew, and the days to choose among them begin with that
    const fell = evaluation?.state === 'publicity' && (await this.db.repo(Bid).existsBy({ taskId, awardCancelledAt: Not(IsNull()) }));
    return (fell ? evaluation.publicityFrom : evaluation?.revealedAt) ?? null;
  }

  awardHeld(taskId: string): Promise<boolean> {
    return this.db.repo(Evaluation).existsBy([{ taskId, held: true }, { taskId, rulingPending: true }, { taskId, pausedAt: Not(IsNull()) }]);
  }

  async judges(taskId: string): Promise<boolean> {
    return (await this.records.plan(taskId)) !== null;
  }

  async afterAgain(task: ServiceTask, draft: ServiceTask): Promise<void> {
    const plan = await this.records.plan(task.id);
    if (plan) await this.db.repo(EvaluationPlan).insert({ ...plan, taskId: draft.id, conditions: null, version: 1, updatedBy: draft.createdBy, updatedAt: this.clock.now() });
  }

  /** @throws 400 where the law wants a committee and nobody has written how it is to judge */
  private async planOf(task: ServiceTask): Promise<EvaluationPlan | null> {
    const plan = await this.records.plan(task.id);
    if (!plan && panelDemanded(task)) throw committeeNeeded(await this.panels.of(task));
    return plan;
  }
}
