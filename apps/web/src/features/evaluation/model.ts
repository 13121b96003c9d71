import type { Tone } from '@/shared/ui/StatusTag';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Expert {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly unitUscc: string | null;
  readonly relatedUnits: readonly string[];
  readonly title: string;
  readonly kind: 'technical' | 'economic';
  readonly specialties: readonly string[];
  readonly status: 'active' | 'suspended' | 'retired';
  readonly statusReason: string | null;
  readonly evaluations: number;
  readonly version: number;
}

export interface Criterion {
  readonly id: string;
  readonly name: string;
  readonly guide: string;
  readonly max: number;
}

export interface Plan {
  readonly committeeSize: number;
  readonly representatives: number;
  readonly specialties: readonly string[];
  readonly formula: { readonly kind: 'lowest' | 'average-deviation'; readonly above: string | null; readonly below: string | null; readonly float: string | null; readonly dropFrom: number | null };
  readonly priceWeight: number;
  readonly criteria: readonly Criterion[];
  readonly scoringDays: number;
  readonly version: number;
}

export interface Seat {
  readonly id: string;
  readonly nth: number;
  readonly kind: 'expert' | 'representative';
  readonly state: 'asked' | 'accepted' | 'recused' | 'declined' | 'removed';
  readonly name: string | null;
  readonly unit: string | null;
  readonly title: string | null;
  readonly reason: string | null;
  readonly handedInAt: string | null;
}

export interface Draw {
  readonly nth: number;
  readonly seed: string;
  readonly nonce: string;
  readonly digests: readonly string[];
  readonly candidates: readonly string[];
  readonly excluded: readonly { readonly expertId: string; readonly reasons: readonly Words[] }[];
  readonly drawn: readonly string[];
  readonly drawnAt: string;
}

export interface Enquiry {
  readonly id: string;
  readonly bidId: string;
  readonly firmName: string;
  readonly grounds: readonly Words[];
  readonly askedAt: string;
  readonly dueAt: string;
  readonly answer: string | null;
  readonly answeredAt: string | null;
}

export interface Candidate {
  readonly rank: number;
  readonly bidId: string;
  readonly firmName: string;
  readonly priceYuan: string;
  readonly total: string;
  readonly excluded: boolean;
}

export interface RankLine {
  readonly rank: number;
  readonly bidId: string;
  readonly firmName: string;
  readonly priceYuan: string;
  readonly priceScore: string;
  readonly priceZh: string;
  readonly priceEn: string;
  readonly technical: string;
  readonly total: string;
  readonly means: readonly { readonly criterionId: string; readonly mean: string; readonly deviating: readonly number[] }[];
}

export interface Score {
  readonly bidId: string;
  readonly criterionId: string;
  readonly score: string;
  readonly reason: string;
}

export interface PriceVote {
  readonly bidId: string;
  readonly reasonable: boolean;
  readonly reason: string;
}

export interface Sheet {
  readonly seat: number;
  readonly scores: readonly Score[];
  readonly priceVotes: readonly PriceVote[];
  readonly comment: string;
}

export interface Result {
  readonly baseZh: string;
  readonly baseEn: string;
  readonly roundingZh: string;
  readonly roundingEn: string;
  readonly lines: readonly RankLine[];
  readonly rejected: readonly { readonly bidId: string; readonly firmName: string; readonly priceYuan: string; readonly reasonable: number; readonly unreasonable: number; readonly reasons: readonly string[] }[];
  readonly sheets: readonly Sheet[];
}

export interface Objection {
  readonly id: string;
  readonly firmName: string;
  readonly text: string;
  readonly raisedAt: string;
  readonly dueAt: string;
  readonly answer: string | null;
  readonly upheld: boolean | null;
  readonly answeredAt: string | null;
}

export interface Publicity {
  readonly from: string | null;
  readonly to: string | null;
  readonly due: string | null;
  readonly paused: boolean;
  readonly over: boolean;
}

export type EvaluationState = 'none' | 'forming' | 'scoring' | 'revealed' | 'publicity' | 'awarded' | 'ended';

export interface Evaluation {
  readonly taskId: string;
  readonly taskTitle: string;
  readonly taskNumber: string | null;
  readonly taskState: string;
  readonly priceWeight: number;
  readonly plan: Plan | null;
  readonly state: EvaluationState;
  readonly scoringDueAt: string | null;
  readonly seats: readonly Seat[];
  readonly draws: readonly Draw[];
  readonly enquiries: readonly Enquiry[];
  readonly result: Result | null;
  readonly reportFileId: string | null;
  readonly candidates: readonly Candidate[];
  readonly publicity: Publicity | null;
  readonly objections: readonly Objection[];
  readonly actions: readonly string[];
}

export interface PublicEvaluation {
  readonly taskId: string;
  readonly taskTitle: string;
  readonly taskNumber: string | null;
  readonly enterpriseName: string;
  readonly plan: Plan;
  readonly state: EvaluationState;
  readonly candidates: readonly Candidate[];
  readonly publicity: Publicity | null;
  readonly awardedFirmName: string | null;
  readonly awardedPriceYuan: string | null;
  readonly awardedAt: string | null;
}

export interface CandidateNotice {
  readonly id: string;
  readonly taskTitle: string;
  readonly taskNumber: string | null;
  readonly enterpriseName: string;
  readonly firstCandidate: string;
  readonly state: EvaluationState;
  readonly from: string;
  readonly to: string;
  readonly paused: boolean;
}

export interface SeatPage {
  readonly nth: number;
  readonly kind: 'expert' | 'representative';
  readonly name: string;
  readonly state: 'asked' | 'accepted';
  readonly evaluationState: EvaluationState;
  readonly taskTitle: string;
  readonly taskNumber: string | null;
  readonly enterpriseName: string;
  readonly description: string;
  readonly requirements: string;
  readonly bidders: readonly string[];
  readonly plan: Plan;
  readonly scoringDueAt: string | null;
  readonly bids: readonly SeatBid[];
  readonly sheet: Sheet | null;
  readonly savedAt: string | null;
  readonly handedInAt: string | null;
}

export interface SeatBid {
  readonly bidId: string;
  readonly firmName: string;
  readonly priceYuan: string;
  readonly durationDays: number;
  readonly proposal: string;
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly enquiry: Enquiry | null;
}

export const SPECIALTIES = [
  ['eia', '环境影响评价', 'EIA'], ['monitoring', '环境监测', 'Monitoring'], ['water', '水污染治理', 'Water'], ['air', '大气污染治理', 'Air'], ['solid-waste', '固体废物', 'Solid waste'],
  ['soil', '土壤与地下水', 'Soil'], ['noise', '噪声与振动', 'Noise'], ['radiation', '辐射', 'Radiation'], ['cleaner-production', '清洁生产', 'Cleaner production'], ['carbon', '碳核算', 'Carbon'],
  ['operation', '设施运维', 'Operation'], ['engineering', '环保工程', 'Engineering'], ['cost', '工程造价', 'Cost'], ['finance', '财务', 'Finance'], ['law', '法律', 'Law'],
].map(([value = '', zh = '', en = '']) => ({ value, label: { zh, en } }));

export const EXPERT_KINDS = [
  { value: 'technical', label: { zh: '技术', en: 'Technical' } },
  { value: 'economic', label: { zh: '经济', en: 'Economic' } },
] as const;

export const EXPERT_STATUS = [
  { value: 'active', label: { zh: '在库', en: 'Active' } },
  { value: 'suspended', label: { zh: '暂停', en: 'Suspended' } },
  { value: 'retired', label: { zh: '退库', en: 'Retired' } },
] as const;

export const STATUS_TONE: Readonly<Record<Expert['status'], Tone>> = { active: 'success', suspended: 'warning', retired: 'muted' };
export const STATE_TONE: Readonly<Record<EvaluationState, Tone>> = { none: 'neutral', forming: 'progress', scoring: 'progress', revealed: 'warning', publicity: 'info', awarded: 'done', ended: 'muted' };

export const EXPERTS = '/api/v1/experts';
export const evaluationPath = (taskId: string): string => `/api/v1/service-tasks/${taskId}/evaluation`;
export const planPath = (taskId: string): string => `/api/v1/service-tasks/${taskId}/evaluation-plan`;
