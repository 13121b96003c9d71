// What a journey sets up or shortens without the pages: the public API with a token of its own.
import { baseUrl } from '../../harness/browser.mjs';
import { passwordSignIn } from '../../harness/captcha.mjs';

async function send(method, path, body, headers = {}) {
  const response = await fetch(`${baseUrl}/api/v1${path}`, {
    method,
    headers: { 'x-client': 'api', ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    body: body && JSON.stringify(body),
  });
  return { ok: response.ok, body: await response.json() };
}

/** Calls the API as this demonstration account (one without a second factor). @returns a function `(method, path, body?, headers?) → JSON` */
export async function asApi(who) {
  const { accessToken } = (await passwordSignIn(send, who)).body;
  const own = { authorization: `Bearer ${accessToken}`, 'x-organisation': who.organisationId };
  const call = async (method, path, body, headers) => {
    const answer = await send(method, path, body, { ...own, ...headers });
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  // for what is no JSON: files
  call.headers = { 'x-client': 'api', ...own };
  return call;
}
