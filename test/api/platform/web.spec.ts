import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadCity } from '@huanbao/platform';
import { createApi } from '../../../apps/api/src/bootstrap';
import problems from '../../../apps/api/src/problems.json';
import { createTestDatabase, TestDatabase } from '../../harness/database';
import { testEnv } from '../../harness/env';

const PAGE = '<!doctype html><html><head><meta property="csp-nonce" nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style></head><body></body></html>';

describe('the web served by the api, and the pages of the problems', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'huanbao-web-'));
    const root = join(folder, 'dist');
    mkdirSync(join(root, 'assets'), { recursive: true });
    writeFileSync(join(root, 'index.html'), PAGE);
    writeFileSync(join(root, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(join(root, 'assets/app-1a2b3c.js'), 'export default 1;');
    writeFileSync(join(root, 'assets/app-1a2b3c.js.gz'), Buffer.from('1f8b08000000000000034bad28c82f2a51484948cb2a4d2c5130b40600dfc2bd2612000000', 'hex'));
    writeFileSync(join(root, 'sw.js'), 'self.skipWaiting();');
    writeFileSync(join(folder, 'secret.txt'), 'outside');
    database = await createTestDatabase();
    app = await createApi({ env: testEnv(database.url, { HB_WEB_ROOT: root }), city: loadCity('config/city.json'), quiet: true });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = (url: string, headers: Record<string, string> = {}): Promise<Awaited<ReturnType<typeof app.inject>>> => app.inject({ method: 'GET', url, headers });

  it.each(['/', '/index.html', '/%69ndex.html', '/assets/../index.html', '/login', '/b/0199/permits?tab=mine', '/check/91141181MA0EXAMPL4001V', '/e/x/tasks/1.5'])('%s is the page, with a nonce of its own, never cached', async url => {
    const [first, second] = [await get(url), await get(url)];
    expect([first.statusCode, first.headers['content-type'], first.headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
    const nonces = [first, second].map(answer => /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1]);
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(first.body).toBe(PAGE.replaceAll('__CSP_NONCE__', nonces[0] as string));
  });

  it('may run only its own scripts, ask only this host, and be framed by nobody', async () => {
    const policy = String((await get('/')).headers['content-security-policy']);
    for (const rule of ["default-src 'self'", "script-src 'self'", "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"]) expect(policy.split('; ')).toContain(rule);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:|\*/);
    expect((await get('/')).headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
  });

  it('the worker of the field is asked for anew each time, and may ask this host only', async () => {
    const worker = await get('/sw.js');
    expect([worker.statusCode, worker.body]).toEqual([200, 'self.skipWaiting();']);
    expect(String(worker.headers['content-type'])).toMatch(/javascript/);
    expect(worker.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-security-policy': "default-src 'none'; connect-src 'self'" });
  });

  it('assets are kept for ever and come packed; what is not there is not the page', async () => {
    const packed = await get('/assets/app-1a2b3c.js', { 'accept-encoding': 'gzip' });
    expect(packed.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'gzip' });
    expect(String(packed.headers['content-type'])).toMatch(/javascript/);
    expect((await get('/favicon.svg')).headers).toMatchObject({ 'cache-control': 'public, max-age=3600', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" });
    for (const url of ['/assets/app-old.js', '/api/v1/nothing', '/health/nothing']) expect([url, (await get(url)).statusCode]).toEqual([url, 404]);
    expect((await get('/api/v1/nothing')).json()).toMatchObject({ code: 'not-found' });
  });

  it.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/....//secret.txt', '/assets/%2e%2e/%2e%2e/secret.txt'])('nothing outside its folder is given out: %s', async url => {
    const answer = await get(url);
    expect(answer.body).not.toContain('outside');
    expect([200, 400, 403, 404]).toContain(answer.statusCode);
  });

  it('every problem has its page, the list names each once, and what is filled in is harmless', async () => {
    const list = await get('/problems');
    const codes = [...new Set((problems as { code: string }[]).map(({ code }) => code))];
    expect([list.statusCode, list.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    for (const code of codes) expect(list.body).toContain(`<a href="/problems/${code}">`);
    expect(String(list.headers['content-security-policy'])).toMatch(/^default-src 'none'; style-src 'sha256-/);
    for (const code of ['not-found', 'stale', 'unavailable', 'outbox.taken-over', 'idempotency-reuse']) {
      const page = await get(`/problems/${code}`);
      expect([code, page.statusCode, page.body.includes(`<h1>${code}</h1>`)]).toEqual([code, 200, true]);
    }
    const missing = await get('/problems/%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    expect([missing.statusCode, missing.body.includes('<script>')]).toEqual([404, false]);
  });

  it('the type of a problem leads to a page that exists', async () => {
    for (const url of ['/api/v1/nothing', '/api/v1/me', '/api/v1/public/permits?limit=0']) expect((await get((await get(url)).json<{ type: string }>().type)).statusCode).toBe(200);
  });
});
