// The API as a signed-in program asks it, with what each question took.
import { headersOf } from './sign-in.mjs';

/** @returns a function `(method, path, {body, version, headers}) → {body, ms, bytes, sent, status}`; refuses with the answer's text */
export async function callerOf(stack, role) {
  const own = await headersOf(stack, role);
  return async (method, path, { body, version, headers = {}, as = 'json' } = {}) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const started = performance.now();
    const response = await fetch(`${stack.baseUrl}/api/v1${path}`, {
      method, body: text,
      headers: { ...own, 'x-client': 'api', ...(text ? { 'content-type': 'application/json' } : {}), ...(version === undefined ? {} : { 'if-match': `"v${version}"` }), ...headers },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const ms = performance.now() - started;
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${bytes.toString().slice(0, 400)}`);
    return { status: response.status, ms, bytes: bytes.length, sent: text?.length ?? 0, body: as === 'json' && bytes.length > 0 ? JSON.parse(bytes.toString()) : bytes };
  };
}
