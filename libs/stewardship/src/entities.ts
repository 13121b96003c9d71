import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EndingWay, FindingState, MemberState, ReportState, RetainerState, Severity, VisitAnswer, VisitState } from './rules';

const id = { default: () => 'uuidv7()' };

/** 园区: a named list of enterprises of a region, kept by an official body. */
@Entity('park')
export class Park {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('text') name!: string;
  @Column('text') regionCode!: string;
  @Column('uuid') keptBy!: string;
  @Column('text') keptByName!: string;
  @Column('integer') enterpriseCount!: number;
  @Column('integer') version!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

@Entity('park_enterprise')
export class ParkEnterprise {
  @PrimaryColumn('uuid') parkId!: string;
  @PrimaryColumn('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('text') regionCode!: string;
}

export type RetainerSide = 'client' | 'firm';

/** The wish to end a retainer before its last day. */
export interface Ending {
  readonly way: 'agreement' | 'notice';
  readonly side: RetainerSide;
  readonly byName: string;
  readonly reason: string;
  /** Its last day. */
  readonly on: string;
}

/** 环保管家 by the year: one firm cares for an enterprise or for a park. */
@Entity('retainer')
export class Retainer {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('text') number!: string;
  @Column('text') kind!: 'enterprise' | 'park';
  /** The enterprise, or the official body that keeps the park. */
  @Column('uuid') clientId!: string;
  /** Of the enterprise or the park. */
  @Column('text') clientName!: string;
  @Column('uuid', { nullable: true }) parkId!: string | null;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('text') regionCode!: string;
  @Column('uuid', { nullable: true }) contractId!: string | null;
  @Column('text') scope!: string;
  @Column('integer') visitsPerMonth!: number;
  /** Day of the following month by which a monthly report is signed. */
  @Column('integer') reportDay!: number;
  @Column('integer') noticeDays!: number;
  @Column('date') startsOn!: string;
  @Column('date') endsOn!: string;
  @Column('text') state!: RetainerState;
  @Column('text', { nullable: true }) stateReason!: string | null;
  @Column('text') offeredByName!: string;
  @Column('text', { nullable: true }) acceptedByName!: string | null;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('jsonb', { nullable: true }) ending!: Ending | null;
  @Column('date', { nullable: true }) endedOn!: string | null;
  @Column('text', { nullable: true }) endedWay!: EndingWay | null;
  @Column('text') search!: string;
  @Column('integer') version!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

/** An enterprise under a retainer; the firm sees nothing of it before it has consented. */
@Entity('retainer_member')
export class RetainerMember {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') retainerId!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('text') regionCode!: string;
  @Column('text') state!: MemberState;
  @Column('timestamptz', { nullable: true }) consentedAt!: Date | null;
  @Column('text', { nullable: true }) consentedByName!: string | null;
  @Column('timestamptz', { nullable: true }) leftAt!: Date | null;
  @Column('uuid', { nullable: true }) mandateId!: string | null;
}

/** One thing to look at, as it stood in the library when the visit was planned. */
export interface CheckItem {
  readonly key: string;
  readonly topic: string;
  readonly zh: string;
  readonly en: string;
  readonly legalBasis: string;
  readonly verified: boolean;
}

@Entity('steward_visit')
export class StewardVisit {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') retainerId!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('date') plannedOn!: string;
  @Column('uuid') visitorId!: string;
  @Column('text') visitorName!: string;
  @Column('text', { array: true }) topics!: string[];
  @Column('text') state!: VisitState;
  @Column('jsonb') items!: CheckItem[];
  @Column('jsonb', { nullable: true }) answers!: VisitAnswer[] | null;
  @Column('text', { nullable: true }) summary!: string | null;
  /** Made by the device: a record that arrives twice is one. */
  @Column('uuid', { nullable: true }) clientId!: string | null;
  @Column('date', { nullable: true }) heldOn!: string | null;
  @Column('timestamptz', { nullable: true }) recordedAt!: Date | null;
  @Column('text', { nullable: true }) recordedByName!: string | null;
  @Column('text', { nullable: true }) cancelledReason!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz') createdAt!: Date;
}

/** A photo of a visit: its bytes are a file, what proves it stands here. */
@Entity('steward_photo')
export class StewardPhoto {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') visitId!: string;
  @Column('uuid') clientId!: string;
  @Column('uuid') fileId!: string;
  @Column('text', { nullable: true }) itemKey!: string | null;
  @Column('char', { length: 64 }) sm3!: string;
  @Column('timestamptz', { nullable: true }) capturedAt!: Date | null;
  @Column('numeric', { nullable: true }) lng!: string | null;
  @Column('numeric', { nullable: true }) lat!: string | null;
  @Column('text', { nullable: true }) locatedBy!: 'exif' | 'browser' | null;
  @Column('text') takenByName!: string;
  @Column('timestamptz') receivedAt!: Date;
}

/** A problem found on a visit, until the firm has seen it mended. */
@Entity('steward_finding')
export class StewardFinding {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') retainerId!: string;
  @Column('uuid') visitId!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('text') itemKey!: string;
  @Column('text') topic!: string;
  @Column('text') itemText!: string;
  @Column('text') legalBasis!: string;
  @Column('text') severity!: Severity;
  @Column('text') place!: string;
  @Column('text') description!: string;
  @Column('text') advice!: string;
  @Column('date') foundOn!: string;
  @Column('date') dueOn!: string;
  @Column('text') state!: FindingState;
  @Column('integer') reopened!: number;
  @Column('date', { nullable: true }) closedOn!: string | null;
  @Column('text') search!: string;
  @Column('integer') version!: number;
}

@Entity('steward_finding_step')
export class StewardFindingStep {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') findingId!: string;
  @Column('text') kind!: 'raise' | 'answer' | 'close' | 'reopen' | 'settle';
  @Column('text') text!: string;
  @Column('uuid', { array: true }) fileIds!: string[];
  @Column('text') byName!: string;
  @Column('timestamptz') at!: Date;
}

/** What a monthly report says, as of the day it was drafted. */
export interface ReportFacts {
  readonly asOf: string;
  readonly visits: readonly { readonly plannedOn: string; readonly heldOn: string | null; readonly state: VisitState; readonly visitorName: string; readonly summary: string | null; readonly problems: number }[];
  readonly findings: readonly { readonly foundOn: string; readonly topic: string; readonly severity: Severity; readonly place: string; readonly description: string; readonly advice: string; readonly dueOn: string; readonly state: FindingState; readonly closedOn: string | null }[];
  /** Null where the firm has no mandate for the matter. */
  readonly duties: readonly { readonly title: string; readonly dueOn: string; readonly status: string }[] | null;
}

/** One version of the report of a month on one enterprise. */
@Entity('steward_report')
export class StewardReport {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') retainerId!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('text') month!: string;
  @Column('integer') revision!: number;
  @Column('date') dueOn!: string;
  @Column('text') state!: ReportState;
  @Column('jsonb') facts!: ReportFacts;
  @Column('text') remark!: string;
  @Column('text', { nullable: true }) revisionReason!: string | null;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Column('timestamptz') draftedAt!: Date;
  @Column('date', { nullable: true }) signedOn!: string | null;
  @Column('timestamptz', { nullable: true }) signedAt!: Date | null;
  @Column('text', { nullable: true }) signedByName!: string | null;
  @Column('timestamptz', { nullable: true }) acknowledgedAt!: Date | null;
  @Column('text', { nullable: true }) acknowledgedByName!: string | null;
  @Column('text') search!: string;
  @Column('integer') version!: number;
}

export const STEWARDSHIP_ENTITIES = [Park, ParkEnterprise, Retainer, RetainerMember, StewardVisit, StewardPhoto, StewardFinding, StewardFindingStep, StewardReport];
