import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api, call, ifMatch } from './client';
import { ProblemError } from './problem';
import { rest, withQuery } from './rest';
import { setCurrentOrganisation, whenAccountDue, whenSessionLost } from './transport';

type Answer = (request: Request) => Response | Promise<Response>;

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' } });
const problem = (status: number, code: string, more: object = {}): Response => json({ status, code, zh: '中文', en: 'English', ...more }, status);

/** Answers requests by path; keeps what was sent. */
function network(answers: Record<string, Answer>): Request[] {
  const seen: Request[] = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(new URL(String(input), location.origin), init);
    seen.push(request.clone());
    const answer = answers[new URL(request.url).pathname];
    if (!answer) throw new TypeError('Failed to fetch');
    return answer(request);
  });
  return seen;
}

const rejection = async (promise: Promise<unknown>): Promise<ProblemError> => {
  const error: unknown = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ProblemError);
  return error as ProblemError;
};

beforeEach(() => {
  document.cookie = 'hb_csrf=token-1';
  setCurrentOrganisation(null);
  whenSessionLost(() => undefined);
});
afterEach(() => vi.unstubAllGlobals());

describe('every request', () => {
  it('carries a request id and the organisation in the address bar', async () => {
    const seen = network({ '/api/v1/me': () => json({}) });
    setCurrentOrganisation('org-7');
    await call(api.GET('/api/v1/me'));
    expect(seen[0]?.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(seen[0]?.headers.get('x-organisation')).toBe('org-7');
  });

  it('repeats the CSRF cookie in a header for changes, not for reading', async () => {
    const seen = network({ '/api/v1/me': () => json({}) });
    await call(api.GET('/api/v1/me'));
    await call(api.PATCH('/api/v1/me', { body: { name: '张' } }));
    expect(seen.map(request => request.headers.get('x-csrf-token'))).toEqual([null, 'token-1']);
  });

  it('sends the version it has seen and the key of a creation', async () => {
    const seen = network({ '/api/v1/things': () => json({ version: 8 }) });
    await rest('PATCH', '/api/v1/things', { body: {}, version: 7, idempotencyKey: 'key-12345' });
    expect(seen[0]?.headers.get('if-match')).toBe('"v7"');
    expect(seen[0]?.headers.get('idempotency-key')).toBe('key-12345');
    expect(ifMatch(3)).toEqual({ 'If-Match': '"v3"' });
  });
});

describe('an expired session', () => {
  it('is renewed once for many requests and each of them is repeated with its body', async () => {
    let renewed = 0;
    const seen = network({
      '/api/v1/auth/refresh': () => {
        renewed += 1;
        document.cookie = 'hb_csrf=token-2';
        return json({});
      },
      '/api/v1/me': request => (renewed === 0 ? problem(401, 'unauthenticated') : json({ body: request.headers.get('x-csrf-token') })),
    });
    const answers = await Promise.all([1, 2, 3].map(() => call(api.PATCH('/api/v1/me', { body: { name: '张' } }))));
    expect(renewed).toBe(1);
    expect(answers).toEqual([{ body: 'token-2' }, { body: 'token-2' }, { body: 'token-2' }]);
    const repeated = seen.filter(request => request.method === 'PATCH').slice(3);
    expect(await Promise.all(repeated.map(request => request.json()))).toEqual([{ name: '张' }, { name: '张' }, { name: '张' }]);
  });

  it('that cannot be renewed is reported, and the request fails with the 401', async () => {
    network({ '/api/v1/auth/refresh': () => problem(401, 'unauthenticated'), '/api/v1/me': () => problem(401, 'unauthenticated') });
    const lost = vi.fn();
    whenSessionLost(lost);
    expect((await rejection(call(api.GET('/api/v1/me')))).status).toBe(401);
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('is not suspected when the password was wrong', async () => {
    const seen = network({ '/api/v1/auth/login': () => problem(401, 'auth.bad-credentials', { captchaRequired: true }) });
    const error = await rejection(call(api.POST('/api/v1/auth/login', { body: { login: 'a', password: 'b' } })));
    expect(seen).toHaveLength(1);
    expect(error.code).toBe('auth.bad-credentials');
    expect(error.extra['captchaRequired']).toBe(true);
  });
});

describe('problems', () => {
  it('keep code, sentences and the fields they point at', async () => {
    const errors = [{ pointer: '/outlets/0/height_m', code: 'min', zh: '应不小于 15 m', en: 'at least 15 m' }];
    network({ '/api/v1/me': () => problem(400, 'validation', { errors }) });
    const error = await rejection(call(api.GET('/api/v1/me')));
    expect(error.errors).toEqual(errors);
    expect(error.sentence).toBe('中文');
  });

  it('a gateway that answers HTML still becomes a sentence', async () => {
    network({ '/api/v1/me': () => new Response('<html>', { status: 502 }) });
    const error = await rejection(call(api.GET('/api/v1/me')));
    expect(error.status).toBe(502);
    expect(error.sentence).toMatch(/稍后重试/);
  });

  it('a dead network is a problem with status 0', async () => {
    network({});
    expect((await rejection(call(api.GET('/api/v1/me')))).code).toBe('offline');
  });
});

describe('withQuery', () => {
  it.each([
    [{}, '/x'],
    [{ q: '', status: undefined, kind: null }, '/x'],
    [{ q: '焦化', limit: 20 }, '/x?q=%E7%84%A6%E5%8C%96&limit=20'],
    [{ role: ['a', 'b'] }, '/x?role=a&role=b'],
  ])('%o → %s', (query, expected) => expect(withQuery('/x', query)).toBe(expected));
});

describe('an account that is not in order', () => {
  const due = vi.fn();
  beforeEach(() => {
    due.mockReset();
    whenAccountDue(due);
  });

  it.each(['auth.password-expired', 'auth.second-factor'])('leads away from a page that cannot be read: %s', async code => {
    network({ '/api/v1/organisations': () => problem(403, code) });
    expect((await rejection(rest('GET', '/api/v1/organisations'))).code).toBe(code);
    expect(due).toHaveBeenCalledExactlyOnceWith(code);
  });

  it('never leads away from an act, where something was typed, nor for another refusal', async () => {
    network({ '/api/v1/cases': () => problem(403, 'auth.password-expired'), '/api/v1/organisations': () => problem(403, 'forbidden') });
    await rejection(rest('POST', '/api/v1/cases', { body: { reason: '写了很久的意见' } }));
    await rejection(rest('GET', '/api/v1/organisations'));
    expect(due).not.toHaveBeenCalled();
  });
});
