import { Injectable } from '@nestjs/common';
import { ServiceTask, TaskRecords } from '@huanbao/marketplace';
import { Actor, Clock, Db, invalidFields, newId, stale } from '@huanbao/platform';
import type { EvaluationPlanDto, FormulaDto } from './dto/evaluation.dto';
import { EvaluationPlan } from './evaluation.entity';
import { planFixed } from './evaluation.errors';
import { EvaluationRecords } from './evaluation.records';
import { Panels } from './panels';
import { ceilingProblems, planProblems } from './rules/criteria';
import type { PriceFormula } from './rules/price-score';

/** How a task will be judged: written while it is a draft, fixed at the publication. */
@Injectable()
export class PlansService {
  constructor(
    private readonly db: Db,
    private readonly records: EvaluationRecords,
    private readonly tasks: TaskRecords,
    private readonly panels: Panels,
    private readonly clock: Clock,
  ) {}

  /** The whole plan at once. `version` is that of the plan, 0 for none. @throws 400 with each field that does not fit */
  put(actor: Actor, taskId: string, input: EvaluationPlanDto, version: number): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.draft(actor, taskId);
      const before = await this.records.plan(taskId);
      if ((before?.version ?? 0) !== version) throw stale();
      const content = { ...input, formula: formulaOf(input.formula), substantial: input.substantial ?? [], validityDays: input.validityDays ?? null, ceilingYuan: input.ceilingYuan ?? null, criteria: input.criteria.map((one, index) => ({ ...one, id: before?.criteria[index]?.id ?? newId() })) };
      const panel = await this.panels.of(task);
      const problems = [...planProblems(content, task.priceWeight, panel), ...ceilingProblems(content.ceilingYuan, task.budgetYuan)];
      if (problems.length > 0) throw invalidFields(problems);
      const { committeeSize, representatives, specialties, formula, criteria, scoringDays, substantial, validityDays, ceilingYuan } = content;
      const row = { taskId, committeeSize, representatives, specialties, formula, criteria, scoringDays, substantial, validityDays, ceilingYuan, conditions: null, version: version + 1, updatedBy: actor.userId, updatedAt: this.clock.now() };
      await this.db.repo(EvaluationPlan).upsert(row, ['taskId']);
      await this.tasks.tell({ actor, task }, 'edit', { zh: `填写了评审办法：${committeeSize} 人${panel.name.zh}，${criteria.length} 个评审项`, en: `Criteria written: committee of ${committeeSize}, ${criteria.length} criteria`, audience: 'owner' }, { plan: row.version });
    });
  }

  /** Without a plan the enterprise compares and awards by itself, as far as the law leaves it to it. */
  remove(actor: Actor, taskId: string): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.draft(actor, taskId);
      const { affected } = await this.db.repo(EvaluationPlan).delete({ taskId });
      if (affected) await this.tasks.tell({ actor, task }, 'edit', { zh: '取消了评审小组评审', en: 'No committee any more', audience: 'owner' });
    });
  }

  private async draft(actor: Actor, taskId: string): Promise<ServiceTask> {
    const task = await this.records.task(actor, taskId, 'evaluation.plan', { lock: true });
    if (task.state !== 'draft') throw planFixed();
    return task;
  }
}

const formulaOf = ({ kind, above, below, float, dropFrom }: FormulaDto): PriceFormula =>
  kind === 'lowest' ? { kind } : { kind, above: above ?? '0', below: below ?? '0', float: float ?? '0', dropFrom: dropFrom ?? null };
