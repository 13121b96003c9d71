// `node scripts/demo-code.mjs <account>`: the current six-digit code of a demonstration account (RFC 6238).
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';

const STEP_SECONDS = 30;
const file = process.env.ACCOUNTS_FILE ?? inRoot('.data/demo-accounts.json');
const wanted = process.argv[2];
const account = existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).find(({ login, role }) => login === wanted || role === wanted);

function fromBase32(text) {
  const bits = [...text.replace(/=+$/, '')].map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g).map(byte => parseInt(byte, 2)));
}

function codeNow(secret) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / STEP_SECONDS)));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const number = digest.readUInt32BE(digest[19] & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

if (!account?.totpSecret) {
  console.error('Usage: node scripts/demo-code.mjs <account of a bureau officer, as `npm run up` printed it>');
  process.exit(1);
}
console.log(`${codeNow(account.totpSecret)}  (${STEP_SECONDS - (Math.floor(Date.now() / 1000) % STEP_SECONDS)} s left)`);
