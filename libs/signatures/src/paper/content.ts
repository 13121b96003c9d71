import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { canonicalJson } from '@huanbao/platform';
import type { Paper } from './paper';

/** What is kept of an act of signing: the data, the paper, and the words that were agreed to. */
export interface SignedContent {
  readonly what: { readonly zh: string; readonly en: string };
  readonly agreed: string | null;
  readonly data: object;
  readonly paper: Paper;
}

export interface SignedFacts {
  readonly id: string;
  readonly what: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly ownerName: string;
  readonly signedAt: Date;
  readonly contentHash: string;
}

/** No bomb can be in what the platform itself deflated; the limit is for a damaged row. */
const MOST_BYTES = 256 * 1024 * 1024;

export const canonicalOf = (content: SignedContent): string => canonicalJson(content);

/** Forms repeat their words: deflated they are a tenth, which is then encrypted. */
export const packed = (canonical: string): string => deflateRawSync(Buffer.from(canonical, 'utf8')).toString('base64');
export const unpacked = (body: string): string => inflateRawSync(Buffer.from(body, 'base64'), { maxOutputLength: MOST_BYTES }).toString('utf8');

/**
 * The line the platform signs. No name of a person stands in it: it is shown to whoever can name the hash. Who signed is in
 * the content, which the hash covers.
 */
export function signedTextOf(facts: SignedFacts): string {
  return ['签署存证', facts.id, facts.what, `${facts.subjectType}:${facts.subjectId}`, facts.ownerName, facts.signedAt.toISOString(), `SM3:${facts.contentHash}`]
    .map(part => part.replaceAll('|', '／').replace(/[\r\n]+/g, ' '))
    .join('|');
}

/** SubjectPublicKeyInfo of an SM2 key (GB/T 35276, OID 1.2.156.10197.1.301), so that common tools can read it. */
const SPKI_PREFIX = '3059301306072a8648ce3d020106082a811ccf5501822d034200';

/** @param publicKeyHex uncompressed point, 130 hex characters */
export function publicKeyPem(publicKeyHex: string): string {
  const body = Buffer.from(SPKI_PREFIX + publicKeyHex, 'hex').toString('base64').replace(/(.{64})/g, '$1\n').trimEnd();
  return `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----\n`;
}
