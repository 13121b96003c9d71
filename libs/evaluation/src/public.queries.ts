import { Injectable } from '@nestjs/common';
import { Bid, ServiceTask } from '@huanbao/marketplace';
import { Clock, containsWords, Db, decodeCursor, notFound, Page, toPage } from '@huanbao/platform';
import { Remaining } from './committee/candidates';
import type { CandidateListQuery } from './dto/evaluation.dto';
import { Evaluation, type EvaluationState } from './evaluation.entity';
import { EvaluationRecords } from './evaluation.records';
import type { CandidateNoticeView, PublicEvaluationView } from './views/public.view';
import { candidateViews, planView, publicityView } from './views/views';

/** Only the invited know of a voluntary task that is not listed; with public money its candidates are for everybody. */
const PUBLIC = `(t.listed OR t.regime <> 'voluntary')`;

/** The best place that is still on the list. */
const FIRST = `(SELECT l.value->>'firmName' FROM jsonb_array_elements(e.result #> '{ranking,lines}') WITH ORDINALITY l(value, nth) WHERE NOT EXISTS (SELECT 1 FROM bid b WHERE b.id = (l.value->>'bidId')::uuid AND b.award_cancelled_at IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM evaluation_objection o WHERE o.task_id = e.task_id AND o.excludes_bid_id = (l.value->>'bidId')::uuid) AND NOT EXISTS (SELECT 1 FROM tender_complaint c WHERE c.task_id = e.task_id AND c.executed_at IS NOT NULL AND c.excludes_bid_id = (l.value->>'bidId')::uuid) ORDER BY l.nth LIMIT 1)`;

interface Row {
  readonly id: string;
  readonly taskTitle: string;
  readonly taskNumber: string | null;
  readonly enterpriseName: string;
  readonly firstCandidate: string;
  readonly state: EvaluationState;
  readonly from: Date;
  readonly to: Date;
  readonly paused: boolean;
}

/** What everybody may see of evaluations: criteria from the publication on, candidates from the publicity on. */
@Injectable()
export class PublicEvaluations {
  constructor(
    private readonly db: Db,
    private readonly records: EvaluationRecords,
    private readonly remaining: Remaining,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 for a draft, for a task without committee and for one that only the invited may see */
  async of(taskId: string): Promise<PublicEvaluationView> {
    const task = await this.db.repo(ServiceTask).findOneBy({ id: taskId });
    const plan = task && task.state !== 'draft' ? await this.records.plan(taskId) : null;
    const evaluation = await this.db.repo(Evaluation).findOneBy({ taskId });
    const published = evaluation?.publicityFrom != null;
    if (!task || !plan || !(task.listed || (published && task.regime !== 'voluntary'))) throw notFound();
    const winner = evaluation?.state === 'awarded' && task.awardedBidId ? await this.db.repo(Bid).findOneBy({ id: task.awardedBidId }) : null;
    return {
      taskId, taskTitle: task.title, taskNumber: task.number, enterpriseName: task.enterpriseName, plan: planView(plan, task), state: evaluation?.state ?? 'none',
      candidates: published ? candidateViews(evaluation, await this.remaining.excluded(taskId)) : [],
      publicity: published ? publicityView(evaluation, this.clock.now()) : null,
      awardedFirmName: winner?.firmName ?? null, awardedPriceYuan: winner?.priceYuan ?? null, awardedAt: winner ? (task.awardedAt?.toISOString() ?? null) : null,
    };
  }

  async list(query: CandidateListQuery): Promise<Page<CandidateNoticeView>> {
    const limit = query.limit ?? 20;
    const cursor = decodeCursor(query.cursor, 2);
    const rows = this.db.repo(Evaluation).createQueryBuilder('e').innerJoin(ServiceTask, 't', 't.id = e.task_id').where(`e.publicity_from IS NOT NULL AND ${PUBLIC}`);
    if (query.running === 'true') rows.andWhere(`e.state = 'publicity' AND (e.paused_at IS NOT NULL OR e.publicity_to >= :now)`, { now: this.clock.now() });
    if (query.q) rows.andWhere(containsWords(`t.title || ' ' || coalesce(t.number, '') || ' ' || t.enterprise_name`, ':q'), { q: query.q });
    if (cursor) rows.andWhere('(e.publicity_from, e.task_id) < (:at::timestamptz, :after::uuid)', { at: cursor[0], after: cursor[1] });
    const found = await rows
      .select(['e.task_id AS id', 't.title AS "taskTitle"', 't.number AS "taskNumber"', 't.enterprise_name AS "enterpriseName"', `${FIRST} AS "firstCandidate"`, 'e.state AS state', 'e.publicity_from AS "from"', 'e.publicity_to AS "to"', 'e.paused_at IS NOT NULL AS paused'])
      .orderBy('e.publicity_from', 'DESC').addOrderBy('e.task_id', 'DESC').limit(limit + 1).getRawMany<Row>();
    return toPage(found, limit, row => [row.from.toISOString(), row.id], row => ({ ...row, from: row.from.toISOString(), to: row.to.toISOString() }));
  }
}
