import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A firm the enterprise has asked to bid. */
@Entity('task_invitation')
export class TaskInvitation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('text') state!: 'invited' | 'declined';
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
}

/** One offer of a direct commission: the enterprise's, or the firm's counter-offer. One is open at a time. */
@Entity('task_offer')
export class TaskOffer {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('integer') nth!: number;
  @Column('boolean') byFirm!: boolean;
  @Column('numeric') priceYuan!: string;
  @Column('integer') durationDays!: number;
  @Column('text') text!: string;
  @Column('text') state!: 'open' | 'countered' | 'accepted' | 'lapsed';
  @Column('uuid') madeBy!: string;
  @Column('timestamptz') madeAt!: Date;
}

/** A bidder's question, or its objection to the documents. Nobody but itself learns who asked. */
@Entity('task_question')
export class TaskQuestion {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('boolean') objection!: boolean;
  @Column('uuid') askedByOrg!: string;
  @Column('uuid') askedBy!: string;
  @Column('timestamptz') askedAt!: Date;
  @Column('text') text!: string;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('timestamptz', { nullable: true }) answerDue!: Date | null;
}

export interface Change {
  readonly before: unknown;
  readonly after: unknown;
}

/** What was changed of a published task, and what became of its deadline. */
@Entity('task_amendment')
export class TaskAmendment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  /** The version of the documents that begins with it. */
  @Column('integer') version!: number;
  @Column('text') reason!: string;
  @Column('jsonb') changes!: Readonly<Record<string, Change>>;
  @Column('timestamptz') deadlineBefore!: Date;
  @Column('timestamptz') deadlineAfter!: Date;
  @Column('timestamptz') madeAt!: Date;
}

/** The minutes of a talk with one bidder of a negotiation. */
@Entity('task_talk')
export class TaskTalk {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('uuid') firmId!: string;
  @Column('text') text!: string;
  @Column('timestamptz') heldAt!: Date;
  @Column('uuid') recordedBy!: string;
  @Column('timestamptz') recordedAt!: Date;
}

/** A bid bond as a record: the money itself goes from bank to bank. */
@Entity('bid_bond')
export class BidBond {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('numeric') amountYuan!: string;
  @Column('date') paidOn!: string;
  @Column('text') reference!: string;
  @Column('date', { nullable: true }) returnedOn!: string | null;
  /** It is kept: the firm did not sign without good reason (招标投标法实施条例 第七十四条). */
  @Column('date', { nullable: true }) forfeitedOn!: string | null;
  @Column('timestamptz') recordedAt!: Date;
}

/** 现场踏勘: where and when firms may look at the site, and what was said there, for all alike. */
@Entity('task_site_visit')
export class SiteVisit {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('text') place!: string;
  @Column('text') contactName!: string;
  @Column('text') contactPhone!: string;
  @Column('timestamptz') registerUntil!: Date;
  @Column('text') note!: string;
  @Column('text', { nullable: true }) minutes!: string | null;
  @Column('timestamptz', { nullable: true }) minutesAt!: Date | null;
  @Column('timestamptz', { nullable: true }) cancelledAt!: Date | null;
  @Column('text', { nullable: true }) cancelReason!: string | null;
  @Column('timestamptz') createdAt!: Date;
}

/** A firm that comes to a site visit. The client and the bureau know; no other firm does. */
@Entity('task_site_visitor')
export class SiteVisitor {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') visitId!: string;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('text', { array: true }) people!: string[];
  @Column('uuid') registeredBy!: string;
  @Column('timestamptz') registeredAt!: Date;
}

export const PROCEDURE_ENTITIES = [TaskInvitation, TaskOffer, TaskQuestion, TaskAmendment, TaskTalk, BidBond, SiteVisit, SiteVisitor];
