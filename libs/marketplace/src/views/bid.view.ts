import type { Bid, Delivery, Reason, TaskRating, WitnessKey } from '../marketplace.entity';
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
  proposal!: string | null;
  attachmentFileIds!: string[];
  eligible!: boolean | null;
  ineligibleReasons!: ReasonView[];
  /** The price looks like 万元 taken for 元, or the reverse: ask before awarding. */
  suspectUnit!: boolean | null;
  unreadableReason!: string | null;
}

/** Before the opening only the number is shown. */
export class BidsView {
  opened!: boolean;
  count!: number;
  items!: BidView[];
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

export class SealingKeysView {
  owner!: PublicKeyDto;
  witness!: PublicKeyDto | null;
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
  holderName!: string;
  fingerprint!: string;
  active!: boolean;
  createdAt!: string;
  retiredAt!: string | null;
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
    proposal: full ? bid.proposal : null,
    attachmentFileIds: full ? bid.attachmentFileIds : [],
    eligible: bid.eligible,
    ineligibleReasons: full ? ((bid.ineligibleReasons as Reason[] | null) ?? []) : [],
    suspectUnit: full ? bid.suspectUnit : null,
    unreadableReason: bid.unreadableReason,
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
  return { id: key.id, holderName: key.holderName, fingerprint: key.fingerprint, active: key.active, createdAt: key.createdAt.toISOString(), retiredAt: key.retiredAt?.toISOString() ?? null };
}
