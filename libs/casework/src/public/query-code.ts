import { randomInt, timingSafeEqual } from 'node:crypto';

/** Without I, L, O, U, 0 and 1, which people misread; 30 signs, so eight of them are 39 bits. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/** What the stored code is bound to in `FieldCipher`. */
export const QUERY_CODE_CONTEXT = 'case_record.query_code';

export function newQueryCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** Compares in constant time, forgiving case and spaces. */
export function sameQueryCode(given: string, expected: string): boolean {
  const clean = Buffer.alloc(LENGTH);
  const text = given.toUpperCase().replace(/[\s-]/g, '');
  clean.write(text.slice(0, LENGTH), 'latin1');
  return timingSafeEqual(clean, Buffer.from(expected, 'latin1')) && text.length === LENGTH;
}
