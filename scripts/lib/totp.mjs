// Six-digit codes of an authenticator app (RFC 6238, SHA-1, 30 seconds) for demonstration accounts.
import { createHmac } from 'node:crypto';

export const STEP_SECONDS = 30;

function fromBase32(text) {
  const bits = [...text.replace(/=+$/, '').toUpperCase()].map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g).map(byte => parseInt(byte, 2)));
}

/** The code of an instant (milliseconds since 1970), now by default. */
export function totp(secret, at = Date.now()) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 1000 / STEP_SECONDS)));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const number = digest.readUInt32BE(digest[19] & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

export const secondsLeft = (at = Date.now()) => STEP_SECONDS - (Math.floor(at / 1000) % STEP_SECONDS);
