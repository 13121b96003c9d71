import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DutyKind, PlannedDuty, Words } from '../engine/duty';
import type { DutyStatus } from '../engine/reconcile';

export type DoneWay = 'results' | 'ledger' | 'report' | 'application' | 'evidence' | 'note' | 'expiry';

/** One line of the plan that was covered, and the days that counted for it. */
export interface CoveredLine {
  readonly title: Words;
  readonly needed: number;
  readonly days: readonly string[];
}

/** One duty of one period of a permit. */
@Entity('obligation')
export class Obligation {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') permitId!: string;
  @Column('text') key!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('uuid') siteId!: string;
  @Column('text') siteName!: string;
  @Column('text') regionCode!: string;
  @Column('text') permitNumber!: string;
  @Column('text') kind!: DutyKind;
  @Column('text') rhythm!: PlannedDuty['rhythm'];
  @Column('date') periodFrom!: string;
  @Column('date') periodTo!: string;
  @Column('date') dueOn!: string;
  @Column('text') titleZh!: string;
  @Column('text') titleEn!: string;
  @Column('text') contentZh!: string;
  @Column('text') contentEn!: string;
  @Column('text') legalBasis!: string;
  @Column('boolean') verified!: boolean;
  /** The holidays of the due year are not published. */
  @Column('boolean') provisional!: boolean;
  @Column('boolean') isDayOff!: boolean;
  @Column('text') status!: DutyStatus;
  @Column('text', { nullable: true }) excusedBy!: 'rule' | 'officer' | null;
  @Column('text', { nullable: true }) excuseZh!: string | null;
  @Column('text', { nullable: true }) excuseEn!: string | null;
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
  @Column('uuid', { nullable: true }) doneBy!: string | null;
  @Column('text', { nullable: true }) doneByName!: string | null;
  @Column('text', { nullable: true }) doneNote!: string | null;
  /** By what it is done: results or the ledger that cover it, the report that was handed in, an application, what somebody said and showed, or by itself. */
  @Column('text', { nullable: true }) doneWay!: DoneWay | null;
  /** What counted when results or the ledger closed it. */
  @Column('jsonb', { nullable: true }) doneFacts!: CoveredLine[] | null;
  /** The file that shows what somebody said. */
  @Column('uuid', { nullable: true }) evidenceFileId!: string | null;
  /** The last day for mending what was handed in in time and returned: until then it is not late. */
  @Column('date', { nullable: true }) mendBy!: string | null;
  /** Days after the due day (or the day for mending) on which it was done; 0 in time. */
  @Column('integer', { nullable: true }) lateDays!: number | null;
  @Column('integer', { nullable: true }) remindedDays!: number | null;
  @Column('text') search!: string;
  @Column('integer') version!: number;
  @Column('timestamptz') createdAt!: Date;
}

/** An overdue duty on the desk of enforcement. */
@Entity('duty_enforcement')
export class DutyEnforcement {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') obligationId!: string;
  @Column('text') regionCode!: string;
  @Column('date') openedOn!: string;
  /** Of the duty: a list of the longest overdue needs no second look. */
  @Column('date') dueOn!: string;
  @Column('text') state!: 'open' | 'closed';
  @Column('text', { nullable: true }) outcome!: 'performed' | 'ordered' | 'case-opened' | 'excused' | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('uuid', { nullable: true }) closedBy!: string | null;
  @Column('text', { nullable: true }) closedByName!: string | null;
  @Column('integer') version!: number;
}

/** A secret link for calendar programs. */
@Entity('duty_feed')
export class DutyFeed {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') orgId!: string;
  @Column('text') name!: string;
  @Column('text') secretHash!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('uuid') createdBy!: string;
  @Column('text') createdByName!: string;
  @Column('timestamptz', { nullable: true }) lastReadAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}
