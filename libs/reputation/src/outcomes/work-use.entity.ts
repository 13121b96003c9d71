import { Column, Entity, PrimaryColumn } from 'typeorm';

export type UseSubject = 'permit-application' | 'execution-report';

/** Where the result of a task went: the client names the matter before the bureau that it was used for. */
@Entity('work_use')
export class WorkUse {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') taskId!: string;
  @Column('text') subjectType!: UseSubject;
  @Column('uuid') subjectId!: string;
  @Column('text') title!: string;
  @Column('text') namedByName!: string;
  @Column('timestamptz') namedAt!: Date;
}
