import type { Readable } from 'node:stream';
import { AppError } from '../http/app-error';

export interface StoredBlob {
  /** SHA-256 of the bytes, lower-case hex: the name of the blob everywhere. */
  readonly hash: string;
  readonly sizeBytes: number;
}

/** Files by content hash. Never public; the documents room decides who reads what. */
export abstract class Storage {
  /** Stores a stream whole or not at all. @throws AppError `file-too-large` beyond the limit; nothing is left behind. */
  abstract put(source: Readable, limitBytes: number): Promise<StoredBlob>;
  /** @throws AppError `not-found` when there is no such blob. */
  abstract open(hash: string): Promise<Readable>;
  abstract has(hash: string): Promise<boolean>;
  /** Removing what is not there is no error. */
  abstract remove(hash: string): Promise<void>;
}

export const fileTooLarge = (limitBytes: number): AppError => {
  const megabytes = Math.max(1, Math.floor(limitBytes / 1024 / 1024));
  return new AppError(
    'too-large',
    'file-too-large',
    { zh: `文件超过 ${megabytes} MB，请压缩或拆分后上传`, en: `The file is larger than ${megabytes} MB. Compress or split it.` },
    { extra: { limitBytes } },
  );
};
