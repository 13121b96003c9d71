import { connect, Socket } from 'node:net';
import { get, request } from 'node:http';
import { Readable } from 'node:stream';
import { actorHeader, anActor, PlatformWorld } from './world';

const MEGABYTE = 1024 * 1024;

describe('bodies that are too long, too slow, or break off', () => {
  let world: PlatformWorld;
  let port: number;
  const clerk = anActor();

  beforeAll(async () => {
    world = await PlatformWorld.start({}, { connectionTimeout: 700, requestTimeout: 1500, http: { connectionsCheckingInterval: 200, headersTimeout: 1000 } } as never);
    port = await world.listen();
  });
  afterAll(() => world.stop());

  const pause = (ms: number): Promise<void> => new Promise(wait => setTimeout(wait, ms).unref());
  const stillServes = (): Promise<number> =>
    new Promise((resolve, reject) => void get({ port, host: '127.0.0.1', path: '/health/live', agent: false }, response => (response.resume(), resolve(response.statusCode ?? 0))).on('error', reject));

  /** Sends a body as it comes and gives the answer, which may arrive long before the body's end. */
  function post(body: Readable, headers: Record<string, string>): Promise<{ status: number; text: string; sentBytes: number }> {
    return new Promise((resolve, reject) => {
      let sentBytes = 0;
      const sending = request({ agent: false, port, host: '127.0.0.1', method: 'POST', path: '/api/v1/notes', headers: { ...actorHeader(clerk), 'content-type': 'application/json', ...headers } }, response => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => (body.destroy(), sending.destroy(), resolve({ status: response.statusCode ?? 0, text, sentBytes })));
      });
      sending.on('error', reject);
      body.on('data', (chunk: Buffer) => ((sentBytes += chunk.length), sending.write(chunk) || (body.pause(), sending.once('drain', () => body.resume()))));
      body.on('end', () => sending.end());
    });
  }

  function* megabytes(count: number): Generator<Buffer> {
    for (let i = 0; i < count; i++) yield Buffer.alloc(MEGABYTE, 'a');
  }

  it.each([['announced', { 'content-length': String(100 * MEGABYTE) }], ['in chunks without a length', { 'transfer-encoding': 'chunked' }]])('100 MB, %s: refused at once, not read into memory', async (_what, headers) => {
    const before = process.memoryUsage().rss;
    const { status, text, sentBytes } = await post(Readable.from(megabytes(100)), headers);
    expect([status, JSON.parse(text).code]).toEqual([413, 'too-large']);
    expect(sentBytes).toBeLessThan(20 * MEGABYTE);
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * MEGABYTE);
    expect([await world.count(), await stillServes()]).toEqual([0, 200]);
  });

  it('a route that asks for it takes more, up to what it asked for; the others do not', async () => {
    const sent = async (path: string, megabytes: number, headers: Record<string, string> = { 'x-long-note': 'yes' }): Promise<number> => (await world.call('POST', path, { actor: clerk, headers, payload: { title: 'a'.repeat(megabytes * MEGABYTE - 100) } })).status;
    expect([await sent('/notes/long', 3), await sent('/notes/long', 4), await sent('/notes', 2), await sent('/notes/knock', 2)]).toEqual([204, 413, 413, 413]);
    // whom the door does not know stays with the limit of the house
    expect([await sent('/notes/long', 1, {}), await sent('/notes/long', 2, {})]).toEqual([204, 413]);
  });

  it.each([['announced', `content-length: ${2 * MEGABYTE}`], ['in chunks without a length', 'transfer-encoding: chunked']])('a long body from whom the door does not know, %s: refused before a byte of it has come', async (_what, length) => {
    const { socket, answer } = await raw(head([length], '/api/v1/notes/long'));
    for (let left = 30; left > 0 && !answer().includes('too-large'); left -= 1) await pause(50);
    expect(answer()).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
    // whom it knows is waited for
    const known = await raw(head([length, 'x-long-note: yes'], '/api/v1/notes/long'));
    await pause(400);
    expect(known.answer()).toBe('');
    known.socket.destroy();
    expect(await stillServes()).toBe(200);
  });

  it('who sends all of it before reading gets the answer all the same', async () => {
    const { socket, answer } = await raw(head([`content-length: ${20 * MEGABYTE}`]));
    socket.pause();
    for (const part of megabytes(20)) await new Promise<void>((sent, failed) => socket.write(part, error => (error ? failed(error) : sent())));
    socket.resume();
    for (let left = 50; left > 0 && !answer().includes('too-large'); left -= 1) await pause(100);
    expect(answer()).toMatch(/^HTTP\/1\.1 413 [^]*"code":"too-large"/);
    socket.destroy();
  });

  const raw = (text: string): Promise<{ socket: Socket; answer: () => string; closed: Promise<void> }> =>
    new Promise(resolve => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => (socket.write(text), resolve({ socket, answer: () => answer, closed })));
      socket.on('data', chunk => (answer += chunk.toString()));
      socket.on('error', () => undefined);
      const closed = new Promise<void>(done => socket.once('close', () => done()));
    });
  const head = (lines: string[], path = '/api/v1/notes'): string => [`POST ${path} HTTP/1.1`, 'host: x', `x-actor: ${actorHeader(clerk)['x-actor']}`, 'content-type: application/json', ...lines, '', ''].join('\r\n');

  it('a body that comes drop by drop is cut off with an answer', async () => {
    const { socket, answer, closed } = await raw(head(['content-length: 1000']));
    const drops = setInterval(() => socket.write('{'), 200);
    await Promise.race([closed, pause(6000)]);
    clearInterval(drops);
    expect(answer()).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer()).toMatch(/application\/problem\+json[^]*"code":"request-timeout"/);
    expect([await world.count(), await stillServes()]).toEqual([0, 200]);
  });

  it('a body that stops coming does not keep the connection', async () => {
    const { closed } = await raw(`${head(['content-length: 1000'])}{"title`);
    expect(await Promise.race([closed.then(() => 'closed'), pause(4000).then(() => 'open')])).toBe('closed');
  });

  it('a body that breaks off writes nothing', async () => {
    for (let i = 0; i < 5; i++) {
      const { socket } = await raw(`${head(['content-length: 60'])}{"title": "half", "amount": 1`);
      await pause(20);
      socket.destroy();
    }
    await pause(100);
    expect([await world.count(), await stillServes()]).toEqual([0, 200]);
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400, 'bad-request'],
    ['headers without end', `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(40_000)}\r\n\r\n`, 431, 'headers-too-large'],
    ['two lengths, as for smuggling', head(['content-length: 10', 'transfer-encoding: chunked']), 400, 'bad-request'],
  ])('%s is answered in the same form and the connection closed', async (_what, text, status, code) => {
    const { answer, closed } = await raw(text);
    await Promise.race([closed, pause(3000)]);
    expect(answer()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    const body = JSON.parse(answer().split('\r\n\r\n')[1] as string) as { code: string; zh: string };
    expect([body.code, /[一-龥]/.test(body.zh)]).toEqual([code, true]);
  });
});
