// `node scripts/demo-code.mjs <account>`: the current six-digit code of a demonstration account.
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { secondsLeft, totp } from './lib/totp.mjs';

const file = process.env.ACCOUNTS_FILE ?? inRoot('.data/demo-accounts.json');
const wanted = process.argv[2];
const account = existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).find(({ login, role }) => login === wanted || role === wanted);

if (!account?.totpSecret) {
  console.error('Usage: node scripts/demo-code.mjs <account of a bureau officer, as `npm run up` printed it>');
  process.exit(1);
}
console.log(`${totp(account.totpSecret)}  (${secondsLeft()} s left)`);
