import { createHmac } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { csrfToken, RATE_LIMITS } from '@huanbao/platform';
import { anActor, Answer, PlatformWorld } from './world';

describe('rate limits', () => {
  let world: PlatformWorld;

  beforeAll(async () => {
    world = await PlatformWorld.start({ HB_RATE_FACTOR: '1' });
  });
  afterAll(() => world.stop());

  const knock = (ip: string): Promise<Answer> => world.call('POST', '/notes/knock', { payload: {}, ip });

  it('a flood at the door is told to wait, and how long; another address is not', async () => {
    for (let i = 0; i < RATE_LIMITS['sign-in']; i++) expect((await knock('10.1.1.1')).status).toBe(204);
    const refused = await knock('10.1.1.1');
    expect(refused.body).toMatchObject({ status: 429, code: 'too-many-requests' });
    const wait = Number(refused.headers['retry-after']);
    expect([wait >= 1 && wait <= 60, refused.body.retryAfterSeconds]).toEqual([true, wait]);
    expect(refused.body.zh).toContain(`${wait} 秒`);
    expect((await knock('10.1.1.2')).status).toBe(204);
  });

  it('counts a signed-in person by session, wherever the requests come from', async () => {
    const clerk = anActor();
    const mine = (ip: string): Promise<Answer> => world.call('GET', '/notes/mine', { actor: clerk, ip });
    for (let i = 0; i < RATE_LIMITS.upload; i++) expect((await mine(`10.2.0.${i}`)).status).toBe(200);
    expect((await mine('10.2.1.1')).status).toBe(429);
    expect((await world.call('GET', '/notes/mine', { actor: anActor(), ip: '10.2.0.1' })).status).toBe(200);
  });

  it('counts an address before anybody is asked who they are, so that wrong credentials are counted too', async () => {
    const wrong = (): Promise<Answer> => world.call('GET', '/notes/mine', { headers: { 'x-actor': 'wrong' }, ip: '10.3.3.3' });
    for (let i = 0; i < RATE_LIMITS.address; i += 500) expect(new Set((await Promise.all(Array.from({ length: 500 }, wrong))).map(answer => answer.status))).toEqual(new Set([401]));
    const refused = await wrong();
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    expect((await world.call('GET', '/notes/mine', { headers: { 'x-actor': 'wrong' }, ip: '10.3.3.4' })).status).toBe(401);
  });

  it('does not believe X-Forwarded-For when no proxy stands in front', async () => {
    const sent = (n: number): Promise<Answer> => world.call('POST', '/notes/knock', { payload: {}, ip: '10.4.4.4', headers: { 'x-forwarded-for': `1.2.3.${n}` } });
    for (let i = 0; i < RATE_LIMITS['sign-in']; i++) await sent(i);
    expect((await sent(200)).status).toBe(429);
  });
});

describe('what every answer of the API carries', () => {
  let world: PlatformWorld;

  beforeAll(async () => {
    world = await PlatformWorld.start({ HB_SECURE_COOKIES: 'true', HB_METRICS_TOKEN: 'm'.repeat(24), HB_TRUSTED_PROXIES: '1' });
  });
  afterAll(() => world.stop());

  it.each([['an answer', '/notes/found'], ['a problem', '/nothing']])('%s: not cached, not framed, not sniffed, nothing executed', async (_what, path) => {
    const { headers } = await world.call('GET', path);
    expect(headers).toMatchObject({
      'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox", 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin',
      'x-frame-options': 'SAMEORIGIN', 'strict-transport-security': expect.stringMatching(/max-age=\d{7,}/) as string, 'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('is compressed when it is long and the asker can read it', async () => {
    const ask = (encoding: string, path = '/notes/found'): Promise<Awaited<ReturnType<typeof world.app.inject>>> => world.app.inject({ method: 'GET', url: `/api/v1${path}`, headers: { 'accept-encoding': encoding } });
    const packed = await ask('gzip, br');
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(String(packed.headers['vary'])).toMatch(/accept-encoding/i);
    expect(packed.rawPayload.length).toBeLessThan(1000);
    expect(JSON.parse(gunzipSync(packed.rawPayload).toString())).toEqual((await ask('identity')).json());
    expect((await ask('gzip', '/nothing')).headers['content-encoding']).toBeUndefined();
  });

  it('shows its figures to the token and to the own machine, to nobody else', async () => {
    const ask = (headers: Record<string, string>, remoteAddress = '10.9.9.9'): Promise<Awaited<ReturnType<typeof world.app.inject>>> => world.app.inject({ method: 'GET', url: '/metrics', headers, remoteAddress });
    expect((await ask({})).statusCode).toBe(404);
    expect((await ask({ authorization: 'Bearer wrong' })).statusCode).toBe(404);
    expect((await ask({ 'x-forwarded-for': '127.0.0.1' })).statusCode).toBe(404);
    expect((await ask({ 'x-forwarded-for': '10.0.0.1' }, '127.0.0.1')).statusCode).toBe(404);
    const figures = await ask({ authorization: `Bearer ${'m'.repeat(24)}` });
    expect([figures.statusCode, String(figures.headers['content-type'])]).toEqual([200, expect.stringMatching(/^text\/plain/)]);
    await world.call('GET', '/notes/found');
    const { body } = await ask({}, '127.0.0.1');
    expect(body).toMatch(/huanbao_outbox_open 0/);
    expect(body).toMatch(/huanbao_http_request_seconds_count\{method="GET",route="\/api\/v1\/notes\/found",status="200"\} \d/);
    // labels are templates: nobody fills the memory with addresses made up
    await world.call('GET', '/made/up/12345');
    expect((await ask({}, '127.0.0.1')).body).not.toContain('12345');
  });
});

describe('forged requests', () => {
  let world: PlatformWorld;
  const clerk = anActor();

  beforeAll(async () => {
    world = await PlatformWorld.start();
  });
  afterAll(() => world.stop());

  const send = async (cookie: string, headers: Record<string, string> = {}): Promise<string> => {
    const answer = await world.call('POST', '/notes', { actor: clerk, payload: { title: 'a', amount: 1 }, headers: { ...(cookie ? { cookie } : {}), ...headers } });
    return `${answer.status} ${answer.body.code ?? ''}`.trim();
  };

  it('need the readable token of the very session, signed by us', async () => {
    const token = csrfToken(world.env.HB_TOKEN_SECRET, 'session-1');
    const right = `hb_test=session-1; hb_csrf=${token}`;
    expect(await send(right, { 'x-csrf-token': token })).toBe('201');
    expect(await send(right)).toBe('403 csrf');
    expect(await send(right, { 'x-csrf-token': `${token}0` })).toBe('403 csrf');
    expect(await send('hb_test=session-1', { 'x-csrf-token': token })).toBe('403 csrf');
    const planted = csrfToken('another secret of thirty-two signs', 'session-1');
    expect(await send(`hb_test=session-1; hb_csrf=${planted}`, { 'x-csrf-token': planted })).toBe('403 csrf');
    const ofAnother = csrfToken(world.env.HB_TOKEN_SECRET, 'session-2');
    expect(await send(`hb_test=session-1; hb_csrf=${ofAnother}`, { 'x-csrf-token': ofAnother })).toBe('403 csrf');
    const unsigned = `aa.${createHmac('sha256', '').update('csrf session-1 aa').digest('hex')}`;
    expect(await send(`hb_test=session-1; hb_csrf=${unsigned}`, { 'x-csrf-token': unsigned })).toBe('403 csrf');
    expect(await world.count()).toBe(1);
  });

  it('from a page of another site are refused whatever they carry; programs without cookies are not', async () => {
    const token = csrfToken(world.env.HB_TOKEN_SECRET, 'session-1');
    const right = `hb_test=session-1; hb_csrf=${token}`;
    for (const site of ['cross-site', 'same-site']) expect(await send(right, { 'x-csrf-token': token, 'sec-fetch-site': site })).toBe('403 csrf');
    for (const site of ['same-origin', 'none']) expect(await send(right, { 'x-csrf-token': token, 'sec-fetch-site': site })).toBe('201');
    expect(await send('')).toBe('201');
    const reading = await world.call('GET', '/notes/found', { headers: { cookie: 'hb_test=session-1' } });
    expect(reading.status).toBe(200);
  });
});
