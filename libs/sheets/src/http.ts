import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { noFile } from './sheets.errors';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A request that carries one file as multipart form data. */
export interface SheetRequest {
  isMultipart(): boolean;
  file(): Promise<{ filename: string; file: Readable } | undefined>;
}

export interface SheetUpload {
  readonly filename: string;
  readonly stream: Readable;
}

/** The file of a request. @throws 400 `file.form` without one */
export async function uploadOf(request: SheetRequest): Promise<SheetUpload> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (!part) throw noFile();
  return { filename: part.filename, stream: part.file };
}

/** A workbook as a download; Chinese names are fine. */
export function workbookDownload(bytes: Buffer, name: string): StreamableFile {
  return new StreamableFile(bytes, { type: XLSX, length: bytes.length, disposition: `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}` });
}
