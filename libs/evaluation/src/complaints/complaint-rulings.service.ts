import { Injectable } from '@nestjs/common';
import { ServiceTask, TaskRecords } from '@huanbao/marketplace';
import { Actor, Clock, Db, FieldProblem, invalidFields, notFound, stale } from '@huanbao/platform';
import { Remaining, remainingCandidates } from '../committee/candidates';
import { Evaluation } from '../evaluation.entity';
import { rulingFirst } from '../evaluation.errors';
import { EvaluationRecords } from '../evaluation.records';
import { EvaluationReference } from '../reference';
import { Remedies } from '../remedies.service';
import { Verdict, verdictProblems } from '../rules/remedy';
import type { DecideTenderComplaintDto } from './complaint.dto';
import { TenderComplaint } from './complaint.entity';
import { officerInvolved, remedyNotNow } from './complaint.errors';
import { ComplaintExecution } from './complaint-execution';
import { ComplaintStep, COMPLAINT_STEPS, stepComplaint } from './complaint.flow';
import { ComplaintNotices } from './complaint.notices';
import { complaintPolicy } from './complaint.policy';
import { afterAwardProblems } from './consequences';

interface Held {
  readonly row: TenderComplaint;
  readonly task: ServiceTask;
  readonly evaluation: Evaluation;
}

interface Decided {
  readonly verdict: Verdict;
  /** Null where it is not upheld. */
  readonly affectsResult: boolean | null;
  /** What became of it where nothing is carried out. */
  readonly outcome: { readonly zh: string; readonly en: string } | null;
}

interface Asked {
  readonly id: string;
  readonly version: number;
  readonly step: ComplaintStep;
}

/** What the bureau does with a complaint, and the complainant who takes it back. Locks: task, evaluation, complaint. */
@Injectable()
export class ComplaintRulings {
  constructor(
    private readonly db: Db,
    private readonly tasks: TaskRecords,
    private readonly records: EvaluationRecords,
    private readonly remaining: Remaining,
    private readonly reference: EvaluationReference,
    private readonly remedies: Remedies,
    private readonly execution: ComplaintExecution,
    private readonly notices: ComplaintNotices,
    private readonly clock: Clock,
  ) {}

  withdraw(actor: Actor, { id, version }: Omit<Asked, 'step'>, reason: string): Promise<void> {
    return this.act(actor, { id, version, step: 'withdraw' }, async held => {
      this.end(actor, held.row, reason);
      await this.release(held);
    });
  }

  /** Within three working days; the decision is then due in thirty (第六十一条). */
  accept(actor: Actor, { id, version }: Omit<Asked, 'step'>): Promise<void> {
    return this.act(actor, { id, version, step: 'accept' }, async ({ row }) => {
      Object.assign(row, { acceptedAt: this.clock.now(), acceptedBy: actor.userId, acceptedByName: actor.name, decideDue: await this.records.workdaysFromNow(await this.reference.days('complaint.decide-workdays')) });
    });
  }

  refuse(actor: Actor, { id, version }: Omit<Asked, 'step'>, reason: string): Promise<void> {
    return this.act(actor, { id, version, step: 'refuse' }, held => Promise.resolve(this.end(actor, held.row, reason)));
  }

  /** 第六十二条: the clock of the publicity stands, and no step of the procurement is taken, until it is lifted or decided. */
  suspend(actor: Actor, { id, version }: Omit<Asked, 'step'>, reason: string): Promise<void> {
    return this.act(actor, { id, version, step: 'suspend' }, async ({ row, evaluation }) => {
      const now = this.clock.now();
      Object.assign(row, { suspendedAt: now, suspendedReason: reason });
      await this.db.repo(Evaluation).update({ taskId: row.taskId }, { held: true, ...(evaluation.state === 'publicity' ? { pausedAt: evaluation.pausedAt ?? now } : {}) });
    });
  }

  lift(actor: Actor, { id, version }: Omit<Asked, 'step'>, reason: string): Promise<void> {
    return this.act(actor, { id, version, step: 'lift' }, held => {
      Object.assign(held.row, { suspendedAt: null, suspendedReason: reason });
      return this.release(held);
    });
  }

  /** With reasons. What an upheld one orders depends on how far the procurement has come; it waits for as long as anything else suspends it. */
  decide(actor: Actor, { id, version }: Omit<Asked, 'step'>, input: DecideTenderComplaintDto): Promise<void> {
    return this.act(actor, { id, version, step: 'decide' }, async held => {
      const { row } = held;
      const { verdict, affectsResult, outcome } = await this.verdictOf(held, input);
      this.end(actor, row, input.reason);
      Object.assign(row, verdict, { affectsResult, outcome });
      await this.db.repo(TenderComplaint).save(row);
      await this.release(held);
      Object.assign(row, await this.db.repo(TenderComplaint).findOneByOrFail({ id: row.id }));
    });
  }

  /** Whether the officer had a hand in the procurement: then somebody else handles the complaint. */
  involved(actor: Actor, taskId: string): Promise<boolean> {
    return this.tasks.hasActed(taskId, actor.userId);
  }

  private async verdictOf({ task, evaluation }: Held, input: DecideTenderComplaintDto): Promise<Decided> {
    const stage = await this.execution.stage(task, evaluation);
    // the award may come back: what is ordered now would meet another stage
    if (stage === 'open' && input.remedy && evaluation.rulingPending) throw rulingFirst();
    const consequence = await this.execution.choices(task, evaluation);
    const affectsResult = input.upheld && input.affectsResult !== false;
    if (input.remedy && consequence.remedies.length === 0) throw remedyNotNow();
    const verdict: Verdict = { upheld: input.upheld, remedy: input.remedy ?? null, criterionIds: input.criterionIds ?? [], excludesBidId: (stage === 'open' ? input.excludesBidId : input.remedy === 'next' ? task.awardedBidId : null) ?? null };
    const open = stage === 'open' && (affectsResult || !input.upheld);
    const problems = open ? await this.openProblems(verdict, { task, evaluation }) : afterAwardProblems(verdict, affectsResult, consequence);
    if (problems.length > 0) throw invalidFields(problems);
    const recorded = affectsResult && verdict.remedy === null;
    return { verdict, affectsResult: input.upheld ? affectsResult : null, outcome: recorded ? { zh: consequence.zh, en: consequence.en } : null };
  }

  private async openProblems(verdict: Verdict, { task, evaluation }: Pick<Held, 'task' | 'evaluation'>): Promise<FieldProblem[]> {
    const plan = await this.records.plan(task.id);
    const candidates = remainingCandidates(evaluation, await this.remaining.excluded(task.id));
    return verdictProblems(verdict, { criterionIds: plan?.criteria.map(one => one.id) ?? [], candidateIds: candidates.map(one => one.bidId) });
  }

  private end(actor: Actor, row: TenderComplaint, reason: string): void {
    Object.assign(row, { reason, endedAt: this.clock.now(), endedBy: actor.userId, endedByName: actor.name });
  }

  /** What this complaint has stopped goes on, and what was decided meanwhile is carried out, unless another one holds it. */
  private async release({ row, task, evaluation }: Held): Promise<void> {
    const others = await this.db.repo(TenderComplaint).createQueryBuilder('c').where(`c.taskId = :taskId AND c.id <> :id AND c.state = 'accepted' AND c.suspendedAt IS NOT NULL`, { taskId: task.id, id: row.id }).getExists();
    if (others) return;
    if (evaluation.held) {
      await this.db.repo(Evaluation).update({ taskId: task.id }, { held: false });
      if (evaluation.state === 'publicity') await this.remedies.resume({ ...evaluation, held: false });
    }
    await this.execution.carryOutWaiting(task);
  }

  private act(actor: Actor, { id, version, step }: Asked, work: (held: Held) => Promise<void>): Promise<void> {
    return this.db.transaction(async () => {
      const found = await this.db.repo(TenderComplaint).findOneBy({ id });
      complaintPolicy.require(actor, step === 'withdraw' ? 'tender-complaint.withdraw' : 'tender-complaint.handle', found);
      if (!found) throw notFound();
      const held = await this.locked(found);
      if (held.row.version !== version) throw stale();
      const state = stepComplaint(held.row, step);
      if (step !== 'withdraw' && (await this.involved(actor, found.taskId))) throw officerInvolved();
      held.row.state = state;
      held.row.version += 1;
      await work(held);
      await this.db.repo(TenderComplaint).save(held.row);
      const { zh, en } = COMPLAINT_STEPS[step];
      await this.tasks.tell({ actor, task: held.task }, `evaluation-complaint-${step}`, { zh: `对评标结果的投诉：${zh}`, en: `Complaint about the result: ${en}`, audience: step === 'suspend' || step === 'lift' || step === 'decide' ? 'parties' : 'owner' }, { complaintId: id, upheld: held.row.upheld, remedy: held.row.remedy });
      await this.notices.moved(held.row, step, { zh, en });
    });
  }

  private async locked({ id, taskId }: TenderComplaint): Promise<Held> {
    const task = await this.db.lock(ServiceTask, { id: taskId });
    const evaluation = await this.db.lock(Evaluation, { taskId });
    const row = await this.db.lock(TenderComplaint, { id });
    if (!task || !evaluation || !row) throw notFound();
    return { task, evaluation, row };
  }
}
