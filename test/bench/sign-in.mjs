// A demonstration account as a program signs in with it.
import { totp } from '../../scripts/lib/totp.mjs';

/** An access token lives for a quarter of an hour. */
const FRESH_MS = 10 * 60_000;
const known = new Map();

/** Headers of a signed-in program; signs in once for each role and stack, and anew before the token ends. */
export function headersOf(stack, role) {
  const key = `${stack.baseUrl} ${role}`;
  const now = performance.now();
  if (!(known.get(key)?.until > now)) known.set(key, { until: now + FRESH_MS, headers: signIn(stack, role) });
  return known.get(key).headers;
}

async function signIn(stack, role) {
  const account = stack.accounts.find(one => one.role === role);
  const post = async (path, body) => (await fetch(`${stack.baseUrl}/api/v1/auth/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-client': 'api' }, body: JSON.stringify(body) })).json();
  let answer = await post('login', { login: account.login, password: account.password });
  if (answer.ticket) answer = await post('login/totp', { ticket: answer.ticket, code: totp(account.totpSecret) });
  return { authorization: `Bearer ${answer.accessToken}`, 'x-organisation': account.organisationId };
}
