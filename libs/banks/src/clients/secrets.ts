import { createHash, timingSafeEqual } from 'node:crypto';
import { FieldCipher } from '@huanbao/platform';

/** Keyed hash of what only the bank knows: whoever reads the table can neither use it nor try guesses. */
export const hashOf = (cipher: FieldCipher, kind: 'secret' | 'token', value: string): string => cipher.blindIndex(value, `bank_client.${kind}`);

const digest = (value: string): Buffer => createHash('sha256').update(value).digest();

/** Whether one of the hashes is this one; takes as long for the first as for none. */
export function isOneOf(hashes: readonly string[], wanted: string): number {
  const target = digest(wanted);
  let found = -1;
  hashes.forEach((one, nth) => {
    if (timingSafeEqual(digest(one), target)) found = nth;
  });
  return found;
}
