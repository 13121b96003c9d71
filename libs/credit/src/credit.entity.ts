import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EventStatus, Severity } from './engine/ledger';
import type { Method, RowAttributes, RowKind, SubjectKind } from './engine/scheme';

/** A fact in the ledger. Never changed, never removed: what follows is a further row. */
@Entity('credit_event')
export class CreditEvent {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') key!: string;
  @Column('uuid') subjectId!: string;
  @Column('text') type!: string;
  @Column('text') severity!: Severity;
  @Column('text') title!: string;
  @Column('text') facts!: string;
  @Column('text') legalBasis!: string;
  @Column('text') sourceType!: string;
  @Column('text', { nullable: true }) sourceId!: string | null;
  @Column('text', { nullable: true }) documentNo!: string | null;
  @Column('uuid', { nullable: true }) evidenceFileId!: string | null;
  @Column('text', { nullable: true }) indicator!: string | null;
  @Column('numeric', { nullable: true }) measure!: string | null;
  @Column('numeric', { nullable: true }) score!: string | null;
  @Column('numeric', { nullable: true }) points!: string | null;
  @Column('date') occurredOn!: string;
  @Column('date') validFrom!: string;
  /** Periods run from this day, where the event took the place of an earlier one; else from the day it counts from. */
  @Column('date', { nullable: true }) periodFrom!: string | null;
  /** Key of the event whose place it took. */
  @Column('text', { nullable: true }) replaces!: string | null;
  @Column('date', { nullable: true }) validUntil!: string | null;
  @Column('timestamptz') recordedAt!: Date;
  @Column('uuid') recordedBy!: string;
  @Column('text') recordedByName!: string;
}

/** A later word about an event: effective from a day on, known from an instant on. */
@Entity('credit_event_change')
export class CreditEventChange {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') subjectId!: string;
  @Column('text') eventKey!: string;
  @Column('text') key!: string;
  @Column('text') status!: EventStatus;
  @Column('date') effectiveOn!: string;
  @Column('text') reason!: string;
  @Column('text') basis!: string;
  @Column('text', { nullable: true }) documentNo!: string | null;
  @Column('timestamptz') recordedAt!: Date;
  @Column('uuid') recordedBy!: string;
  @Column('text') recordedByName!: string;
}

export type SchemeState = 'draft' | 'published' | 'withdrawn';

/** One dated version of a scheme. */
@Entity('credit_scheme')
export class CreditScheme {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') key!: string;
  @Column('text') subjectKind!: SubjectKind;
  @Column('text') method!: Method;
  @Column('text') title!: string;
  @Column('text') legalBasis!: string;
  @Column('text') state!: SchemeState;
  @Column('date') effectiveFrom!: string;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('uuid', { nullable: true }) basedOn!: string | null;
  /** Rows the platform itself added to what was stored, `kind:code` each. */
  @Column('text', { array: true }) additions!: string[];
  @Column('integer') version!: number;
  @Column('uuid') createdBy!: string;
  @Column('text') createdByName!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('uuid', { nullable: true }) publishedBy!: string | null;
  @Column('text', { nullable: true }) publishedByName!: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
}

@Entity('credit_scheme_row')
export class CreditSchemeRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') schemeId!: string;
  @Column('integer') position!: number;
  @Column('text') kind!: RowKind;
  @Column('text') code!: string;
  @Column('text') title!: string;
  @Column('text') value!: string;
  @Column('text') unit!: string;
  @Column('jsonb') attributes!: RowAttributes;
  @Column('text') legalBasis!: string;
  @Column('boolean') verified!: boolean;
  @Column('text', { nullable: true }) origin!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
}

/** Which scheme has its effect, by day. */
@Entity('credit_force')
export class CreditForce {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') subjectKind!: SubjectKind;
  @Column('text') schemeKey!: string;
  @Column('date') effectiveFrom!: string;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('text') legalBasis!: string;
  @Column('text') decidedByName!: string;
  @Column('timestamptz') decidedAt!: Date;
}

/** What one scheme comes to; kept with standing and snapshot. */
export interface KeptResult {
  readonly scheme: string;
  readonly schemeTitle: string;
  readonly inForce: boolean;
  readonly score: string;
  readonly grade: string;
  readonly gradeTitle: string;
  readonly colour: string;
  readonly place: number;
  readonly vetoes: readonly string[];
}

export type SnapshotCause = 'event' | 'change' | 'day' | 'scheme' | 'first';

@Entity('credit_snapshot')
export class CreditSnapshot {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') subjectId!: string;
  @Column('date') asOf!: string;
  @Column('timestamptz') computedAt!: Date;
  @Column('text') schemeKey!: string;
  @Column('numeric') score!: string;
  @Column('text') grade!: string;
  @Column('integer') place!: number;
  @Column('text', { array: true }) vetoes!: string[];
  @Column('jsonb') results!: KeptResult[];
  @Column('text') cause!: SnapshotCause;
  @Column('text', { array: true }) causeKeys!: string[];
  @Column('numeric', { nullable: true }) beforeScore!: string | null;
  @Column('text', { nullable: true }) beforeGrade!: string | null;
}

@Entity('credit_standing')
export class CreditStanding {
  @PrimaryColumn('uuid') subjectId!: string;
  @Column('text') subjectKind!: SubjectKind;
  @Column('text') regionCode!: string;
  @Column('text') schemeKey!: string;
  @Column('numeric') score!: string;
  @Column('text') grade!: string;
  @Column('integer') place!: number;
  @Column('text', { array: true }) vetoes!: string[];
  @Column('integer') activeEvents!: number;
  @Column('jsonb') results!: KeptResult[];
  @Column('date', { nullable: true }) nextChangeOn!: string | null;
  @Column('date') asOf!: string;
  @Column('timestamptz') computedAt!: Date;
  @Column('date') gradeSince!: string;
}

/** A scheme that is to have its effect from a day on: by two persons. */
@Entity('credit_force_proposal')
export class CreditForceProposal {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') schemeId!: string;
  @Column('text') subjectKind!: SubjectKind;
  @Column('date') effectiveFrom!: string;
  @Column('text') legalBasis!: string;
  @Column('text') state!: 'proposed' | 'approved' | 'refused';
  @Column('uuid') proposedBy!: string;
  @Column('text') proposedByName!: string;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decidedReason!: string | null;
}

export type EntryState = 'proposed' | 'recorded' | 'refused';

/** What an officer entered by hand: an event, or the revocation of one. Serious ones wait for a second person. */
@Entity('credit_entry')
export class CreditEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: 'record' | 'revoke';
  @Column('uuid') subjectId!: string;
  @Column('text') subjectName!: string;
  @Column('text') regionCode!: string;
  @Column('uuid', { nullable: true }) eventId!: string | null;
  @Column('text') type!: string;
  @Column('text') severity!: Severity;
  /** Waits for a second person: by its class, by what it is, or by what a scheme makes of it. */
  @Column('boolean') twoPersons!: boolean;
  @Column('jsonb') content!: EntryContent;
  @Column('uuid', { nullable: true }) evidenceFileId!: string | null;
  @Column('text') state!: EntryState;
  @Column('uuid') proposedBy!: string;
  @Column('text') proposedByName!: string;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decisionReason!: string | null;
  @Column('integer') version!: number;
}

export interface EntryContent {
  readonly title: string;
  readonly facts: string;
  readonly legalBasis: string;
  readonly documentNo: string | null;
  readonly occurredOn: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly indicator: string | null;
  readonly measure: string | null;
  readonly score: string | null;
}

@Entity('credit_run')
export class CreditRun {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: 'recompute' | 'simulate';
  @Column('uuid', { nullable: true }) schemeId!: string | null;
  @Column('text', { nullable: true }) schemeTitle!: string | null;
  @Column('text') regionCode!: string;
  @Column('text', { array: true }) days!: string[];
  @Column('text') state!: 'waiting' | 'running' | 'done' | 'failed';
  @Column('integer') total!: number;
  @Column('integer') done!: number;
  @Column('integer') moved!: number;
  @Column('uuid', { nullable: true }) afterId!: string | null;
  @Column('text') startedByName!: string;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
  @Column('text', { nullable: true }) problem!: string | null;
}

/** Publication of an event rests while an appeal is looked at; never for longer than its last day. */
@Entity('credit_freeze')
export class CreditFreeze {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') subjectId!: string;
  @Column('text') eventKey!: string;
  @Column('uuid') caseId!: string;
  @Column('date') fromOn!: string;
  @Column('date') untilOn!: string;
  @Column('boolean') hidesGrade!: boolean;
  @Column('timestamptz') beganAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}

/** A list that another room keeps and that brings measures of its own, by the same dated rows as grades. */
@Entity('credit_listing')
export class CreditListing {
  /** Of the entry in that list. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') subjectId!: string;
  @Column('text') list!: string;
  @Column('text') title!: string;
  @Column('text') documentNo!: string;
  @Column('date') fromOn!: string;
  @Column('date') untilOn!: string;
  /** Stopped by 复议 or a court: it brings nothing while that lasts. */
  @Column('boolean') resting!: boolean;
  /** Last day it had its effect, when it ended before its time. */
  @Column('date', { nullable: true }) endedOn!: string | null;
}

export const CREDIT_ENTITIES = [CreditEvent, CreditEventChange, CreditScheme, CreditSchemeRow, CreditForce, CreditForceProposal, CreditSnapshot, CreditStanding, CreditEntry, CreditRun, CreditFreeze, CreditListing];
