import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecisionOutcome, NoticeKind } from './machine/machine';
import type { ServiceMethod } from './notices/service-methods';
import type { NoticeContent } from './notices/notice.content';
import type { Remedy } from './reference/remedies';

/** How a paper reached the party, recorded by an officer. What the platform served itself has none: its timeline says how. */
export interface RecordedService {
  readonly method: ServiceMethod;
  readonly receivedBy: string;
  /** The day it had its effect: of an announcement the end of its period. */
  readonly on: string;
  readonly proofFileId: string;
  readonly consentFileId: string | null;
}

/** A printed paper of the bureau: number, date, issuer, and its file once it is rendered. */
@Entity('case_notice')
export class CaseNotice {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') kind!: NoticeKind;
  @Column('text') number!: string;
  @Column('date') issuedOn!: string;
  @Column('text') issuer!: string;
  @Column('jsonb') content!: NoticeContent;
  /** null until the worker has rendered it. */
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) servedAt!: Date | null;
  @Column('text', { nullable: true }) servedBy!: string | null;
  @Column('jsonb', { nullable: true }) service!: RecordedService | null;
  /** The paper of a decision that is not served yet: not there for the party. */
  @Column('boolean') withheld!: boolean;
}

export interface Condition {
  readonly key: string;
  readonly label: string;
  readonly article: string;
  readonly met: boolean;
  readonly comment?: string;
}

/** How a case was decided: outcome, conditions ticked, reasons, and the ways to contest it. */
@Entity('case_decision')
export class CaseDecision {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') outcome!: DecisionOutcome;
  @Column('text') reasons!: string;
  @Column('jsonb') conditions!: Condition[];
  @Column('jsonb') remedies!: Remedy[];
  @Column('text') article!: string;
  @Column('uuid') decidedBy!: string;
  @Column('text') decidedByName!: string;
  @Column('timestamptz') decidedAt!: Date;
}
