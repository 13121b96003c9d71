import type { Anomaly, Bid, Delivery, Reason, TaskRating, WitnessKey } from '../marketplace.entity';
import type { PublicKeyDto } from '../dto/task.dto';

export class ReasonView {
  zh!: string;
  en!: string;
}

/** A bid as the actor may see it: prices for all bidders after the opening, texts and files only for the owner side and its author. */
export class BidView {
  id!: string;
  firmId!: string;
  firmName!: string;
  round!: number;
  state!: string;
  receivedAt!: string;
  digest!: string;
  priceYuan!: string | null;
  durationDays!: number | null;
  /** In the look-up of one bid; a list says only whether there is one. */
  proposal!: string | null;
  hasProposal!: boolean;
  attachmentFileIds!: string[];
  eligible!: boolean | null;
  ineligibleReasons!: ReasonView[];
  /** The price looks like 万元 taken for 元, or the reverse: ask before awarding. */
  suspectUnit!: boolean | null;
  /** First or final sealed offer, and the version of the documents it answers. */
  sealedRound!: number;
  documentsVersion!: number;
  /** Why the bid could not be opened, and what that means. */
  unreadable!: ReasonView | null;
}

/** A bid of the own firm with its signed receipt, to be saved at any time. */
export class OwnBidView extends BidView {
  receipt!: ReceiptView;
}

/** A difference between the stored bids and the log of receipts. */
export class AnomalyView {
  problem!: string;
  round!: number;
  digest!: string;
  zh!: string;
  en!: string;
}

/** Before the opening nothing is shown but, where no law keeps it secret, the number. */
export class BidsView {
  opened!: boolean;
  /** Null while it is nobody's to know. */
  count!: number | null;
  /** Between the first and the final opening: the first offers, as far as the reader may see them. */
  first!: BidView[];
  items!: BidView[];
  /** Lowest price that counts, whatever page is shown; null before the opening. */
  lowestYuan!: string | null;
  nextCursor!: string | null;
  /** Empty unless somebody has tampered with the stored bids. */
  anomalies!: AnomalyView[];
}

/** Proof of receipt, signed with SM2 over the canonical JSON of `receipt`. */
export class ReceiptContentView {
  bidId!: string;
  taskId!: string;
  taskNumber!: string;
  firmId!: string;
  round!: number;
  digest!: string;
  receivedAt!: string;
}

export class ReceiptView {
  receipt!: ReceiptContentView;
  signature!: string;
  publicKey!: string;
}

/** The key receipts are signed with. */
export class ReceiptKeyView {
  algorithm!: string;
  publicKey!: string;
  /** Keys of earlier times under which receipts and certificates still hold. */
  formerKeys!: string[];
}

export class SealingKeysView {
  owner!: PublicKeyDto;
  witness!: PublicKeyDto | null;
  /** With `needed`: the first share is split among owner, witness and recovery. */
  recovery!: PublicKeyDto | null;
  needed!: number | null;
  platform!: PublicKeyDto;
}

export class SealingView {
  taskId!: string;
  taskNumber!: string;
  bidDeadline!: string;
  serverTime!: string;
  openingFingerprint!: string;
  platformFingerprint!: string;
  keys!: SealingKeysView;
}

export class DeliveryView {
  id!: string;
  round!: number;
  summary!: string;
  fileIds!: string[];
  state!: string;
  comment!: string | null;
  submittedAt!: string;
  reviewedAt!: string | null;
  /** The milestone of the contract it is for. */
  milestoneId!: string | null;
}

export class DeliveryFindingView {
  /** `look`: a person should look; `problem`: not to be accepted as it is. */
  level!: 'ok' | 'look' | 'problem';
  code!: string;
  zh!: string;
  en!: string;
  fileId!: string | null;
}

export class RatingView {
  id!: string;
  raterOrgId!: string;
  ratedOrgId!: string;
  quality!: number;
  timeliness!: number;
  compliance!: number;
  service!: number;
  price!: number;
  /** Weighted mean, two decimals. */
  score!: string;
  comment!: string;
  givenAt!: string;
  publishedAt!: string | null;
}

export class WitnessKeyView {
  id!: string;
  role!: 'witness' | 'recovery';
  holderName!: string;
  fingerprint!: string;
  active!: boolean;
  createdAt!: string;
  retiredAt!: string | null;
}

const UNREADABLE: Readonly<Record<string, ReasonView>> = {
  digest: { zh: '保存的密文与回执上的摘要不一致，文件在开标前被改动', en: 'The stored bytes differ from the digest on the receipt: the file was changed before the opening.' },
  altered: { zh: '报价记录与签名回执或接收日志不一致，在开标前被改动', en: 'The record differs from its signed receipt or from the log of receipts: it was changed before the opening.' },
  lost: { zh: '保存的密文已不存在', en: 'The stored bytes are gone.' },
  keys: { zh: '密文不是用本任务公布的公钥密封的', en: 'The bid was not sealed with the keys published with this task.' },
  'no-share': { zh: '密文中没有给这位开标人的份额', en: 'The envelope holds no share for this holder.' },
  content: { zh: '密文无法解开', en: 'The content does not open.' },
  shares: { zh: '到齐的份额拼不出封装这份报价的钥匙，投标时的封装有误或份额被改动', en: 'The shares that came together do not make the key of this bid: it was sealed wrongly, or a share was changed.' },
  form: { zh: '解开后的内容不是完整的报价（价格、工期或方案缺失）', en: 'The opened content is not a complete bid (price, duration or proposal missing).' },
};

const ANOMALIES: Readonly<Record<Anomaly['problem'], ReasonView>> = {
  missing: { zh: '接收日志中有这份报价，数据库中的记录已被删除', en: 'The log of receipts knows this bid; its record has been deleted.' },
  'state-changed': { zh: '这份报价的状态在开标前被改动，已按接收日志恢复处理', en: 'The state of this bid was changed before the opening; it was treated as the log of receipts says.' },
};

export function anomalyView({ problem, round, digest }: Anomaly): AnomalyView {
  return { problem, round, digest, ...ANOMALIES[problem] };
}

export function bidView(bid: Bid, full: boolean): BidView {
  return {
    id: bid.id,
    firmId: bid.firmId,
    firmName: bid.firmName,
    round: bid.round,
    state: bid.state,
    receivedAt: bid.receivedAt.toISOString(),
    digest: bid.digest,
    priceYuan: bid.priceYuan,
    durationDays: bid.durationDays,
    proposal: full ? (bid.proposal ?? null) : null,
    hasProposal: full && (bid.proposal ?? '') !== '',
    attachmentFileIds: full ? bid.attachmentFileIds : [],
    eligible: bid.eligible,
    ineligibleReasons: full ? ((bid.ineligibleReasons as Reason[] | null) ?? []) : [],
    suspectUnit: full ? bid.suspectUnit : null,
    sealedRound: bid.sealedRound,
    documentsVersion: bid.documentsVersion,
    unreadable: bid.unreadableReason === null ? null : (UNREADABLE[bid.unreadableReason] ?? UNREADABLE['content'] ?? null),
  };
}

export function deliveryView(delivery: Delivery): DeliveryView {
  return {
    id: delivery.id,
    round: delivery.round,
    summary: delivery.summary,
    fileIds: delivery.fileIds,
    state: delivery.state,
    comment: delivery.comment,
    submittedAt: delivery.submittedAt.toISOString(),
    reviewedAt: delivery.reviewedAt?.toISOString() ?? null,
    milestoneId: delivery.milestoneId,
  };
}

export function ratingView(rating: TaskRating): RatingView {
  const { id, raterOrgId, ratedOrgId, quality, timeliness, compliance, service, price, score, comment } = rating;
  return {
    id, raterOrgId, ratedOrgId, quality, timeliness, compliance, service, price, score, comment,
    givenAt: rating.givenAt.toISOString(),
    publishedAt: rating.publishedAt?.toISOString() ?? null,
  };
}

export function witnessKeyView(key: WitnessKey): WitnessKeyView {
  return { id: key.id, role: key.role, holderName: key.holderName, fingerprint: key.fingerprint, active: key.active, createdAt: key.createdAt.toISOString(), retiredAt: key.retiredAt?.toISOString() ?? null };
}
