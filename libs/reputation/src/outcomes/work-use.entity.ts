import { Column, Entity, PrimaryColumn } from 'typeorm';

export type UseSubject = 'permit-application' | 'execution-report';

/** Where the result of a task went: the matter before the bureau that it was used for, named by one of the two sides. */
@Entity('work_use')
export class WorkUse {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') taskId!: string;
  @Column('text') subjectType!: UseSubject;
  @Column('uuid') subjectId!: string;
  @Column('text') title!: string;
  @Column('text') namedByName!: string;
  @Column('uuid') namedByOrg!: string;
  @Column('timestamptz') namedAt!: Date;
  /** Taken back, by whom and why; it stays to be read. */
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
  @Column('text', { nullable: true }) removedByName!: string | null;
  @Column('text', { nullable: true }) removedReason!: string | null;
}
