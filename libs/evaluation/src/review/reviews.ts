import { Injectable } from '@nestjs/common';
import { PanelDecisions, ServiceTask, TaskRecords } from '@huanbao/marketplace';
import { canonicalJson, Clock, Db, Signer, systemActor } from '@huanbao/platform';
import { In } from 'typeorm';
import { Turning } from '../committee/reveal';
import { SheetSeal } from '../committee/sheet-seal';
import { Evaluation, EvaluationPlan, EvaluationSeat } from '../evaluation.entity';
import { EvaluationRecords } from '../evaluation.records';
import { EvaluationReference } from '../reference';
import { afterReview, CompetitionVote, competitionStands, leftRow } from '../rules/left';
import { conclude, rejectionWords, responsiveIds, Review, ReviewVote } from '../rules/review';
import { ReviewEnding } from './ending';
import { conditionsFor } from './plan-conditions';

const SYSTEM = systemActor('evaluation');

/** What the signature of a review covers. */
export const signedReview = (taskId: string, review: Review): string => canonicalJson({ taskId, review });

/** The review turns when the last finding is in: all are opened at once, bids are put aside, and what follows is decided. Under the lock of the evaluation. */
@Injectable()
export class Reviews {
  constructor(
    private readonly db: Db,
    private readonly records: EvaluationRecords,
    private readonly tasks: TaskRecords,
    private readonly seal: SheetSeal,
    private readonly decisions: PanelDecisions,
    private readonly reference: EvaluationReference,
    private readonly turning: Turning,
    private readonly ending: ReviewEnding,
    private readonly signer: Signer,
    private readonly clock: Clock,
  ) {}

  async concludeWhenAllIn(task: ServiceTask, evaluation: Evaluation, plan: EvaluationPlan): Promise<void> {
    const members = await this.complete(task, plan, seat => seat.reviewedAt !== null);
    if (!members) return;
    const conditions = conditionsFor(plan, task);
    const reviews = members.map(seat => ({ seat: seat.nth, votes: this.seal.open<ReviewVote[]>(seat, 'review') as ReviewVote[] }));
    const findings = conclude(await this.records.offers(task.id), conditions, reviews);
    const left = findings.filter(one => one.responsive).length;
    const { value, basis, verified } = await this.reference.least(leftRow(task).key);
    const review: Review = { conditions, findings, left, least: Number(value), basis, verified, verdict: afterReview(task, left, Number(value)), competition: null };
    await this.putAside(task, review);
    await this.forgetSheetsOfOthers(task, evaluation.review, review);
    await this.keep(task, review);
    await this.tasks.tell({ actor: SYSTEM, task }, 'evaluation-review', { zh: `符合性审查完成：${left} 家符合，${findings.length - left} 家不符合`, en: `Review finished: ${left} responsive, ${findings.length - left} not`, audience: 'owner' }, { left, rejected: findings.filter(one => !one.responsive).map(one => one.bidId), verdict: review.verdict });
    if (review.verdict === 'go-on') return this.turning.beginScoring(task, plan);
    if (review.verdict === 'fail') return this.ending.fail(task, review);
    await this.db.repo(Evaluation).update({ taskId: task.id }, { state: 'competition' });
  }

  /** The members have said whether the bids that are left still compete. */
  async judgeWhenAllIn(task: ServiceTask, evaluation: Evaluation, plan: EvaluationPlan): Promise<void> {
    const members = await this.complete(task, plan, seat => seat.competitionAt !== null);
    if (!members || !evaluation.review) return;
    const votes = members.map(seat => ({ seat: seat.nth, ...(this.seal.open<CompetitionVote>(seat, 'competition') as CompetitionVote) }));
    const review: Review = { ...evaluation.review, competition: { stands: competitionStands(votes), votes } };
    await this.keep(task, review);
    const stands = review.competition?.stands === true;
    await this.tasks.tell({ actor: SYSTEM, task }, 'evaluation-competition', { zh: stands ? `符合要求的报价 ${review.left} 家，评标委员会认为仍有竞争性，继续评审` : `符合要求的报价 ${review.left} 家，评标委员会认为明显缺乏竞争`, en: stands ? 'The panel finds that the bids left still compete' : 'The panel finds that competition is lacking', audience: 'owner' }, { stands });
    return stands ? this.turning.beginScoring(task, plan) : this.ending.fail(task, review);
  }

  private async complete(task: ServiceTask, plan: EvaluationPlan, done: (seat: EvaluationSeat) => boolean): Promise<EvaluationSeat[] | null> {
    const members = await this.records.members(task.id);
    return members.length < plan.committeeSize || members.some(one => one.state !== 'accepted' || !done(one)) ? null : members;
  }

  private async putAside(task: ServiceTask, review: Review): Promise<void> {
    await this.decisions.restore(task.id, 'review');
    for (const finding of review.findings) if (!finding.responsive) await this.decisions.reject(finding.bidId, { stage: 'review', ...rejectionWords(finding, review.conditions) });
  }

  /** After a member was replaced the review is done anew; where other bids are left than before, what was scored is void (招标投标法实施条例 第四十八条). */
  private async forgetSheetsOfOthers(task: ServiceTask, before: Review | null, after: Review): Promise<void> {
    const [then, now] = [responsiveIds(before), responsiveIds(after)];
    if (then === null || JSON.stringify(then) === JSON.stringify(now)) return;
    await this.db.repo(EvaluationSeat).update({ taskId: task.id, state: In(['asked', 'accepted']) }, { sheetCipher: null, savedAt: null, handedInAt: null });
    // nothing stands any more that a correction could leave as it was: everything is scored again
    await this.db.repo(Evaluation).update({ taskId: task.id }, { rescoring: [] });
  }

  private async keep(task: ServiceTask, review: Review): Promise<void> {
    await this.db.repo(Evaluation).update({ taskId: task.id }, { review: review as never, reviewedAt: this.clock.now(), reviewSignature: this.signer.sign(signedReview(task.id, review)) });
  }
}
