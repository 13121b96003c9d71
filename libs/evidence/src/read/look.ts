import { builtFile, Limits, Reader } from '@huanbao/documents';
import type { DocumentPage } from '../facts/facts';
import type { PhotoFacts } from '../fingerprint/exif';

interface Mark {
  readonly page: number;
  readonly hash: string;
}

/** What a look into a PDF or a picture gives. */
export interface Looked {
  readonly pages: readonly DocumentPage[];
  readonly images: readonly Mark[];
  readonly stamps: readonly Mark[];
  /** Pages without words, as grey maps in the folder given, for a recogniser. */
  readonly scans: readonly { readonly page: number; readonly file: string }[];
  readonly photo: PhotoFacts | null;
  readonly author: string | null;
  readonly pageCount: number;
}

export interface LookTask {
  readonly path: string;
  readonly mediaType: string;
  readonly folder: string;
}

export type Look = { readonly found: Looked } | { readonly failed: string };

const LIMITS: Limits = { milliseconds: 120_000, memoryMb: 900 };

const READER = new Reader<LookTask, Look>({ thread: builtFile(__dirname, 'look.thread.js'), staysAfter: (_, answer) => 'found' in answer });

/** Looks into a document, apart from us and within limits: decoders of pictures are where files made to do harm do it. */
export async function look(path: string, mediaType: string, folder: string, limits: Limits = LIMITS): Promise<Look> {
  const answer = await READER.read({ path, mediaType, folder }, limits);
  return 'ended' in answer ? { failed: answer.ended } : answer.result;
}
