/** Texts shorter than this say what everybody says. */
export const LEAST_TEXT = 40;
const GRAM = 3;
const HASHES = 32;
const ROWS_OF_A_BAND = 4;

/** Words only: copying is not hidden by punctuation, digits or spaces. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}]/gu, '');

function grams(text: string): Set<string> {
  const bare = plain(text);
  return new Set(Array.from({ length: Math.max(0, bare.length - GRAM + 1) }, (_, at) => bare.slice(at, at + GRAM)));
}

/** How alike two texts are, 0–1: shared three-character groups over all of them, after Dice. */
export function similarity(a: string, b: string): number {
  const [one, other] = [grams(a), grams(b)];
  if (one.size === 0 || other.size === 0) return 0;
  return (2 * [...one].filter(gram => other.has(gram)).length) / (one.size + other.size);
}

/** FNV-1a with a seed. */
function hash(text: string, seed: number): number {
  let value = (2166136261 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16777619) >>> 0;
  value ^= value >>> 15;
  return Math.imul(value, 2246822519) >>> 0;
}

/**
 * Marks of a text (MinHash in bands): texts that are nearly the same share at least one with all but certainty, so like ones are
 * found by an index. 32-bit, as PostgreSQL's integer holds them.
 */
export function bandsOf(text: string): number[] {
  const all = [...grams(text)];
  if (all.length === 0) return [];
  const least = Array.from({ length: HASHES }, (_, seed) => all.reduce((smallest, gram) => Math.min(smallest, hash(gram, seed * 7919)), 0xffffffff));
  return Array.from({ length: HASHES / ROWS_OF_A_BAND }, (_, band) => hash(`${band}:${least.slice(band * ROWS_OF_A_BAND, (band + 1) * ROWS_OF_A_BAND).join()}`, 1) | 0);
}
