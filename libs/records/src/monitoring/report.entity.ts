import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A report of a laboratory that was handed over in a service task and accepted: which task, firm and contract it comes from. */
@Entity('monitoring_report')
export class MonitoringReport {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') permitId!: string;
  @Column('uuid') enterpriseId!: string;
  /** A file of the permit's own; results name it as their report. */
  @Column('uuid') fileId!: string;
  @Column('text') name!: string;
  @Column('text') hash!: string;
  @Column('text') laboratory!: string;
  @Column('uuid') firmId!: string;
  @Column('uuid') taskId!: string;
  @Column('text') taskTitle!: string;
  @Column('uuid', { nullable: true }) contractId!: string | null;
  @Column('text', { nullable: true }) contractNumber!: string | null;
  @Column('timestamptz') receivedAt!: Date;
  /** A workbook of results, to be taken over as a whole. */
  @Column('boolean', { default: false }) isSheet!: boolean;
  @Column('timestamptz', { nullable: true }) takenAt!: Date | null;
  @Column('text', { nullable: true }) takenByName!: string | null;
  @Column('integer', { nullable: true }) takenRows!: number | null;
}
