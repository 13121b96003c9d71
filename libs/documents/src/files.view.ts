import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import type { StoredFile } from './file.entity';

export class FileSubjectQuery {
  /** Kind of record the file belongs to, e.g. `permit-application`. */
  @IsString() @Matches(/^[a-z-]{2,40}$/) subjectType!: string;
  @IsString() @IsUUID() subjectId!: string;
  /** What the file is for, e.g. `attachment`. */
  @IsOptional() @IsString() @Length(1, 60) purpose?: string = 'attachment';
}

export class FileView {
  id!: string;
  name!: string;
  mediaType!: string;
  sizeBytes!: number;
  purpose!: string;
  /** `unscanned` when no scanner is configured. */
  scanState!: 'pending' | 'clean' | 'infected' | 'unscanned';
  /** Whether its words can be searched: `no-text` for pictures and scans, `failed` with `textReason`. */
  textState!: 'pending' | 'ready' | 'no-text' | 'failed';
  /** `encrypted`, `damaged`, `too-long`, `too-large`, or null. */
  textReason!: string | null;
  pages!: number | null;
  /** What a reader should know: `pdf-javascript`, `pdf-action`, `pdf-attachment`, `pdf-encrypted`, `office-external`, `office-embedded`. */
  warnings!: string[];
  createdAt!: string;
}

export function fileView(file: StoredFile): FileView {
  const { id, name, mediaType, purpose, scanState, textState, textReason, pages, warnings } = file;
  return { id, name, mediaType, purpose, scanState, textState, textReason, pages, warnings, sizeBytes: Number(file.sizeBytes), createdAt: file.createdAt.toISOString() };
}
