import { Injectable } from '@nestjs/common';
import { AwardService, Bid, ServiceTask, TaskRecords } from '@huanbao/marketplace';
import { Actor, Clock, Db, notFound, Outbox } from '@huanbao/platform';
import { Remaining, remainingCandidates } from './committee/candidates';
import type { CandidateAwardDto, ExplanationDto } from './dto/evaluation.dto';
import { Evaluation, EvaluationEnquiry } from './evaluation.entity';
import { explanationLate, nextNeedsReason, noOffers } from './evaluation.errors';
import { candidatesPublished } from './evaluation.events';
import { EvaluationNotices } from './evaluation.notices';
import { EvaluationRecords } from './evaluation.records';
import { EvaluationReference } from './reference';
import { ReviewEnding } from './review/ending';
import { panelName } from './rules/panel';
import { candidatesOf } from './rules/ranking';

const REASON_MIN = 10;

/** From the explanation of a low price to publicity and the award. */
@Injectable()
export class PublicityService {
  constructor(
    private readonly db: Db,
    private readonly records: EvaluationRecords,
    private readonly tasks: TaskRecords,
    private readonly awards: AwardService,
    private readonly remaining: Remaining,
    private readonly reference: EvaluationReference,
    private readonly notices: EvaluationNotices,
    private readonly rejections: ReviewEnding,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The firm explains its low price, once and in time. */
  explain(actor: Actor, taskId: string, { text }: ExplanationDto): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.records.task(actor, taskId, 'evaluation.explain', { lock: true });
      await this.records.lock(taskId, 'scoring');
      const enquiry = await this.db.lock(EvaluationEnquiry, { taskId, firmId: actor.orgId as string });
      if (!enquiry) throw notFound();
      const now = this.clock.now();
      if (enquiry.answeredAt !== null || now >= enquiry.dueAt) throw explanationLate();
      await this.db.repo(EvaluationEnquiry).update({ id: enquiry.id }, { answer: text, answeredAt: now, answeredBy: actor.userId });
      await this.tasks.tell({ actor, task }, 'evaluation-explain', { zh: `${enquiry.firmName}提交了报价的书面说明`, en: `${enquiry.firmName} has explained its price`, audience: 'owner' }, { bidId: enquiry.bidId });
    });
  }

  /** 招标投标法实施条例 第五十四条: within three days of the report, for three days at least. */
  publish(actor: Actor, taskId: string): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.records.task(actor, taskId, 'evaluation.run', { lock: true });
      const evaluation = await this.records.lock(taskId, 'revealed');
      const candidates = evaluation.result ? candidatesOf(evaluation.result.ranking) : [];
      if (candidates.length === 0) throw noOffers();
      const publicityTo = await this.records.endOf(await this.reference.days('publicity.days'));
      await this.db.repo(Evaluation).update({ taskId }, { state: 'publicity', publicityFrom: this.clock.now(), publicityTo });
      await this.tasks.tell({ actor, task }, 'evaluation-publicity', { zh: `公示中标候选人：${candidates.map(one => `第${one.rank}名 ${one.firmName}`).join('，')}`, en: `Candidates published: ${candidates.map(one => `${one.rank}. ${one.firmName}`).join(', ')}`, audience: 'public' }, { publicityTo: publicityTo.toISOString() });
      const bids = await this.db.repo(Bid).findBy({ taskId, state: 'opened' });
      await this.notices.published(task, evaluation.round, bids.map(bid => bid.firmId));
      await this.rejections.tellRejected(task, evaluation.review);
      await this.outbox.publish(candidatesPublished, { taskId });
    });
  }

  /** The award itself is the market's; here its reason is put into words. */
  award(actor: Actor, taskId: string, { bidId, reason }: CandidateAwardDto): Promise<ServiceTask> {
    return this.db.transaction(async () => {
      const task = await this.records.task(actor, taskId, 'evaluation.run', { lock: true });
      const evaluation = await this.db.repo(Evaluation).findOneBy({ taskId });
      const candidates = evaluation ? remainingCandidates(evaluation, await this.remaining.excluded(taskId)) : [];
      const chosen = candidates.find(one => one.bidId === bidId);
      const first = chosen !== undefined && chosen.rank === candidates[0]?.rank;
      if (chosen && !first && reason.length < REASON_MIN) throw nextNeedsReason();
      const words = chosen ? `${panelName(task.method).zh}推荐的第 ${chosen.rank} 名中标候选人，综合得分 ${chosen.total}` : '';
      return this.awards.award(actor, taskId, { bidId, reason: [words, reason].filter(Boolean).join('。') });
    });
  }
}
