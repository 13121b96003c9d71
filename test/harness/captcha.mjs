// What the sign-in page does in the background when too many attempts failed at this address.
import { createHash } from 'node:crypto';

/** Finds the drawn number of a challenge. @returns the text for the field `captcha` */
function solved({ challenge, salt, maxNumber, algorithm, signature }) {
  for (let number = 0; number <= maxNumber; number++) {
    if (createHash('sha256').update(`${salt}${number}`).digest('hex') !== challenge) continue;
    return Buffer.from(JSON.stringify({ algorithm, challenge, number, salt, signature })).toString('base64');
  }
  throw new Error('The challenge has no solution');
}

/**
 * A password sign-in that solves the challenge when one is asked for.
 * @param {(method: string, path: string, body?: object) => Promise<{ok: boolean, body: any}>} call below `/api/v1`
 */
export async function passwordSignIn(call, { login, password }) {
  const answer = await call('POST', '/auth/login', { login, password });
  if (answer.ok || answer.body.code !== 'auth.captcha') return answer;
  const challenge = await call('GET', '/auth/captcha');
  return call('POST', '/auth/login', { login, password, captcha: solved(challenge.body) });
}
