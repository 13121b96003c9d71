import type { CertificateFacts } from './content';
import { originalFacts } from './content';
import { digestIn } from './signed-text';

/** What the file says of itself to a program; it lies within the signed bytes. */
export interface FileFacts {
  readonly kind: '正本' | '副本';
  readonly facts: CertificateFacts;
  readonly version: number;
  /** The line printed on the paper. */
  readonly signedText: string;
  readonly checkUrl: string;
}

/** As one entry of the document information, in signs that every PDF writer leaves as they are. The digest is the one in the printed line: one number on paper and page. */
export function factsEntry({ kind, facts, version, signedText, checkUrl }: FileFacts): string {
  const content = { kind, version, facts: [['证书编号', facts.number], ...originalFacts(facts), ['内容摘要', digestIn(signedText)]], checkUrl };
  return `HBPERMIT1:${Buffer.from(JSON.stringify(content), 'utf8').toString('base64')}`;
}

/**
 * A PDF with the SM2 signature of all its bytes as its last line. A line that begins with % is a comment to every reader
 * (ISO 32000-1, 7.2.4), and `%%EOF` still stands within the last 1024 bytes, where readers look for it.
 * `libs/offline-check/assets/check.mjs` reads it back.
 */
export function sealFile(pdf: Buffer, signer: { readonly publicKeyHex: string; sign(bytes: Buffer): string }): Buffer {
  return Buffer.concat([pdf, Buffer.from(`\n%HBSEAL1 key=${signer.publicKeyHex} sm2=${signer.sign(pdf)}\n`, 'latin1')]);
}
