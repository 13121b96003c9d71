import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Remedy } from '../rules/remedy';
import type { ComplaintState } from './complaint.flow';

/** 投诉 against the answer to an objection, or against none in time (招标投标法实施条例 第六十条). */
@Entity('tender_complaint')
export class TenderComplaint {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('uuid') objectionId!: string;
  @Column('text') taskTitle!: string;
  @Column('text', { nullable: true }) taskNumber!: string | null;
  @Column('text') regionCode!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('text') demand!: string;
  @Column('text') facts!: string;
  @Column('text') state!: ComplaintState;
  @Column('timestamptz') lodgedAt!: Date;
  @Column('uuid') lodgedBy!: string;
  @Column('date') acceptDue!: string;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('uuid', { nullable: true }) acceptedBy!: string | null;
  @Column('text', { nullable: true }) acceptedByName!: string | null;
  @Column('date', { nullable: true }) decideDue!: string | null;
  @Column('timestamptz', { nullable: true }) suspendedAt!: Date | null;
  @Column('text', { nullable: true }) suspendedReason!: string | null;
  @Column('boolean', { nullable: true }) upheld!: boolean | null;
  @Column('text', { nullable: true }) remedy!: Remedy | null;
  @Column('text', { array: true, default: '{}' }) criterionIds!: string[];
  @Column('uuid', { nullable: true }) excludesBidId!: string | null;
  /** Of an upheld one: whether the result of the procurement is, or may be, touched (政府采购质疑和投诉办法 第三十二条). */
  @Column('boolean', { nullable: true }) affectsResult!: boolean | null;
  /** When the remedy was carried out; null while something else suspends the procurement. */
  @Column('timestamptz', { nullable: true }) executedAt!: Date | null;
  /** What became of the decision. */
  @Column('jsonb', { nullable: true }) outcome!: { readonly zh: string; readonly en: string } | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('uuid', { nullable: true }) endedBy!: string | null;
  @Column('text', { nullable: true }) endedByName!: string | null;
  @Column('integer') version!: number;
  @Column('text') search!: string;
}
