import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DayType } from '@huanbao/calendar';
import type { Condition } from '../outcome.entity';

/** open: proposed, the party is told and may speak; decided: made, not served; served; dropped: not taken after all; void: overtaken. */
export type AdverseState = 'open' | 'decided' | 'served' | 'dropped' | 'void';
export type Answering = 'adopted' | 'partly' | 'rejected';
/** By which law the hearing goes: 行政许可法 第四十七条、第四十八条, or 行政处罚法 第六十三条、第六十四条. */
export type HearingLaw = 'licence' | 'penalty';
/** The paper was served, or the party spoke before that and so showed that it was told. */
export type ToldHow = 'served' | 'spoke';

/** How a word of the party came when it did not come through the platform: on paper, or by mouth and written down. The day of its receipt counts. */
export interface Receipt {
  readonly how: 'paper' | 'oral';
  readonly receivedOn: string;
  /** Who took it in at the bureau. */
  readonly receivedBy: string;
  /** Who signed it, or spoke, for the party. */
  readonly givenBy: string;
  /** The scan of the paper, or of the record that the speaker signed: a file of the case, and what it was when it was entered. */
  readonly fileId: string;
  readonly fileHash: string;
  readonly enteredBy: string;
  readonly enteredByName: string;
}

/** 听证: told in writing, chaired by who sets it, and what became of it. */
export interface AdverseHearing {
  /** The day the written notice reached the party; null until its service is recorded. */
  readonly notifiedOn: string | null;
  /** 听证通知书; null where it was written outside the platform. */
  readonly noticeId: string | null;
  /** Number of the written notice of time and place. */
  readonly noticeNumber: string;
  readonly heldOn: string;
  /** `HH:MM` */
  readonly time: string;
  readonly place: string;
  readonly host: string;
  readonly hostUserId: string;
  /** absent: the party did not come without good reason, which ends it. */
  readonly outcome: 'held' | 'absent' | null;
  readonly record: string | null;
  /** 笔录, a file of the case. */
  readonly recordFileId: string | null;
  readonly recordedOn: string | null;
}

/** One decision against a party, from the notice beforehand to its service (行政许可法 第七条、第三十六条, 行政处罚法 第四十四条). */
@Entity('adverse_decision')
export class AdverseDecision {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') state!: AdverseState;
  /** What is to be decided, e.g. 不予行政许可. */
  @Column('text') measure!: string;
  @Column('text') reasons!: string;
  @Column('jsonb') conditions!: Condition[];
  @Column('uuid') proposedBy!: string;
  @Column('text') proposedByName!: string;
  @Column('timestamptz') proposedAt!: Date;
  /** Officers who may neither propose nor decide: those whose own review led here. */
  @Column('uuid', { array: true }) excluded!: string[];
  /** 事先告知书 */
  @Column('uuid', { nullable: true }) noticeId!: string | null;
  /** Days to speak, as the notice says. Null where nobody is to be heard, and in what was told before periods ran from the service. */
  @Column('integer', { nullable: true }) statementDays!: number | null;
  @Column('text') statementDayType!: DayType;
  /** The day the notice reached the party; the periods begin on the next. */
  @Column('date', { nullable: true }) toldOn!: string | null;
  @Column('text', { nullable: true }) toldHow!: ToldHow | null;
  /** Last day for the statement, `YYYY-MM-DD`; null until the party was told, and where nobody is to be heard. */
  @Column('date', { nullable: true }) statementUntil!: string | null;
  /** The last day leans on a year whose holidays are not published yet. */
  @Column('boolean') statementProvisional!: boolean;
  @Column('boolean') hearingRight!: boolean;
  @Column('text', { nullable: true }) hearingLaw!: HearingLaw | null;
  /** Days to ask for the hearing, as the notice says. */
  @Column('integer', { nullable: true }) hearingDays!: number | null;
  @Column('text') hearingDayType!: DayType;
  @Column('date', { nullable: true }) hearingUntil!: string | null;
  @Column('timestamptz', { nullable: true }) hearingAskedAt!: Date | null;
  @Column('text', { nullable: true }) hearingAskedByName!: string | null;
  @Column('jsonb', { nullable: true }) hearingReceipt!: Receipt | null;
  @Column('timestamptz', { nullable: true }) hearingWithdrawnAt!: Date | null;
  @Column('jsonb', { nullable: true }) withdrawalReceipt!: Receipt | null;
  @Column('jsonb', { nullable: true }) hearing!: AdverseHearing | null;
  /** 陈述申辩; null with `statedAt` set: the party gave it up. */
  @Column('text', { nullable: true }) statement!: string | null;
  @Column('uuid', { array: true }) statementFileIds!: string[];
  @Column('timestamptz', { nullable: true }) statedAt!: Date | null;
  @Column('uuid', { nullable: true }) statedBy!: string | null;
  @Column('text', { nullable: true }) statedByName!: string | null;
  @Column('jsonb', { nullable: true }) statementReceipt!: Receipt | null;
  @Column('text', { nullable: true }) answering!: Answering | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) answeredByName!: string | null;
  /** The second person. */
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decidedReason!: string | null;
  /** The paper that waits for its service. */
  @Column('uuid', { nullable: true }) decisionNoticeId!: string | null;
  /** 送达: the day it reached the party, which may lie before the day it was recorded. */
  @Column('date', { nullable: true }) servedOn!: string | null;
  @Column('text', { nullable: true }) serviceMethod!: string | null;
  @Column('text', { nullable: true }) receivedBy!: string | null;
  @Column('timestamptz', { nullable: true }) servedAt!: Date | null;
  @Column('text', { nullable: true }) servedByName!: string | null;
}
