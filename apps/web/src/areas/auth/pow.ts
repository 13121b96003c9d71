import type { CaptchaChallenge } from '@/api/contract';

const BATCH = 512;
const encoder = new TextEncoder();

const hex = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('');

/**
 * Finds the number n ≤ maxNumber with SHA-256(salt + n) = challenge. The work (a second or two) is what makes guessing
 * passwords in bulk expensive; nobody has to read letters out of a picture, and nobody else is asked.
 * @throws Error when no number fits, which means the challenge is broken
 */
export async function solve({ salt, challenge, maxNumber }: CaptchaChallenge): Promise<number> {
  for (let first = 0; first <= maxNumber; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, maxNumber - first + 1) }, (_, i) => first + i);
    const digests = await Promise.all(numbers.map(number => crypto.subtle.digest('SHA-256', encoder.encode(salt + String(number)))));
    const found = digests.findIndex(digest => hex(digest) === challenge);
    if (found >= 0) return first + found;
  }
  throw new Error('captcha challenge without solution');
}

/** What the API expects in the field `captcha`: base64 of the challenge with its answer. */
export function captchaText(challenge: CaptchaChallenge, number: number): string {
  const { algorithm, salt, signature } = challenge;
  return btoa(JSON.stringify({ algorithm, challenge: challenge.challenge, number, salt, signature }));
}
