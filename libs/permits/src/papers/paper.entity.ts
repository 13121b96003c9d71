import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The form of an application on paper, as its content was when somebody asked for it. */
@Entity('permit_form_paper')
export class FormPaper {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') applicationId!: string;
  /** SM3 of the form: the same content is drawn once. */
  @Column('text') contentHash!: string;
  /** Null until the worker has drawn it. */
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Column('uuid') requestedBy!: string;
  @Column('timestamptz') requestedAt!: Date;
}
