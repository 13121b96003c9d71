import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 督办: a period that is nearly over or overdue while the bureau holds the case, or a pause that lasts longer than the applicant was told; a supervisor says what is done about it. */
@Entity('supervision')
export class Supervision {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') clock!: string;
  @Column('integer') run!: number;
  @Column('text') level!: 'due-soon' | 'overdue' | 'pause-over';
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('timestamptz') raisedAt!: Date;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column('text', { nullable: true }) answeredByName!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
}
