import { Injectable } from '@nestjs/common';
import { Bid, TaskRecords } from '@huanbao/marketplace';
import { Actor, Clock, Db, invalidFields, newId, notFound, violatedConstraint } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { Remaining, remainingCandidates } from './committee/candidates';
import type { ObjectionAnswerDto, ObjectionDto } from './dto/evaluation.dto';
import { Evaluation, EvaluationObjection } from './evaluation.entity';
import { objectionLate, objectionOpen, rulingFirst } from './evaluation.errors';
import { EvaluationNotices } from './evaluation.notices';
import { EvaluationRecords } from './evaluation.records';
import { EvaluationReference } from './reference';
import { Remedies } from './remedies.service';
import { Verdict, verdictProblems } from './rules/remedy';

/** Objections of bidders to the published candidates, and their answers (招标投标法实施条例 第五十四条). */
@Injectable()
export class ObjectionsService {
  constructor(
    private readonly db: Db,
    private readonly records: EvaluationRecords,
    private readonly tasks: TaskRecords,
    private readonly remaining: Remaining,
    private readonly reference: EvaluationReference,
    private readonly notices: EvaluationNotices,
    private readonly remedies: Remedies,
    private readonly clock: Clock,
  ) {}

  /** A bidder objects during the publicity; the clock stands until it is answered. @throws 409 after it */
  async object(actor: Actor, taskId: string, { text }: ObjectionDto): Promise<void> {
    try {
      await this.db.transaction(() => this.raise(actor, taskId, text));
    } catch (error) {
      if (violatedConstraint(error) === 'evaluation_objection_one_open') throw objectionOpen();
      throw error;
    }
  }

  private async raise(actor: Actor, taskId: string, text: string): Promise<void> {
    const task = await this.records.task(actor, taskId, 'evaluation.object', { lock: true });
    const evaluation = await this.records.lock(taskId, 'publicity', 'awarded');
    const now = this.clock.now();
    const runs = evaluation.state === 'publicity' && evaluation.publicityTo !== null && (evaluation.pausedAt !== null || now <= evaluation.publicityTo);
    if (!runs) throw objectionLate();
    const bid = await this.db.repo(Bid).findOneBy({ taskId, firmId: actor.orgId as string, state: 'opened' });
    if (!bid) throw notFound();
    const dueAt = await this.records.endOf(await this.reference.days('objection.answer-days'));
    const row = { id: newId(), taskId, firmId: bid.firmId, firmName: bid.firmName, text, raisedAt: now, raisedBy: actor.userId, dueAt, round: evaluation.round };
    await this.db.repo(EvaluationObjection).insert(row);
    if (evaluation.pausedAt === null) await this.db.repo(Evaluation).update({ taskId }, { pausedAt: now });
    await this.tasks.tell({ actor, task }, 'evaluation-objection', { zh: '收到对评标结果的异议，公示期暂停', en: 'An objection was raised; the clock stands' }, { objectionId: row.id });
    await this.notices.objected(task, await this.db.repo(EvaluationObjection).findOneByOrFail({ id: row.id }));
  }

  /** The enterprise answers. When the last open one is answered, what was upheld is carried out, or the publicity goes on for as long as it had left. */
  answer(actor: Actor, { taskId, objectionId }: { taskId: string; objectionId: string }, input: ObjectionAnswerDto): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.records.task(actor, taskId, 'evaluation.run', { lock: true });
      const evaluation = await this.records.lock(taskId, 'publicity');
      const objection = await this.db.lock(EvaluationObjection, { id: objectionId, taskId, answeredAt: IsNull() });
      if (!objection) throw notFound();
      if (input.upheld && evaluation.rulingPending) throw rulingFirst();
      const verdict = await this.verdictOf(evaluation, input);
      await this.db.repo(EvaluationObjection).update({ id: objection.id }, { answer: input.text, ...verdict, criterionIds: [...verdict.criterionIds], answeredAt: this.clock.now(), answeredBy: actor.userId });
      const words = input.upheld ? { zh: '异议成立', en: 'upheld' } : { zh: '异议不成立', en: 'not upheld' };
      await this.tasks.tell({ actor, task }, 'evaluation-answer', { zh: `已答复对评标结果的异议：${words.zh}`, en: `The objection was answered: ${words.en}` }, { objectionId, ...verdict });
      await this.notices.answered(task, objection, input.upheld);
      await this.remedies.settle(actor, task, evaluation);
    });
  }

  private async verdictOf(evaluation: Evaluation, { upheld, remedy, criterionIds, excludesBidId }: ObjectionAnswerDto): Promise<Verdict> {
    const verdict: Verdict = { upheld, remedy: remedy ?? null, criterionIds: criterionIds ?? [], excludesBidId: excludesBidId ?? null };
    const plan = await this.records.plan(evaluation.taskId);
    const candidates = remainingCandidates(evaluation, await this.remaining.excluded(evaluation.taskId));
    const problems = verdictProblems(verdict, { criterionIds: plan?.criteria.map(one => one.id) ?? [], candidateIds: candidates.map(one => one.bidId) });
    if (problems.length > 0) throw invalidFields(problems);
    return verdict;
  }
}
