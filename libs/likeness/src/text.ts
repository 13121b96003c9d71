import { createHash } from 'node:crypto';

/** Signature of a text: 64 smallest hashes, one for each of 64 permutations. */
export type MinHash = readonly number[];

const SIZE = 64;
const BANDS = 16;
const ROWS = SIZE / BANDS;
const SHINGLE = 8;
/** Texts shorter than this are alike by chance. */
export const SHORTEST = 200;
const MOST = 0xffffffff;

/** Two fixed numbers for each permutation: the same everywhere and for ever, for signatures are stored. */
const PERMUTATIONS = Array.from({ length: SIZE }, (_, index) => {
  const digest = createHash('sha256').update(`huanbao minhash ${index}`).digest();
  return [digest.readInt32BE(0) | 1, digest.readInt32BE(4)] as const;
});

/** What stays of a text when layout is gone. Digits stay: a template filled with other values is another text. */
export const normalised = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Hashes of all runs of eight characters of a text that was {@link normalised}. */
export function shingles(text: string): Set<number> {
  const set = new Set<number>();
  for (let at = 0; at + SHINGLE <= text.length; at++) set.add(hash(text, at));
  return set;
}

/** FNV-1a of the characters from `at`. */
function hash(text: string, at: number): number {
  let value = 0x811c9dc5;
  for (let i = at; i < at + SHINGLE; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** One permutation of 32 bits: multiplication by an odd number and a fold, both reversible. */
function mixed(member: number, factor: number, offset: number): number {
  const product = Math.imul(member ^ offset, factor);
  return Math.imul(product ^ (product >>> 15), 0x85ebca6b) >>> 0;
}

const MOST_CHARACTERS = 60_000;

/** null for a text too short to say anything. */
export function minHash(text: string): MinHash | null {
  const body = normalised(text).slice(0, MOST_CHARACTERS);
  if (body.length < SHORTEST) return null;
  const members = [...shingles(body)];
  return PERMUTATIONS.map(([factor, offset]) => members.reduce((least, member) => Math.min(least, mixed(member, factor, offset)), MOST));
}

/** Estimate of the share of shingles two texts have in common, 0 to 1. */
export function similarity(one: MinHash, other: MinHash): number {
  return one.filter((value, index) => value === other[index]).length / SIZE;
}

/** Keys under which alike texts meet: texts with 80 % in common share one of them with a chance of 99.98 %. */
export function bandsOf(signature: MinHash): string[] {
  return Array.from({ length: BANDS }, (_, band) => `${band}:${createHash('sha256').update(signature.slice(band * ROWS, (band + 1) * ROWS).join()).digest('hex').slice(0, 16)}`);
}
