import type { ServiceTask } from '@huanbao/marketplace';
import { Evaluation, EvaluationDraw, EvaluationEnquiry, EvaluationObjection, EvaluationPlan, EvaluationRound, EvaluationSeat } from '../evaluation.entity';
import { ROUNDING } from '../rules/price-score';
import { candidatesOf } from '../rules/ranking';
import { REMEDIES } from '../rules/remedy';
import type { Finding } from '../rules/review';
import { conditionsFor } from '../review/plan-conditions';
import type { AwardCandidateView, DrawView, EnquiryView, EvaluationPlanView, EvaluationResultView, EvaluationRoundView, BidFindingView, ObjectionView, PublicityView, RankLineView, ResponsivenessView, SeatView } from './evaluation.view';

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

export function planView(plan: EvaluationPlan, task: ServiceTask): EvaluationPlanView {
  const { committeeSize, representatives, specialties, formula, criteria, scoringDays, substantial, validityDays, ceilingYuan, version } = plan;
  const none = { above: null, below: null, float: null, dropFrom: null };
  return { committeeSize, representatives, specialties, formula: { ...none, ...formula }, priceWeight: task.priceWeight, criteria, scoringDays, substantial, validityDays, ceilingYuan, conditions: conditionsFor(plan, task).map(one => ({ ...one })), version };
}

export function seatView(seat: EvaluationSeat, { named, reasons }: { named: boolean; reasons: boolean }): SeatView {
  const { id, nth, kind, state, name, unit, title, reason, declaredAt, reviewedAt, competitionAt, handedInAt } = seat;
  return { id, nth, kind, state, name: named ? name : null, unit: named ? unit : null, title: named ? title : null, reason: reasons ? reason : null, declaredAt: iso(declaredAt), reviewedAt: iso(reviewedAt), competitionAt: iso(competitionAt), handedInAt: iso(handedInAt) };
}

export const drawView = ({ nth, seed, nonce, digests, candidates, excluded, drawn, drawnAt }: EvaluationDraw): DrawView => ({ nth, seed, nonce, digests, candidates, excluded: excluded.map(one => ({ expertId: one.expertId, reasons: [...one.reasons] })), drawn, drawnAt: drawnAt.toISOString() });

export const enquiryView = ({ id, bidId, firmName, grounds, askedAt, dueAt, answer, answeredAt }: EvaluationEnquiry): EnquiryView => ({ id, bidId, firmName, grounds: [...grounds], askedAt: askedAt.toISOString(), dueAt: dueAt.toISOString(), answer, answeredAt: iso(answeredAt) });

export const objectionView = ({ id, firmName, text, raisedAt, dueAt, answer, upheld, excludesBidId, round, remedy, criterionIds, answeredAt }: EvaluationObjection): Omit<ObjectionView, 'complaintId' | 'complainUntil'> => ({ id, firmName, text, raisedAt: raisedAt.toISOString(), dueAt: dueAt.toISOString(), answer, upheld, excludesBidId, round, remedy, criterionIds, answeredAt: iso(answeredAt) });

/** `files`: whether the reader may open the report of that round. */
export function roundView({ round, remedy, endedAt, result, excluded, reportFileId }: EvaluationRound, files: boolean): EvaluationRoundView {
  const { zh, en, basis } = REMEDIES[remedy];
  return { round, remedy, remedyZh: zh, remedyEn: en, basis, endedAt: endedAt.toISOString(), candidates: candidateViews({ result }, excluded), reportFileId: files ? reportFileId : null };
}

export const candidateViews = (evaluation: Pick<Evaluation, 'result'>, excluded: readonly string[]): AwardCandidateView[] =>
  evaluation.result ? candidatesOf(evaluation.result.ranking).map(({ rank, bidId, firmName, priceYuan, total }) => ({ rank, bidId, firmName, priceYuan, total, excluded: excluded.includes(bidId) })) : [];

export function publicityView({ publicityFrom, publicityTo, publicityDueAt, pausedAt }: Evaluation, now: Date): PublicityView {
  return { from: iso(publicityFrom), to: iso(publicityTo), due: iso(publicityDueAt), paused: pausedAt !== null, over: publicityTo !== null && pausedAt === null && now > publicityTo };
}

/** `own` keeps a bidder's finding only, without whose reason it is. */
export function responsivenessView({ review, reviewedAt }: Evaluation, own: string | null): ResponsivenessView | null {
  if (!review || !reviewedAt) return null;
  const { findings, left, least, basis, verified, verdict, competition } = review;
  const finding = ({ bidId, firmName, responsive, failed, tally, reasons }: Finding): BidFindingView => ({
    bidId, firmName, responsive, failed: [...failed], tally: own === null ? tally.map(one => ({ ...one })) : [],
    reasons: reasons.filter(one => own === null || one.failed.some(id => failed.includes(id))).map(one => ({ seat: own === null ? one.seat : null, failed: [...one.failed], reason: one.reason })),
  });
  const votes = competition?.votes.map(({ seat, competitive, reason }) => ({ seat, competitive, reason })) ?? [];
  return { reviewedAt: reviewedAt.toISOString(), findings: findings.filter(one => own === null || one.firmId === own).map(finding), left, least, basis, verified, verdict, competitionStands: competition?.stands ?? null, competition: own === null ? votes : [] };
}

/** `own` keeps a bidder's line only, without what others think of others. */
export function resultView({ result }: Evaluation, own: string | null): EvaluationResultView | null {
  if (!result) return null;
  const { price, lines, rejected } = result.ranking;
  const shown = lines.filter(line => own === null || line.firmId === own);
  return {
    baseZh: price.baseZh, baseEn: price.baseEn, roundingZh: ROUNDING.zh, roundingEn: ROUNDING.en,
    lines: shown.map((line): RankLineView => {
      const reckoned = price.lines.find(one => one.bidId === line.bidId);
      return { rank: line.rank, bidId: line.bidId, firmName: line.firmName, priceYuan: line.priceYuan, priceScore: line.priceScore, priceZh: reckoned?.zh ?? '', priceEn: reckoned?.en ?? '', technical: line.technical, total: line.total, means: line.means.map(one => ({ ...one, deviating: own === null ? [...one.deviating] : [] })) };
    }),
    rejected: rejected.filter(one => own === null || one.firmId === own).map(({ bidId, firmName, priceYuan, reasonable, unreasonable, reasons }) => ({ bidId, firmName, priceYuan, reasonable, unreasonable, reasons: [...reasons] })),
    sheets: own === null ? result.sheets.map(({ seat, sheet }) => ({ seat, scores: [...sheet.scores], priceVotes: [...sheet.priceVotes], comment: sheet.comment })) : [],
  };
}
