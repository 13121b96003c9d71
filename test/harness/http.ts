import { Agent, type Server } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';

export interface Exchange {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object goes as JSON; text and bytes go as they are, under the content type of `headers`. */
  readonly payload?: object | string;
  /** Sent as `X-Forwarded-For`: the application must trust one proxy (`HB_TRUSTED_PROXIES=1`). */
  readonly ip?: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Each `Set-Cookie` line. */
  readonly cookies: readonly string[];
  readonly bytes: Buffer;
  readonly text: string;
  /** The answer when it is JSON, `{}` otherwise. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at member by member
  readonly json: any;
}

/** One request over a real socket to the application. Redirects are not followed, nothing is thrown for a refusal. */
export async function exchange(app: NestFastifyApplication, { method, url, headers = {}, payload, ip }: Exchange): Promise<Reply> {
  const verb = method.toLowerCase() as 'get';
  let call = request(await listening(app))[verb](url).agent(agentOf(app)).redirects(0).buffer(true).parse(asBytes).ok(() => true);
  call = call.set({ 'accept-encoding': 'identity', ...(ip ? { 'x-forwarded-for': ip } : {}), ...headers });
  const response = await (payload === undefined ? call : call.send(payload));
  const bytes = Buffer.isBuffer(response.body) ? response.body : Buffer.alloc(0);
  const text = bytes.toString('utf8');
  const { 'set-cookie': cookies = [], ...rest } = response.headers as Record<string, string> & { 'set-cookie'?: string[] };
  const isJson = String(rest['content-type'] ?? '').includes('json');
  return { status: response.status, headers: rest, cookies, bytes, text, json: isJson ? JSON.parse(text) : {} };
}

const agents = new WeakMap<NestFastifyApplication, Agent>();

/** Keeps the connections to an application, as a browser does: the walks ask more than ten thousand times. */
function agentOf(app: NestFastifyApplication): Agent {
  return agents.get(app) ?? agents.set(app, new Agent({ keepAlive: true })).get(app)!;
}

const starting = new WeakMap<NestFastifyApplication, Promise<string>>();

/** The address of the application; it starts to listen with the first request, on a free port of the own machine. */
export async function listening(app: NestFastifyApplication): Promise<string> {
  const server = app.getHttpServer() as Server;
  if (!server.listening) {
    const begun = starting.get(app) ?? app.listen(0, '127.0.0.1').then(() => '');
    starting.set(app, begun);
    await begun;
  }
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the application does not listen on a port');
  return `http://127.0.0.1:${address.port}`;
}

function asBytes(response: request.Response, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (part: Buffer) => parts.push(Buffer.from(part)));
  stream.on('end', () => done(null, Buffer.concat(parts)));
  stream.on('error', error => done(error as Error, Buffer.alloc(0)));
}
