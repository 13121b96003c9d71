import { Injectable } from '@nestjs/common';
import { AwardService, Bid, ServiceTask, TaskRecords } from '@huanbao/marketplace';
import { Actor, Clock, Db, invalidFields, newId, notFound, Outbox, violatedConstraint } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { Remaining, remainingCandidates } from './committee/candidates';
import type { CandidateAwardDto, ExplanationDto, ObjectionAnswerDto, ObjectionDto } from './dto/evaluation.dto';
import { Evaluation, EvaluationEnquiry, EvaluationObjection } from './evaluation.entity';
import { explanationLate, nextNeedsReason, noOffers, objectionLate, objectionOpen } from './evaluation.errors';
import { candidatesPublished } from './evaluation.events';
import { EvaluationNotices } from './evaluation.notices';
import { EvaluationRecords } from './evaluation.records';
import { EvaluationReference } from './reference';
import { ReviewEnding } from './review/ending';
import { panelName } from './rules/panel';
import { candidatesOf } from './rules/ranking';

const REASON_MIN = 10;

/** From the explanation of a low price to publicity, objections and the award. */
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
      await this.notices.published(task, bids.map(bid => bid.firmId));
      await this.rejections.tellRejected(task, evaluation.review);
      await this.outbox.publish(candidatesPublished, { taskId });
    });
  }

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
    const row = { id: newId(), taskId, firmId: bid.firmId, firmName: bid.firmName, text, raisedAt: now, raisedBy: actor.userId, dueAt };
    await this.db.repo(EvaluationObjection).insert(row);
    if (evaluation.pausedAt === null) await this.db.repo(Evaluation).update({ taskId }, { pausedAt: now });
    await this.tasks.tell({ actor, task }, 'evaluation-objection', { zh: '收到对评标结果的异议，公示期暂停', en: 'An objection was raised; the clock stands' }, { objectionId: row.id });
    await this.notices.objected(task, await this.db.repo(EvaluationObjection).findOneByOrFail({ id: row.id }));
  }

  /** The enterprise answers. When the last open one is answered the publicity goes on for as long as it had left. */
  answer(actor: Actor, { taskId, objectionId }: { taskId: string; objectionId: string }, input: ObjectionAnswerDto): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.records.task(actor, taskId, 'evaluation.run', { lock: true });
      const evaluation = await this.records.lock(taskId, 'publicity');
      const objection = await this.db.lock(EvaluationObjection, { id: objectionId, taskId, answeredAt: IsNull() });
      if (!objection) throw notFound();
      const excludes = await this.excludedBy(evaluation, input);
      await this.db.repo(EvaluationObjection).update({ id: objection.id }, { answer: input.text, upheld: input.upheld, excludesBidId: excludes, answeredAt: this.clock.now(), answeredBy: actor.userId });
      await this.resume(evaluation);
      const verdict = input.upheld ? { zh: '异议成立', en: 'upheld' } : { zh: '异议不成立', en: 'not upheld' };
      await this.tasks.tell({ actor, task }, 'evaluation-answer', { zh: `已答复对评标结果的异议：${verdict.zh}${excludes ? '，取消一名候选人' : ''}`, en: `The objection was answered: ${verdict.en}${excludes ? '; a candidate is taken off' : ''}` }, { objectionId, upheld: input.upheld, excludesBidId: excludes });
      await this.notices.answered(task, objection, input.upheld);
    });
  }

  private async excludedBy(evaluation: Evaluation, { upheld, excludesBidId }: ObjectionAnswerDto): Promise<string | null> {
    if (!excludesBidId) return null;
    const known = remainingCandidates(evaluation, await this.remaining.excluded(evaluation.taskId)).some(one => one.bidId === excludesBidId);
    if (!upheld || !known) throw invalidFields([{ pointer: '/excludesBidId', code: 'candidate', zh: '只有异议成立时才能取消候选人，且须是公示中的候选人，请重新选择', en: 'Only an upheld objection takes off a candidate that is on the list.' }]);
    return excludesBidId;
  }

  /** The publicity goes on for as long as it had left, once nothing holds it any more. */
  async resume({ taskId, pausedAt, publicityTo, rulingPending }: Evaluation): Promise<void> {
    const open = await this.db.repo(EvaluationObjection).countBy({ taskId, answeredAt: IsNull() });
    if (open > 0 || rulingPending || !pausedAt || !publicityTo) return;
    const stood = this.clock.now().getTime() - pausedAt.getTime();
    await this.db.repo(Evaluation).update({ taskId }, { pausedAt: null, publicityTo: new Date(publicityTo.getTime() + stood) });
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
