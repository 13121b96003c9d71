import type { Tone } from '@/shared/ui/StatusTag';
import type { Holder, PublicJwk, SealedEnvelope } from '@huanbao/sealing';

/** What the API answers about tasks, bids and firms. */
export interface TaskItem {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly kind: string;
  readonly stage: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly state: string;
  readonly stateZh: string;
  readonly stateEn: string;
  readonly budgetYuan: string | null;
  readonly durationDays: number;
  readonly bidDeadline: string;
  readonly publishedAt: string | null;
  readonly method: string;
  readonly methodZh: string;
  readonly methodEn: string;
}

export interface Task extends TaskItem {
  readonly version: number;
  /** Weights of the five marks in percent and days until a rating is shown alone; null for who does not rate now. */
  readonly ratingTerms: (Readonly<Record<'quality' | 'timeliness' | 'compliance' | 'service' | 'price' | 'blindDays', number>> & { readonly verified: boolean }) | null;
  readonly description: string;
  readonly requirements: string;
  readonly deliverables: readonly string[];
  readonly requiredQualifications: readonly string[];
  readonly serviceCode: string | null;
  readonly requirementZh: string;
  readonly requirementEn: string;
  readonly priceWeight: number;
  readonly regime: string;
  readonly funds: string;
  readonly fundsZh: string;
  readonly fundsEn: string;
  readonly subject: string;
  readonly approvalNumber: string | null;
  readonly approvalReason: string | null;
  readonly bondYuan: string | null;
  readonly bidRound: 1 | 2;
  readonly documentsVersion: number;
  readonly pausedAt: string | null;
  readonly awardedPriceYuan: string | null;
  readonly openingFingerprint: string | null;
  readonly hasWitness: boolean;
  readonly openingNeeded: number | null;
  readonly openedAt: string | null;
  readonly openingRecordFileId: string | null;
  readonly firstOpeningRecordFileId: string | null;
  readonly awardedFirmId: string | null;
  readonly awardedFirmName: string | null;
  readonly awardReason: string | null;
  readonly endedReason: string | null;
  /** Null while nobody may know it. */
  readonly bidCount: number | null;
  readonly ball: { readonly holder: string; readonly holderName: string | null; readonly since: string; readonly due: string | null; readonly nextZh: string; readonly nextEn: string };
  readonly actions: readonly string[];
}

export interface Bid {
  readonly id: string;
  readonly firmId: string;
  readonly firmName: string;
  readonly round: number;
  readonly state: string;
  readonly receivedAt: string;
  readonly digest: string;
  readonly priceYuan: string | null;
  readonly durationDays: number | null;
  /** In the look-up of one bid; a list says only whether there is one. */
  readonly proposal: string | null;
  readonly hasProposal: boolean;
  readonly attachmentFileIds: readonly string[];
  readonly eligible: boolean | null;
  readonly ineligibleReasons: readonly { readonly zh: string; readonly en: string }[];
  readonly suspectUnit: boolean | null;
  readonly sealedRound: 1 | 2;
  /** Version of the documents it answers. */
  readonly documentsVersion: number;
  /** Why it could not be opened. */
  readonly unreadable: { readonly zh: string; readonly en: string } | null;
}

export interface OwnBid extends Bid {
  readonly receipt: Receipt;
}

/** A difference between the stored bids and the log of receipts. */
export interface Anomaly {
  readonly digest: string;
  readonly round: number;
  readonly zh: string;
  readonly en: string;
}

export interface Bids {
  readonly opened: boolean;
  readonly count: number | null;
  /** Between the first and the final opening. */
  readonly first: readonly Bid[];
  readonly items: readonly Bid[];
  readonly anomalies: readonly Anomaly[];
  /** Lowest price that counts, whatever page is shown. */
  readonly lowestYuan: string | null;
  readonly nextCursor: string | null;
}

export interface Sealing {
  readonly taskId: string;
  readonly taskNumber: string;
  readonly bidDeadline: string;
  readonly serverTime: string;
  readonly openingFingerprint: string;
  readonly keys: { readonly owner: PublicJwk; readonly witness: PublicJwk | null; readonly recovery: PublicJwk | null; readonly needed: number | null; readonly platform: PublicJwk };
}

export type HolderName = Holder;

/** One of the three who hold a share of the opening. */
export interface OpeningHolder {
  readonly holder: HolderName;
  readonly zh: string;
  readonly en: string;
  readonly keeper: string | null;
  readonly fingerprint: string | null;
  readonly state: 'given' | 'awaited' | 'lost' | 'reserve' | 'holds';
  readonly givenBy: string | null;
  readonly givenAt: string | null;
  readonly lacking: boolean;
  readonly lossReason: string | null;
  readonly lossBy: string | null;
  readonly mine: boolean;
  readonly mayDeclare: boolean;
}

export interface Opening {
  readonly needed: number | null;
  readonly given: number;
  readonly holders: readonly OpeningHolder[];
}

export interface SealedShare {
  readonly bidId: string;
  readonly firmId: string;
  readonly envelope: Omit<SealedEnvelope, 'ciphertext'>;
}

export interface Receipt {
  readonly receipt: { readonly bidId: string; readonly taskNumber: string; readonly round: number; readonly digest: string; readonly receivedAt: string };
  readonly signature: string;
  readonly publicKey: string;
}

export interface Delivery {
  readonly id: string;
  readonly round: number;
  readonly summary: string;
  readonly fileIds: readonly string[];
  readonly state: 'submitted' | 'accepted' | 'rework';
  readonly comment: string | null;
  readonly submittedAt: string;
}

export interface Rating {
  readonly id: string;
  readonly raterOrgId: string;
  readonly score: string;
  readonly comment: string;
  readonly publishedAt: string | null;
  readonly [dimension: string]: unknown;
}

export interface TaskEvent {
  readonly id: string;
  readonly at: string;
  readonly actorName: string;
  readonly onBehalf: boolean;
  readonly zh: string;
  readonly en: string;
}

export interface OfferedService {
  readonly kind: string;
  readonly stage: string;
  readonly title: string;
  readonly serviceCode?: string | null;
}

export interface Qualification {
  readonly id: string;
  readonly firmName: string;
  readonly kind: string;
  readonly number: string;
  readonly scope: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly daysLeft: number | null;
  readonly fileId: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly version: number;
}

export const KINDS = [
  { value: 'consulting', label: { zh: '环保咨询', en: 'Consulting' } },
  { value: 'testing', label: { zh: '环境检测', en: 'Testing' } },
  { value: 'engineering', label: { zh: '工程治理', en: 'Engineering' } },
  { value: 'disposal', label: { zh: '废物处置', en: 'Waste disposal' } },
] as const;

export const STAGES = [
  { value: 'construction', label: { zh: '建设期', en: 'Construction' } },
  { value: 'operation', label: { zh: '运营期', en: 'Operation' } },
  { value: 'closure', label: { zh: '停业退场', en: 'Closure' } },
] as const;

export const QUALIFICATION_KINDS = ['CMA', '环评备案', '危险废物经营许可', '环保工程设计', '环保工程施工', '运维服务', '清洁生产审核', '碳核查', '土壤调查', '辐射安全许可', '地质灾害治理'].map(kind => ({ value: kind, label: kind }));

export const TASK_STATES = [
  { value: 'draft', label: { zh: '草稿', en: 'Draft' } },
  { value: 'published', label: { zh: '征集中', en: 'Open for bids' } },
  { value: 'short', label: { zh: '家数不足', en: 'Too few bids' } },
  { value: 'closed', label: { zh: '已截止待开标', en: 'To be opened' } },
  { value: 'negotiating', label: { zh: '首轮已开启', en: 'First round opened' } },
  { value: 'opened', label: { zh: '已开标待定标', en: 'To be awarded' } },
  { value: 'awarded', label: { zh: '服务中', en: 'In service' } },
  { value: 'delivered', label: { zh: '待验收', en: 'Delivered' } },
  { value: 'rework', label: { zh: '返工中', en: 'Rework' } },
  { value: 'accepted', label: { zh: '已验收', en: 'Accepted' } },
  { value: 'failed', label: { zh: '流标', en: 'Failed' } },
  { value: 'cancelled', label: { zh: '已取消', en: 'Cancelled' } },
] as const;

const TONES: Readonly<Record<string, Tone>> = {
  draft: 'neutral', published: 'progress', short: 'danger', closed: 'warning', negotiating: 'warning', opened: 'warning', awarded: 'info', delivered: 'warning',
  rework: 'warning', accepted: 'done', failed: 'muted', cancelled: 'muted',
  pending: 'info', verified: 'success', rejected: 'danger', expired: 'warning', suspended: 'danger', lapsed: 'warning',
};

export const toneOf = (state: string): Tone => TONES[state] ?? 'neutral';

export const DIMENSIONS = ['quality', 'timeliness', 'compliance', 'service', 'price'] as const;

export const tasksPath = '/api/v1/service-tasks';
export const taskPath = (taskId: string): string => `${tasksPath}/${taskId}`;
