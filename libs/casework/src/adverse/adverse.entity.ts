import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Condition } from '../outcome.entity';

/** open: told, the party may speak; decided: made, not served; served; dropped: not taken after all; void: overtaken. */
export type AdverseState = 'open' | 'decided' | 'served' | 'dropped' | 'void';
export type Answering = 'adopted' | 'partly' | 'rejected';

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
  /** Last day for the statement, `YYYY-MM-DD`; null where nobody is to be heard: it was put forward without a notice beforehand. */
  @Column('date', { nullable: true }) statementUntil!: string | null;
  /** The last day leans on a year whose holidays are not published yet. */
  @Column('boolean') statementProvisional!: boolean;
  @Column('boolean') hearingRight!: boolean;
  /** 陈述申辩; null with `statedAt` set: the party gave it up. */
  @Column('text', { nullable: true }) statement!: string | null;
  @Column('uuid', { array: true }) statementFileIds!: string[];
  @Column('timestamptz', { nullable: true }) statedAt!: Date | null;
  @Column('uuid', { nullable: true }) statedBy!: string | null;
  @Column('text', { nullable: true }) statedByName!: string | null;
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
