import type { Paper } from '@huanbao/documents';
import type { Served } from '@huanbao/penalties';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RevocationGround, WatchSubjectKind, WatchTrigger } from './words';

const id = { default: () => 'uuidv7()' };

export interface Said {
  readonly byUserId: string;
  readonly byName: string;
  readonly at: string;
  readonly words: string;
}

/** 集体讨论. */
export interface Discussion {
  readonly heldOn: string;
  readonly members: readonly string[];
  readonly minutes: string;
  readonly conclusion: string;
  readonly byName: string;
}

/** Somebody asked to take the decision back; another person rules on it. */
export interface RevocationAsked {
  readonly byUserId: string;
  readonly byName: string;
  readonly on: string;
  readonly ground: RevocationGround;
  readonly reason: string;
  /** Last day to decide; what the platform itself proposed bears one. */
  readonly dueOn?: string | null;
}

/** One case of listing. How it goes on is its case of the same id. */
@Entity('watch_list_entry')
export class WatchEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('text') regionCode!: string;
  @Column('text') subjectKind!: WatchSubjectKind;
  /** An enterprise or firm of the platform; null for somebody outside. */
  @Column('uuid', { nullable: true }) subjectOrgId!: string | null;
  @Column('text') subjectName!: string;
  /** 统一社会信用代码 of a unit; a person's number is encrypted beside. */
  @Column('text', { nullable: true }) subjectCode!: string | null;
  @Column('text', { nullable: true }) subjectCodeCipher!: string | null;
  /** The same subject has one open case at a time. */
  @Column('text') subjectKey!: string;
  @Column('text') trigger!: WatchTrigger;
  /** In words for the bureau, at first those of the clue. */
  @Column('text') facts!: string;
  @Column('date') occurredOn!: string;
  @Column('text', { nullable: true }) legalBasis!: string | null;
  /** What is intended, as the subject was told. */
  @Column('integer', { nullable: true }) months!: number | null;
  @Column('text', { nullable: true }) publicReason!: string | null;
  @Column('boolean') open!: boolean;
  @Column('uuid') openedBy!: string;
  @Column('text') openedByName!: string;
  @Column('timestamptz') openedAt!: Date;
  @Column('uuid', { nullable: true }) proposedBy!: string | null;
  @Column('text', { nullable: true }) proposedByName!: string | null;
  @Column('jsonb', { nullable: true }) legalReview!: Said | null;
  @Column('jsonb', { nullable: true }) discussion!: Discussion | null;
  @Column('jsonb', { nullable: true }) revocation!: RevocationAsked | null;
  /** From the service of the first pre-notice on, the subject sees the case. */
  @Column('timestamptz', { nullable: true }) toldAt!: Date | null;
  @Column('text') search!: string;
}

/** What brought the clue; one source leads to one clue, and a further one joins the open case of its subject. */
@Entity('watch_list_source')
export class WatchSource {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') entryId!: string;
  @Column('text') trigger!: WatchTrigger;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) documentNo!: string | null;
  @Column('date') occurredOn!: string;
  @Column('text') sourceType!: 'credit-event' | 'credit-grade' | 'penalty' | 'hand';
  @Column('text') sourceId!: string;
  @Column('timestamptz') addedAt!: Date;
  /** The source was taken back meanwhile. */
  @Column('timestamptz', { nullable: true }) goneAt!: Date | null;
}

export interface WatchHearing {
  readonly notifiedOn: string;
  readonly heldOn: string;
  readonly place: string;
  readonly host: string;
  readonly hostUserId: string;
  readonly record: string | null;
}

/** 事先告知书, and what the subject made of it. */
@Entity('watch_list_notice')
export class WatchNotice {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') entryId!: string;
  @Column('text') number!: string;
  @Column('boolean') isCurrent!: boolean;
  @Column('date') issuedOn!: string;
  @Column('jsonb') paper!: Paper;
  @Column('integer') months!: number;
  @Column('jsonb', { nullable: true }) served!: Served | null;
  @Column('date', { nullable: true }) statementUntil!: string | null;
  @Column('date', { nullable: true }) hearingUntil!: string | null;
  @Column('text', { nullable: true }) statement!: string | null;
  @Column('timestamptz', { nullable: true }) statedAt!: Date | null;
  @Column('text', { nullable: true }) statedByName!: string | null;
  @Column('timestamptz', { nullable: true }) waivedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) hearingAskedAt!: Date | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('text', { nullable: true }) answeredByName!: string | null;
  @Column('jsonb', { nullable: true }) hearing!: WatchHearing | null;
}

export interface RemedyUntil {
  readonly words: string;
  readonly until: string | null;
  readonly verified: boolean;
}

/** 列入决定. What ended it stands beside it; nothing is erased. */
@Entity('watch_list_decision')
export class WatchDecision {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') entryId!: string;
  @Column('text') number!: string;
  @Column('jsonb') paper!: Paper;
  @Column('integer') months!: number;
  @Column('text') reasons!: string;
  @Column('text') exitConditions!: string;
  @Column('jsonb') remedies!: readonly RemedyUntil[];
  @Column('uuid') decidedBy!: string;
  @Column('text') decidedByName!: string;
  @Column('date') decidedOn!: string;
  @Column('jsonb', { nullable: true }) served!: Served | null;
  @Column('date', { nullable: true }) servedOn!: string | null;
  /** First day on which removal can be applied for. */
  @Column('date', { nullable: true }) removalFrom!: string | null;
  /** Last day on the list by time alone. */
  @Column('date', { nullable: true }) listedUntil!: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  /** Stopped by 复议 or a court: not shown, and no measure holds. */
  @Column('boolean') resting!: boolean;
  @Column('date', { nullable: true }) endedOn!: string | null;
  @Column('text', { nullable: true }) endedHow!: 'removed' | 'expired' | 'revoked' | null;
  @Column('text', { nullable: true }) endedReason!: string | null;
  @Column('text', { nullable: true }) endedByName!: string | null;
}

/** 移出申请. */
@Entity('watch_list_removal')
export class WatchRemoval {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') entryId!: string;
  @Column('text') statement!: string;
  @Column('uuid', { array: true }) fileIds!: string[];
  @Column('boolean') byOfficer!: boolean;
  @Column('uuid') appliedBy!: string;
  @Column('text') appliedByName!: string;
  @Column('date') appliedOn!: string;
  @Column('text') state!: 'open' | 'granted' | 'refused' | 'withdrawn' | 'lapsed';
  @Column('text', { nullable: true }) verdict!: 'met' | 'not-met' | null;
  @Column('text', { nullable: true }) findings!: string | null;
  @Column('date', { nullable: true }) siteCheckedOn!: string | null;
  @Column('uuid', { nullable: true }) verifiedBy!: string | null;
  @Column('text', { nullable: true }) verifiedByName!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('date', { nullable: true }) decidedOn!: string | null;
  @Column('text', { nullable: true }) reasons!: string | null;
}

/** 行政复议、行政诉讼. */
@Entity('watch_list_contest')
export class WatchContest {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') entryId!: string;
  @Column('text') kind!: 'reconsideration' | 'litigation';
  @Column('text') body!: string;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('date') filedOn!: string;
  @Column('boolean') stopsExecution!: boolean;
  @Column('text', { nullable: true }) stopReason!: string | null;
  @Column('uuid') recordedBy!: string;
  @Column('text') recordedByName!: string;
  @Column('date', { nullable: true }) endedOn!: string | null;
  @Column('text', { nullable: true }) outcome!: 'upheld' | 'withdrawn' | 'changed' | 'revoked' | null;
  @Column('text', { nullable: true }) outcomeWords!: string | null;
  @Column('integer', { nullable: true }) changedMonths!: number | null;
}

export const WATCH_LIST_ENTITIES = [WatchEntry, WatchSource, WatchNotice, WatchDecision, WatchRemoval, WatchContest];
