import { Injectable } from '@nestjs/common';
import { ServiceTask } from '@huanbao/marketplace';
import { Db, Delivery, Handles, shanghaiDate, systemActor } from '@huanbao/platform';
import { In } from 'typeorm';
import { Evaluation, EvaluationSeat, Expert } from '../evaluation.entity';
import { recheckExpert, recheckExperts } from '../evaluation.events';
import { EvaluationNotices } from '../evaluation.notices';
import { Remedies } from '../remedies.service';
import type { Conflict } from '../rules/committee';
import { CommitteeService, WORKING } from './committee.service';
import { PoolReading } from './pool';

const SYSTEM = systemActor('evaluation');
/** Scores stand and nothing is awarded: the whole result falls with a member who may not judge. */
const SCORED = ['revealed', 'publicity'] as const;
const BECAUSE = { zh: '评审专家与当事人有利害关系，评审结论无效', en: 'An expert is related to a party: the evaluation is void' };
const SOURCE = { zh: '回避', en: 'recusal' };

interface Found {
  readonly seat: EvaluationSeat;
  readonly conflicts: readonly Conflict[];
}

/**
 * A relation that becomes known after the draw. Until the scores are in the member is replaced and what was found is void (招标投标法实施条例 第四十八条);
 * afterwards another panel judges anew (第七十条; 财政部令第87号 第六十七条); after the award the bureau and the enterprise are told.
 */
@Injectable()
export class RelationWatch {
  constructor(
    private readonly db: Db,
    private readonly pool: PoolReading,
    private readonly committee: CommitteeService,
    private readonly remedies: Remedies,
    private readonly notices: EvaluationNotices,
  ) {}

  @Handles(recheckExperts)
  async recheckAll(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await this.round([...WORKING, ...SCORED], null);
    await delivery.complete(() => Promise.resolve());
  }

  @Handles(recheckExpert)
  async recheckOne({ expertId }: { expertId: string }, delivery: Delivery): Promise<void> {
    await this.round([...WORKING, ...SCORED, 'awarded'], expertId);
    await delivery.complete(() => Promise.resolve());
  }

  /** Each task in a transaction of its own; one that is suspended waits for the next morning, work that was accepted is no more looked at. */
  private async round(states: readonly string[], expertId: string | null): Promise<void> {
    const rows = await this.db.query<{ id: string }>(
      `SELECT DISTINCT e.task_id AS id FROM evaluation e JOIN service_task t ON t.id = e.task_id JOIN evaluation_seat s ON s.task_id = e.task_id AND s.kind = 'expert' AND s.state IN ('asked', 'accepted')
        WHERE e.state = ANY ($1) AND NOT e.held AND (e.state <> 'awarded' OR t.state IN ('awarded', 'delivered', 'rework')) AND ($2::uuid IS NULL OR s.expert_id = $2)`,
      [states, expertId],
    );
    for (const { id } of rows) await this.db.transaction(() => this.recheckTask(id));
  }

  private async recheckTask(taskId: string): Promise<void> {
    const task = await this.db.lock(ServiceTask, { id: taskId });
    const evaluation = await this.db.lock(Evaluation, { taskId });
    if (!task || !evaluation || evaluation.held || evaluation.rulingPending) return;
    // scores that stand are looked at as of the day they were given: a relation that began afterwards touched none of them
    const judgedOn = WORKING.some(one => one === evaluation.state) || !evaluation.revealedAt ? null : shanghaiDate(evaluation.revealedAt);
    const found = await this.related(task, judgedOn);
    if (found.length === 0) return;
    if (WORKING.some(one => one === evaluation.state)) {
      for (const { seat, conflicts } of found) await this.committee.vacate(SYSTEM, task, seat, { state: 'removed', reason: wordsOf(conflicts).zh });
    } else if (SCORED.some(one => one === evaluation.state)) {
      await this.remedies.carryOut({ actor: SYSTEM, task, evaluation, criterionIds: [] }, 'reevaluate', { objectionIds: [], source: SOURCE, because: BECAUSE });
      for (const { seat, conflicts } of found) await this.db.repo(EvaluationSeat).update({ id: seat.id }, { reason: wordsOf(conflicts).zh });
    } else for (const { seat, conflicts } of found) await this.notices.relatedAfterAward(task, seat, wordsOf(conflicts));
  }

  private async related(task: ServiceTask, judgedOn: string | null): Promise<Found[]> {
    const seats = await this.db.repo(EvaluationSeat).find({ where: { taskId: task.id, kind: 'expert', state: In(['asked', 'accepted']) }, order: { nth: 'ASC' } });
    const experts = await this.db.repo(Expert).findBy({ id: In(seats.map(seat => seat.expertId)) });
    const judged = await this.pool.against(task, experts, judgedOn);
    return seats.flatMap(seat => {
      const conflicts = judged.find(one => one.expert.id === seat.expertId)?.conflicts ?? [];
      return conflicts.length > 0 ? [{ seat, conflicts }] : [];
    });
  }
}

const wordsOf = (conflicts: readonly Conflict[]): { zh: string; en: string } => ({ zh: conflicts.map(one => one.zh).join('；'), en: conflicts.map(one => one.en).join('; ') });
