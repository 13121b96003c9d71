import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One procedure of one party: number, state, who works on it, and when it is due. Moved by the `CaseEngine` only. */
@Entity('case_record')
export class CaseRecord {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  /** The machine's kind, e.g. `permit-application`. */
  @Column('text') kind!: string;
  /** Drawn gap-free by the step marked `number`; null before. */
  @Column('text', { nullable: true }) number!: string | null;
  @Column('text') title!: string;
  @Column('text') state!: string;
  /** Who is to act in this state: a copy from the machine for the queues; `none` once closed. */
  @Column('text') holder!: string;
  /** Goes up by one with every change; sent as `ETag`. */
  @Column('integer') version!: number;
  @Column('uuid') partyOrgId!: string;
  @Column('text') partyName!: string;
  /** The firm that acts for the party under a mandate, if any. */
  @Column('uuid', { nullable: true }) agentOrgId!: string | null;
  @Column('text', { nullable: true }) agentName!: string | null;
  @Column('uuid', { nullable: true }) agentMandateId!: string | null;
  /** The matter a firm's mandate must cover to see the case. */
  @Column('text') matter!: string;
  /** The party's site, when mandates are limited to sites. */
  @Column('text', { nullable: true }) siteId!: string | null;
  @Column('text') regionCode!: string;
  @Column('timestamptz') openedAt!: Date;
  @Column('uuid') openedBy!: string;
  /** From here on the bureau sees the case; drafts are the applicant's alone. */
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  /** Since when it is in its present state: the "since" of who holds the ball. */
  @Column('timestamptz') stateSince!: Date;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('uuid', { nullable: true }) claimedBy!: string | null;
  @Column('text', { nullable: true }) claimedByName!: string | null;
  @Column('timestamptz', { nullable: true }) claimedAt!: Date | null;
  /** The clock that is running or paused; null when none is. */
  @Column('text', { nullable: true }) clock!: string | null;
  @Column('boolean') clockPaused!: boolean;
  /** Last day of the running clock, `YYYY-MM-DD`; null while paused. */
  @Column('date', { nullable: true }) dueOn!: string | null;
  /** Days left in the clock's own unit, as of `clockAsOf`; negative when overdue. */
  @Column('integer', { nullable: true }) remainingDays!: number | null;
  /** The due date leans on a year whose holidays are not published yet. */
  @Column('boolean') dueProvisional!: boolean;
  @Column('date', { nullable: true }) clockAsOf!: string | null;
  /** The smallest warning threshold already told for the running clock, so that each is told once. */
  @Column('integer', { nullable: true }) warnedAt!: number | null;
  /** A supervisor's leave to ask again about unchanged content; used up by the next round. */
  @Column('jsonb', { nullable: true }) secondCorrection!: { userId: string; name: string; reason: string } | null;
  /** Encrypted by `FieldCipher`; the applicant reads it, anyone who has it may follow the case by number. */
  @Column('text') queryCode!: string;
}

/** One line of the timeline. Append-only. */
@Entity('case_event')
export class CaseEvent {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') kind!: CaseEventKind;
  /** The machine's action of a move. */
  @Column('text', { nullable: true }) action!: string | null;
  @Column('text', { nullable: true }) fromState!: string | null;
  @Column('text', { nullable: true }) toState!: string | null;
  @Column('text') zh!: string;
  @Column('text') en!: string;
  @Column('text', { nullable: true }) article!: string | null;
  @Column('text') visibility!: 'public' | 'parties' | 'bureau';
  @Column('uuid', { nullable: true }) actorUserId!: string | null;
  @Column('text') actorName!: string;
  @Column('uuid', { nullable: true }) actorOrgId!: string | null;
  @Column('text', { nullable: true }) actorOrgName!: string | null;
  /** The organisation for which a firm acted under a mandate (代某某办理). */
  @Column('uuid', { nullable: true }) onBehalfOf!: string | null;
  @Column('text', { nullable: true }) onBehalfOfName!: string | null;
  @Column('jsonb') details!: Record<string, unknown>;
  /** The case's version before this event; tells a repeated click from a second intent. */
  @Column('integer') versionBefore!: number;
}

export type CaseEventKind =
  | 'opened'
  | 'moved'
  | 'claimed'
  | 'released'
  | 'handed-over'
  | 'clock-paused'
  | 'clock-resumed'
  | 'clock-extended'
  | 'correction-answered'
  | 'noted'
  | 'second-correction-permitted'
  | 'notice-issued'
  | 'notice-served'
  | 'agent-ended';

/** One entry of the ledger of a statutory clock; never changed, never deleted. */
@Entity('clock_entry')
export class ClockEntry {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') caseId!: string;
  /** The machine's clock. */
  @Column('text') clock!: string;
  /** Which run of that clock: a resubmission starts it anew. */
  @Column('integer') run!: number;
  /** Order within the case. */
  @Column('integer') seq!: number;
  @Column('text') kind!: 'start' | 'pause' | 'resume' | 'extend' | 'shorten' | 'stop';
  /** The civil day it takes effect. */
  @Column('date') date!: string;
  /** When it was written. */
  @Column('timestamptz') at!: Date;
  @Column('text') article!: string;
  @Column('text', { nullable: true }) noticeNumber!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  /** `pause`: the day it is expected to end, as the applicant was told. */
  @Column('date', { nullable: true }) expectedOn!: string | null;
  /** `start`: the length; `extend`: the days added. In the unit of `dayType`. */
  @Column('integer', { nullable: true }) days!: number | null;
  @Column('text', { nullable: true }) dayType!: 'workday' | 'calendar' | null;
  @Column('uuid', { nullable: true }) actorUserId!: string | null;
  @Column('text') actorName!: string;
}
