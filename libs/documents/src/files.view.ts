import { IsOptional, IsString, Length, Matches } from 'class-validator';
import type { StoredFile } from './file.entity';

export class FileSubjectQuery {
  /** Kind of record the file belongs to, e.g. `permit-application`. */
  @IsString() @Matches(/^[a-z-]{2,40}$/) subjectType!: string;
  @IsString() @Matches(/^[0-9a-f-]{36}$/) subjectId!: string;
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
  /** `pending`, `ready`, `no-text`, `failed`. */
  textState!: string;
  pages!: number | null;
  warnings!: string[];
  createdAt!: string;
}

export function fileView(file: StoredFile): FileView {
  const { id, name, mediaType, purpose, scanState, textState, pages, warnings } = file;
  return { id, name, mediaType, purpose, scanState, textState, pages, warnings, sizeBytes: Number(file.sizeBytes), createdAt: file.createdAt.toISOString() };
}
