import type { ServiceMethod } from '@huanbao/casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const id = { default: () => 'uuidv7()' };

export const SOURCES = ['inspection', 'duty', 'complaint', 'manual'] as const;
export type RectificationSource = (typeof SOURCES)[number];

export interface NamedOfficer {
  readonly officerId: string;
  readonly userId: string;
  readonly name: string;
  readonly certificateNo: string;
}

export interface Served {
  readonly on: string;
  readonly method: ServiceMethod;
  readonly receivedBy: string;
  readonly proofFileId: string | null;
  /** With it the party agreed to electronic service; left out in services of before. */
  readonly consentFileId?: string | null;
  readonly byName: string;
}

/** What a paper says; stored with it, so that it is drawn the same again. */
export interface Paper {
  readonly title: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly recipient: string;
  readonly paragraphs: readonly string[];
}

/** A rectification. How it goes on is its case of the same id. */
@Entity('rectification')
export class Rectification {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('text') regionCode!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('text') source!: RectificationSource;
  @Column('uuid', { nullable: true }) sourceId!: string | null;
  /** The complaint behind it, whichever of its answers or visits brought it. */
  @Column('uuid', { nullable: true }) complaintId!: string | null;
  /** Number of the inspection, words of the duty. */
  @Column('text', { nullable: true }) sourceNumber!: string | null;
  /** Site, outlet or facility it is about. */
  @Column('text') place!: string;
  @Column('text') facts!: string;
  @Column('boolean') planRequired!: boolean;
  /** The two officers of the notice. */
  @Column('jsonb') officers!: NamedOfficer[];
  /** Accounts of those who found it: they do not verify it. */
  @Column('uuid', { array: true }) finders!: string[];
  /** Goes up with each save of draft or plan: who saves on an old one is told. */
  @Column('integer') formVersion!: number;
  @Column('timestamptz') openedAt!: Date;
  @Column('text') openedByName!: string;
  /** From here on the party sees it. */
  @Column('timestamptz', { nullable: true }) issuedAt!: Date | null;
  @Column('uuid', { nullable: true }) issuedBy!: string | null;
  @Column('text', { nullable: true }) issuedByName!: string | null;
  @Column('jsonb', { nullable: true }) paper!: Paper | null;
  @Column('jsonb', { nullable: true }) served!: Served | null;
  @Column('date', { nullable: true }) servedOn!: string | null;
  /** Unit of the periods, as it held when the notice was issued. */
  @Column('text', { nullable: true }) dayType!: 'workday' | 'calendar' | null;
  @Column('date', { nullable: true }) planDueOn!: string | null;
  /** The latest day of what is not done yet. */
  @Column('date', { nullable: true }) dueOn!: string | null;
  /** When it was first handed in, or verified, too late; never taken back. */
  @Column('date', { nullable: true }) overdueOn!: string | null;
  @Column('timestamptz', { nullable: true }) handedInAt!: Date | null;
  @Column('text', { nullable: true }) handedInByName!: string | null;
  @Column('text', { nullable: true }) handedInWords!: string | null;
  @Column('integer') rejections!: number;
  @Column('date', { nullable: true }) closedOn!: string | null;
  @Column('timestamptz', { nullable: true }) clueAt!: Date | null;
  @Column('text', { nullable: true }) clueReason!: string | null;
  @Column('uuid', { nullable: true }) withdrawAskedBy!: string | null;
  @Column('text', { nullable: true }) withdrawAskedByName!: string | null;
  @Column('text', { nullable: true }) withdrawReason!: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
  @Column('text', { nullable: true }) withdrawnByName!: string | null;
  @Column('text') search!: string;
}

/** One thing to be mended: what is wrong, what is asked, until when; the party's measure; what was done. */
@Entity('rectification_item')
export class RectificationItem {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') rectificationId!: string;
  @Column('integer') place!: number;
  /** Key of the library of laws; null where the source brought the law. */
  @Column('text', { nullable: true }) violation!: string | null;
  /** The finding of an inspection it came from. */
  @Column('uuid', { nullable: true }) findingId!: string | null;
  @Column('text') title!: string;
  @Column('text') description!: string;
  @Column('text') requirement!: string;
  @Column('date') conductOn!: string;
  @Column('text') law!: string;
  @Column('boolean') lawVerified!: boolean;
  /** Length from the service on. */
  @Column('integer') days!: number;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('text', { nullable: true }) measure!: string | null;
  @Column('text', { nullable: true }) person!: string | null;
  @Column('date', { nullable: true }) plannedOn!: string | null;
  @Column('text', { nullable: true }) work!: string | null;
  @Column('text') state!: 'open' | 'done' | 'passed';
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
  @Column('text', { nullable: true }) doneByName!: string | null;
  @Column('boolean') doneLate!: boolean;
  @Column('integer') version!: number;
}

/** A photo or document before or after. Withdrawn ones stay, marked. */
@Entity('rectification_evidence')
export class RectificationEvidence {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') rectificationId!: string;
  /** null: of the inspection, about the whole. */
  @Column('uuid', { nullable: true }) itemId!: string | null;
  @Column('text') side!: 'before' | 'after' | 'verification';
  @Column('uuid') fileId!: string;
  @Column('text') fileName!: string;
  /** SHA-256 of the bytes when it was listed. */
  @Column('text') sha256!: string;
  @Column('text') caption!: string;
  @Column('boolean') fromInspection!: boolean;
  @Column('text') addedByName!: string;
  @Column('timestamptz') addedAt!: Date;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
}

/** 延期. */
@Entity('rectification_extension')
export class RectificationExtension {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') rectificationId!: string;
  @Column('uuid', { array: true }) itemIds!: string[];
  @Column('date') fromDay!: string;
  @Column('date') untilDay!: string;
  @Column('text') reason!: string;
  @Column('text') state!: 'asked' | 'approved' | 'refused' | 'lapsed';
  @Column('text') askedByName!: string;
  @Column('timestamptz') askedAt!: Date;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decidedReason!: string | null;
}

export interface ItemResult {
  readonly itemId: string;
  readonly passed: boolean;
  readonly findings: string;
}

/** 核查. Never by who issued the notice: the database refuses it too. */
@Entity('rectification_verification')
export class RectificationVerification {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') rectificationId!: string;
  @Column('integer') round!: number;
  @Column('text') way!: 'on-site' | 'off-site';
  @Column('date') visitedOn!: string;
  @Column('text') findings!: string;
  @Column('jsonb') results!: ItemResult[];
  @Column('text') outcome!: 'passed' | 'rejected';
  /** The violation goes on: what a daily penalty counts from. */
  @Column('boolean') persists!: boolean;
  @Column('date', { nullable: true }) newDueOn!: string | null;
  @Column('uuid') verifiedBy!: string;
  @Column('text') verifiedByName!: string;
  @Column('timestamptz') verifiedAt!: Date;
  @Column('uuid') issuedBy!: string;
  @Column('jsonb', { nullable: true }) paper!: Paper | null;
}

/** 拟认定督办逾期未完成: told first, answered, decided by another person. */
export interface DefaultNotice {
  readonly paper: Paper;
  readonly reason: string;
  readonly byUserId: string;
  readonly byName: string;
  readonly on: string;
  readonly served: Served | null;
  /** Last day for the statement, from the service on. */
  readonly until: string | null;
  readonly statement: string | null;
  readonly statedByName: string | null;
  readonly statedOn: string | null;
  /** It was not established: by whom and why. Paper and answer stay to be read. */
  readonly refused?: { readonly byName: string; readonly on: string; readonly reason: string } | null;
  /** The notice before this one, of which nothing came. */
  readonly before?: DefaultNotice | null;
}

/** 挂牌督办. */
@Entity('rectification_supervision')
export class RectificationSupervision {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') rectificationId!: string;
  @Column('text') reason!: string;
  @Column('text') demand!: string;
  @Column('date') dueOn!: string;
  /** By the rule of the day on which it was listed. */
  @Column('boolean') isPublic!: boolean;
  @Column('jsonb') paper!: Paper;
  @Column('uuid') startedBy!: string;
  @Column('text') startedByName!: string;
  @Column('timestamptz') startedAt!: Date;
  @Column('text', { nullable: true }) outcome!: 'done' | 'lifted' | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('text', { nullable: true }) endedReason!: string | null;
  /** That it is to be established as not done: told before, with the right to answer. */
  @Column('jsonb', { nullable: true }) defaultNotice!: DefaultNotice | null;
  /** 认定逾期未完成, by a second person. */
  @Column('timestamptz', { nullable: true }) defaultedAt!: Date | null;
  @Column('text', { nullable: true }) defaultedByName!: string | null;
  @Column('text', { nullable: true }) defaultReason!: string | null;
}

export const RECTIFICATION_ENTITIES = [Rectification, RectificationItem, RectificationEvidence, RectificationExtension, RectificationVerification, RectificationSupervision];
