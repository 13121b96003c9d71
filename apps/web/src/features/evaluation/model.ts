import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];

export type Words = Schemas['EvaluationWordsView'];
export type Expert = Schemas['ExpertView'];
export type Criterion = Schemas['CriterionView'];
export type Panel = Schemas['PanelView'];
export type Plan = Schemas['EvaluationPlanView'];
export type Seat = Schemas['SeatView'];
export type Draw = Schemas['DrawView'];
export type Enquiry = Schemas['EnquiryView'];
export type Candidate = Schemas['AwardCandidateView'];
export type Mean = Schemas['CriterionMeanView'];
export type JudgedBid = Schemas['JudgedBidView'];
export type JudgedBidDetail = Schemas['JudgedBidDetailView'];
export type Score = Schemas['ScoreView'];
export type PriceVote = Schemas['PriceVoteView'];
export type Sheet = Schemas['SheetView'];
export type Result = Schemas['EvaluationResultView'];
export type Objection = Schemas['ObjectionView'];
export type Publicity = Schemas['PublicityView'];
export type Evaluation = Schemas['EvaluationView'];
export type EvaluationState = Evaluation['state'];
export type PublicEvaluation = Schemas['PublicEvaluationView'];
export type CandidateNotice = Schemas['CandidateNoticeView'];
export type Condition = Schemas['BidConditionView'];
export type Finding = Schemas['BidFindingView'];
export type Responsiveness = Schemas['ResponsivenessView'];
export type ReviewVote = Schemas['BidReviewVoteView'];
export type SeatPage = Schemas['SeatPageView'];
export type SeatBid = Schemas['SeatBidView'];

export const SPECIALTIES = [
  ['eia', '环境影响评价', 'EIA'], ['monitoring', '环境监测', 'Monitoring'], ['water', '水污染治理', 'Water'], ['air', '大气污染治理', 'Air'], ['solid-waste', '固体废物', 'Solid waste'],
  ['soil', '土壤与地下水', 'Soil'], ['noise', '噪声与振动', 'Noise'], ['radiation', '辐射', 'Radiation'], ['cleaner-production', '清洁生产', 'Cleaner production'], ['carbon', '碳核算', 'Carbon'],
  ['operation', '设施运维', 'Operation'], ['engineering', '环保工程', 'Engineering'], ['cost', '工程造价', 'Cost'], ['finance', '财务', 'Finance'], ['law', '法律', 'Law'],
].map(([value = '', zh = '', en = '']) => ({ value, label: { zh, en } }));

export const RELATION_KINDS = [
  { value: 'employment', label: { zh: '劳动关系、董事或者监事任职', en: 'Employment or a seat in its organs' } },
  { value: 'ownership', label: { zh: '控股股东或者实际控制人', en: 'Ownership or control' } },
  { value: 'relative', label: { zh: '近亲属任负责人或者任职', en: 'A close relative heads it or works there' } },
  { value: 'contract', label: { zh: '合同或者其他经济往来', en: 'Contracts or other dealings' } },
  { value: 'other', label: { zh: '其他可能影响公正的关系', en: 'Another relation that may touch fairness' } },
] as const;

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
export const STATE_TONE: Readonly<Record<EvaluationState, Tone>> = { none: 'neutral', forming: 'progress', checking: 'progress', competition: 'warning', scoring: 'progress', revealed: 'warning', publicity: 'info', awarded: 'done', ended: 'muted' };

export const EXPERTS = '/api/v1/experts';
export const evaluationPath = (taskId: string): string => `/api/v1/service-tasks/${taskId}/evaluation`;
/** Good, bad or neither: what became of a bid. */
export const OUTCOME_TONE: Readonly<Record<JudgedBid['outcome'], Tone>> = { ranked: 'success', passed: 'info', 'low-price': 'danger', unresponsive: 'danger' };
export const planPath = (taskId: string): string => `/api/v1/service-tasks/${taskId}/evaluation-plan`;
