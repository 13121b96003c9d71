// A demonstration account as a program signs in with it.
import { totp } from '../../scripts/lib/totp.mjs';

const known = new Map();

/** Headers of a signed-in program; one sign-in for each role and stack. */
export function headersOf(stack, role) {
  const key = `${stack.baseUrl} ${role}`;
  if (!known.has(key)) known.set(key, signIn(stack, role));
  return known.get(key);
}

async function signIn(stack, role) {
  const account = stack.accounts.find(one => one.role === role);
  const post = async (path, body) => (await fetch(`${stack.baseUrl}/api/v1/auth/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-client': 'api' }, body: JSON.stringify(body) })).json();
  let answer = await post('login', { login: account.login, password: account.password });
  if (answer.ticket) answer = await post('login/totp', { ticket: answer.ticket, code: totp(account.totpSecret) });
  return { authorization: `Bearer ${answer.accessToken}`, 'x-organisation': account.organisationId };
}
