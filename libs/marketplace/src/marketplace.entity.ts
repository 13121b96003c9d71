import type { Requirement } from '@huanbao/providers';
import type { Holder, PublicJwk, SealedEnvelope } from '@huanbao/sealing';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Funds, Method, Regime, Subject } from './methods/methods';
import { AFTER_AWARD_ENTITIES } from './after-award/after-award.entity';
import { PROCEDURE_ENTITIES } from './methods/procedure.entity';
import type { TaskState } from './task.flow';

export type ServiceKind = 'consulting' | 'testing' | 'engineering' | 'disposal';
export type LifeStage = 'construction' | 'operation' | 'closure';
export type BidState = 'sealed' | 'superseded' | 'withdrawn' | 'opened' | 'unreadable';

/** What an enterprise needs done, from the draft to the acceptance of the work. */
@Entity('service_task')
export class ServiceTask {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('text') regionCode!: string;
  @Column('text') title!: string;
  @Column('text') kind!: ServiceKind;
  @Column('text') stage!: LifeStage;
  @Column('text') description!: string;
  @Column('text') requirements!: string;
  @Column('text', { array: true }) deliverables!: string[];
  @Column('text', { array: true }) requiredQualifications!: string[];
  @Column('numeric', { nullable: true }) budgetYuan!: string | null;
  @Column('integer') durationDays!: number;
  @Column('timestamptz') bidDeadline!: Date;
  @Column('integer') priceWeight!: number;
  @Column('text') state!: TaskState;
  @Column('integer') version!: number;
  @Column('jsonb', { nullable: true }) openingPublicKey!: PublicJwk | null;
  @Column('text', { nullable: true }) openingFingerprint!: string | null;
  @Column('uuid', { nullable: true }) witnessKeyId!: string | null;
  /** The key of the second office, and of how many holders the opening needs; null where a task is sealed in the former manner. */
  @Column('uuid', { nullable: true }) recoveryKeyId!: string | null;
  @Column('integer', { nullable: true }) openingNeeded!: number | null;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) openedAt!: Date | null;
  /** `threshold`: several holders together, each in `opening_share`. */
  @Column('text', { nullable: true }) openedBy!: 'owner' | 'witness' | 'threshold' | null;
  @Column('uuid', { nullable: true }) openingRecordFileId!: string | null;
  /** Of the first of two rounds. */
  @Column('uuid', { nullable: true }) firstOpeningRecordFileId!: string | null;
  @Column('jsonb', { nullable: true }) openingAnomalies!: Anomaly[] | null;
  @Column('uuid', { nullable: true }) awardedBidId!: string | null;
  @Column('uuid', { nullable: true }) awardedFirmId!: string | null;
  @Column('text', { nullable: true }) awardReason!: string | null;
  @Column('timestamptz', { nullable: true }) awardedAt!: Date | null;
  /** Of awards from before the platform kept what follows them: what was due earlier stands on the page, and nobody is reminded of it. */
  @Column('date', { nullable: true, select: false }) stepsRemindedFrom?: string | null;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('text', { nullable: true }) endedReason!: string | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
  /** Service of the catalogue; null for what the catalogue does not know. */
  @Column('text', { nullable: true }) serviceCode!: string | null;
  /** Version of the catalogue whose requirement was fixed at the publication. */
  @Column('integer', { nullable: true }) serviceVersion!: number | null;
  @Column('jsonb', { nullable: true }) requirement!: Requirement | null;
  @Column('text') method!: Method;
  @Column('text') funds!: Funds;
  @Column('text') subject!: Subject;
  /** The law that binds, fixed at the publication. */
  @Column('text') regime!: Regime;
  /** So many bids are needed for an opening; fixed at the publication. */
  @Column('integer') fewestBids!: number;
  /** False while only the invited may see it. */
  @Column('boolean') listed!: boolean;
  /** Where the law admits the method only with one. */
  @Column('text', { nullable: true }) approvalNumber!: string | null;
  @Column('text', { nullable: true }) approvalReason!: string | null;
  @Column('numeric', { nullable: true }) bondYuan!: string | null;
  /** First or final sealed offers. */
  @Column('integer') bidRound!: 1 | 2;
  @Column('timestamptz', { nullable: true }) firstOpenedAt!: Date | null;
  @Column('integer') documentsVersion!: number;
  /** Since when an unanswered objection stops the bidding. */
  @Column('timestamptz', { nullable: true }) pausedAt!: Date | null;
  @Column('text', { nullable: true }) shortReason!: string | null;
  @Column('text', { nullable: true }) shortApproval!: string | null;
  /** Which announcement of the same need this is, and of which task it is the next. */
  @Column('integer') attempt!: number;
  /** When too few bids had come by a first deadline; whoever cancels before it has not failed. */
  @Column('timestamptz', { nullable: true }) fellShortAt!: Date | null;
  /** Former announcements of the same need that failed for too few bids. */
  @Column('integer', { default: 0 }) shortfalls!: number;
  @Column('uuid', { nullable: true }) followsTaskId!: string | null;
  @Column('numeric', { nullable: true }) awardedPriceYuan!: string | null;
  @Column('text', { nullable: true }) awardedFirmName!: string | null;
}

/** The envelope as stored: everything but the ciphertext, which lies in the file store under its digest. */
export type StoredEnvelope = Omit<SealedEnvelope, 'ciphertext'>;

/** A difference between the bids in the table and the log of what was received, found at the opening. */
export interface Anomaly {
  readonly problem: 'missing' | 'state-changed';
  readonly firmId: string;
  readonly round: number;
  readonly digest: string;
}

export interface Reason {
  readonly zh: string;
  readonly en: string;
}

/** Why a panel put a bid aside, and on which question: the published conditions, or a price that was too low. */
export interface Rejection extends Reason {
  readonly stage: 'review' | 'price';
}

/** One sealed offer of one firm; its content columns are empty until the opening. */
@Entity('bid')
export class Bid {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('integer') round!: number;
  @Column('text') state!: BidState;
  @Column('jsonb') envelope!: StoredEnvelope;
  @Column('text') digest!: string;
  @Column('integer') sizeBytes!: number;
  @Column('timestamptz') receivedAt!: Date;
  @Column('text') receiptSignature!: string;
  @Column('uuid') submittedBy!: string;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('text', { nullable: true }) endedReason!: string | null;
  @Column('numeric', { nullable: true }) priceYuan!: string | null;
  @Column('integer', { nullable: true }) durationDays!: number | null;
  @Column('text', { nullable: true }) proposal!: string | null;
  @Column('uuid', { array: true }) attachmentFileIds!: string[];
  @Column('boolean', { nullable: true }) eligible!: boolean | null;
  @Column('jsonb', { nullable: true }) ineligibleReasons!: Reason[] | null;
  @Column('boolean', { nullable: true }) suspectUnit!: boolean | null;
  @Column('text', { nullable: true }) unreadableReason!: string | null;
  /** Who is to answer for the work; null where the bid names nobody, or nobody of the firm. */
  @Column('uuid', { nullable: true }) engineerId!: string | null;
  /** First or final sealed offer. */
  @Column('integer') sealedRound!: 1 | 2;
  /** The version of the documents it answers. */
  @Column('integer') documentsVersion!: number;
  /** It was chosen, and the award was cancelled: it is not chosen again. */
  @Column('timestamptz', { nullable: true }) awardCancelledAt!: Date | null;
  /** A panel has put it aside: it is neither scored nor chosen. */
  @Column('timestamptz', { nullable: true }) rejectedAt!: Date | null;
  @Column('jsonb', { nullable: true }) rejection!: Rejection | null;
}

/** From where a bid was handed in: keyed hashes, compared after the opening and taken away when they are old. */
@Entity('bid_trace')
export class BidTrace {
  @PrimaryColumn('uuid') bidId!: string;
  @Column('text', { nullable: true }) addressIndex!: string | null;
  @Column('text', { nullable: true }) prefixIndex!: string | null;
  @Column('text', { nullable: true }) deviceIndex!: string | null;
  @Column('timestamptz') at!: Date;
}

/** A key of the bureau: `witness` takes part in every opening, `recovery` lies with a second office and steps in for a lost one. One of each is active at a time. */
@Entity('witness_key')
export class WitnessKey {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') role!: 'witness' | 'recovery';
  @Column('text') holderName!: string;
  @Column('jsonb') publicKey!: PublicJwk;
  @Column('text') fingerprint!: string;
  @Column('boolean') active!: boolean;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
}

/** A holder's shares of the bids of one round: given on the record, sealed until enough are there, taken away at the opening. */
@Entity('opening_share')
export class OpeningShare {
  @PrimaryColumn('uuid') taskId!: string;
  @PrimaryColumn('integer') sealedRound!: 1 | 2;
  @PrimaryColumn('text') holder!: Holder;
  @Column('uuid') givenBy!: string;
  @Column('text') givenByName!: string;
  @Column('timestamptz') givenAt!: Date;
  /** Bids of which this holder's share does not unwrap. */
  @Column('uuid', { array: true }) lacking!: string[];
  @Column('text', { nullable: true }) sharesCipher!: string | null;
}

/** A holder's key is lost: from here the recovery share may step in. */
@Entity('opening_loss')
export class OpeningLoss {
  @PrimaryColumn('uuid') taskId!: string;
  @PrimaryColumn('text') holder!: Holder;
  @Column('text') reason!: string;
  @Column('uuid') declaredBy!: string;
  @Column('text') declaredByName!: string;
  @Column('timestamptz') declaredAt!: Date;
}

/** One line of a task's history. `public` everybody, `parties` enterprise, bidders and bureau, `owner` enterprise and bureau. */
@Entity('task_event')
export class TaskEvent {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') kind!: string;
  @Column('uuid', { nullable: true }) actorUserId!: string | null;
  @Column('text') actorName!: string;
  @Column('uuid', { nullable: true }) onBehalfOf!: string | null;
  @Column('text') audience!: 'public' | 'parties' | 'owner';
  @Column('text') zh!: string;
  @Column('text') en!: string;
}

/** One hand-over of results by the firm, accepted or sent back. */
@Entity('delivery')
export class Delivery {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('integer') round!: number;
  @Column('text') summary!: string;
  @Column('uuid', { array: true }) fileIds!: string[];
  @Column('text') state!: 'submitted' | 'accepted' | 'rework';
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('uuid') submittedBy!: string;
  @Column('timestamptz') submittedAt!: Date;
  @Column('timestamptz', { nullable: true }) reviewedAt!: Date | null;
  /** The milestone of the contract it is for; null without a contract. */
  @Column('uuid', { nullable: true }) milestoneId!: string | null;
}

/** One side's rating of the other; hidden from both until both have rated or its day has come. */
@Entity('task_rating')
export class TaskRating {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('uuid') raterOrgId!: string;
  @Column('uuid') ratedOrgId!: string;
  @Column('integer') quality!: number;
  @Column('integer') timeliness!: number;
  @Column('integer') compliance!: number;
  @Column('integer') service!: number;
  @Column('integer') price!: number;
  @Column('numeric') score!: string;
  @Column('text') comment!: string;
  @Column('timestamptz') givenAt!: Date;
  /** When it is published though the other side keeps silent. */
  @Column('timestamptz') publishDue!: Date;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
}

export const MARKETPLACE_ENTITIES = [ServiceTask, Bid, BidTrace, WitnessKey, OpeningShare, OpeningLoss, TaskEvent, Delivery, TaskRating, ...PROCEDURE_ENTITIES, ...AFTER_AWARD_ENTITIES];
