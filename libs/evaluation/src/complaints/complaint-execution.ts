import { Injectable } from '@nestjs/common';
import { AwardUndoing, Bid, ServiceTask, TaskContracts } from '@huanbao/marketplace';
import { Clock, Db, systemActor } from '@huanbao/platform';
import { In, IsNull, Not } from 'typeorm';
import { Remaining, remainingCandidates } from '../committee/candidates';
import { Evaluation } from '../evaluation.entity';
import { EvaluationReference } from '../reference';
import { Remedies } from '../remedies.service';
import { leftRow } from '../rules/left';
import { furthest, Remedy, REMEDIES } from '../rules/remedy';
import { TenderComplaint } from './complaint.entity';
import { ANOTHER_AWARDED, consequenceOf, meetsAward, Stage, stageOf } from './consequences';

/** The officer has decided; that it is carried out is no hand in the procurement, which would keep the officer from a second complaint. */
const SYSTEM = systemActor('evaluation');
const SOURCE = { zh: '投诉', en: 'complaint' };
type Consequence = ReturnType<typeof consequenceOf>;

/** What decisions on complaints order is carried out here, once nothing suspends the procurement any more. Under the locks of task and evaluation. */
@Injectable()
export class ComplaintExecution {
  constructor(
    private readonly db: Db,
    private readonly reference: EvaluationReference,
    private readonly contracts: TaskContracts,
    private readonly undoing: AwardUndoing,
    private readonly remedies: Remedies,
    private readonly clock: Clock,
    private readonly remaining: Remaining,
  ) {}

  async stage(task: ServiceTask, evaluation: Evaluation): Promise<Stage> {
    const contract = task.state === 'awarded' ? await this.contracts.stage(task.id) : 'unsigned';
    return stageOf({ taskState: task.state, evaluationState: evaluation.state, contract });
  }

  /** What a decision could order now. */
  async choices(task: ServiceTask, evaluation: Evaluation): Promise<Consequence> {
    const out = new Set([...(await this.remaining.excluded(task.id)), ...(task.awardedBidId ? [task.awardedBidId] : [])]);
    const bids = await this.db.repo(Bid).find({ where: { taskId: task.id, state: 'opened', eligible: true, rejectedAt: IsNull() }, select: { id: true } });
    const { value } = await this.reference.least(leftRow(task).key);
    // who takes the place of the awarded one comes from the list of candidates
    const left = remainingCandidates(evaluation, [...out]).length === 0 ? 0 : bids.filter(one => !out.has(one.id)).length;
    return consequenceOf(task.regime, await this.stage(task, evaluation), { left, least: Number(value) });
  }

  /** Of several decisions that waited the one that goes furthest is carried out; while anything suspends the procurement none is. */
  async carryOutWaiting(task: ServiceTask): Promise<void> {
    const evaluation = await this.db.repo(Evaluation).findOneByOrFail({ taskId: task.id });
    if (evaluation.held || evaluation.rulingPending) return;
    const stage = await this.stage(task, evaluation);
    const decided = await this.db.repo(TenderComplaint).findBy({ taskId: task.id, state: 'decided', remedy: Not(IsNull()), executedAt: IsNull() });
    const waiting = decided.filter(one => meetsAward(one, stage, task.awardedBidId));
    const past = decided.filter(one => !waiting.includes(one));
    if (past.length > 0) await this.db.repo(TenderComplaint).update({ id: In(past.map(one => one.id)) }, { executedAt: this.clock.now(), outcome: ANOTHER_AWARDED });
    const remedy = furthest(waiting.map(one => one.remedy as Remedy));
    if (!remedy) return;
    const consequence = await this.choices(task, evaluation);
    const carried = consequence.remedies.includes(remedy);
    const outcome = carried ? orderedWords(consequence, remedy) : { zh: consequence.zh, en: consequence.en };
    await this.db.repo(TenderComplaint).update({ id: In(waiting.map(one => one.id)) }, { executedAt: this.clock.now(), outcome });
    if (carried) await this.carry({ task, evaluation, stage }, { remedy, waiting, consequence });
  }

  private async carry({ task, evaluation, stage }: { task: ServiceTask; evaluation: Evaluation; stage: Stage }, { remedy, waiting, consequence }: { remedy: Remedy; waiting: readonly TenderComplaint[]; consequence: Consequence }): Promise<void> {
    const cause = { objectionIds: waiting.map(one => one.objectionId), source: SOURCE };
    const step = { actor: SYSTEM, task, evaluation, criterionIds: [...new Set(waiting.flatMap(one => one.criterionIds))] };
    if (stage !== 'open') {
      await this.undoing.annul(SYSTEM, task, { zh: `投诉成立：${consequence.zh}（${consequence.basis}）`, en: `Complaint upheld: ${consequence.en}`, bidIsOut: remedy === 'next' });
      await this.db.repo(Evaluation).update({ taskId: task.id }, { state: 'publicity' });
    }
    await this.remedies.carryOut(step, remedy, cause);
  }
}

const orderedWords = ({ zh, en }: Consequence, remedy: Remedy): { zh: string; en: string } => ({ zh: [zh, REMEDIES[remedy].zh].filter(Boolean).join('；'), en: [en, REMEDIES[remedy].en].filter(Boolean).join('; ') });
