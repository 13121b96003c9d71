import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ScanState = 'pending' | 'clean' | 'infected' | 'unscanned';
export type TextState = 'pending' | 'ready' | 'no-text' | 'failed';

/** One uploaded or made file, bound to the record it belongs to. The bytes lie in the store under their hash. */
@Entity('stored_file')
export class StoredFile {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') hash!: string;
  @Column('text') name!: string;
  @Column('text') mediaType!: string;
  @Column('bigint') sizeBytes!: string;
  @Column('uuid', { nullable: true }) ownerOrgId!: string | null;
  @Column('uuid', { nullable: true }) uploadedBy!: string | null;
  @Column('text') subjectType!: string;
  @Column('text') subjectId!: string;
  @Column('text') purpose!: string;
  @Column('text') scanState!: ScanState;
  @Column('text', { nullable: true }) scanFinding!: string | null;
  @Column('text') textState!: TextState;
  @Column('text', { nullable: true }) textReason!: string | null;
  @Column('integer', { nullable: true }) pages!: number | null;
  /** What a reviewer should know: `pdf-javascript`, `pdf-attachment`. */
  @Column('text', { array: true }) warnings!: string[];
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}

/** The text of a file, for search and review. */
@Entity('file_text')
export class FileText {
  @PrimaryColumn('uuid') fileId!: string;
  @Column('text') content!: string;
}

export const DOCUMENTS_ENTITIES = [StoredFile, FileText];
