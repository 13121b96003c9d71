import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A small piece of work for a browser: find the number that was drawn. Nobody is asked to read crooked letters. */
export interface Challenge {
  readonly algorithm: 'SHA-256';
  readonly challenge: string;
  readonly salt: string;
  readonly maxNumber: number;
  readonly signature: string;
}

const MAX_NUMBER = 60_000;
const LIFE_MS = 10 * 60_000;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const sign = (challenge: string, secret: string): string => createHmac('sha256', secret).update(`captcha ${challenge}`).digest('hex');

/** The sign at the end keeps the digits of the time and of the number apart: moved over, they would hash alike and live on. */
const SALT = /^[0-9a-f]{24}\.(\d{13})\.$/;

/** The salt carries the time it ends, so nothing has to be stored until it is used. */
export function newChallenge(secret: string, now: Date): Challenge {
  const salt = `${randomBytes(12).toString('hex')}.${now.getTime() + LIFE_MS}.`;
  const number = randomBytes(4).readUInt32BE() % MAX_NUMBER;
  const challenge = sha256(`${salt}${number}`);
  return { algorithm: 'SHA-256', challenge, salt, maxNumber: MAX_NUMBER, signature: sign(challenge, secret) };
}

export interface Solved {
  /** What to remember as used. */
  readonly signature: string;
  readonly expiresAt: Date;
}

/** The solved challenge, or undefined when it is not one of ours, not solved, or too old. `payload` is base64 JSON. */
export function checkSolution(payload: string, secret: string, now: Date): Solved | undefined {
  try {
    const given = JSON.parse(Buffer.from(payload, 'base64').toString('utf8')) as Partial<Challenge> & { number?: unknown };
    if (typeof given.salt !== 'string' || typeof given.signature !== 'string' || !Number.isSafeInteger(given.number)) return undefined;
    const [, ends] = SALT.exec(given.salt) ?? [];
    if (ends === undefined) return undefined;
    const challenge = sha256(`${given.salt}${String(given.number)}`);
    const expected = Buffer.from(sign(challenge, secret));
    const actual = Buffer.from(given.signature);
    if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return undefined;
    const expiresAt = new Date(Number(ends));
    return expiresAt.getTime() > now.getTime() ? { signature: given.signature, expiresAt } : undefined;
  } catch {
    return undefined;
  }
}
