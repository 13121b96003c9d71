// What a journey sets up or shortens without the pages: the public API with a token of its own.
import { baseUrl } from '../../harness/browser.mjs';

/** Calls the API as this demonstration account (one without a second factor). @returns a function `(method, path, body?, headers?) → JSON` */
export async function asApi({ login, password, organisationId }) {
  const call = async (method, path, body, headers = {}) => {
    const response = await fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers: { 'x-client': 'api', 'content-type': 'application/json', ...headers },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path} → ${response.status} ${await response.text()}`);
    return response.json();
  };
  const { accessToken } = await call('POST', '/auth/login', { login, password });
  return (method, path, body, headers) => call(method, path, body, { authorization: `Bearer ${accessToken}`, 'x-organisation': organisationId, ...headers });
}
