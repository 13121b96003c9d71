import { createHmac } from 'node:crypto';

/** One demo account as `npm run up` writes it. */
export interface Account {
  readonly role: string;
  readonly login: string;
  readonly password: string;
  readonly totpSecret?: string | null;
  readonly name: string;
  readonly organisation: string;
  readonly organisationId: string;
}

export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly problem: { code?: string; zh?: string; en?: string; errors?: unknown } & Record<string, unknown>,
    request: string,
  ) {
    super(`${request} → ${status} ${problem.code ?? ''} ${problem.en ?? ''} ${problem.errors ? JSON.stringify(problem.errors) : ''}`);
  }
}

type Body = Record<string, unknown> | FormData | undefined;

interface CallOptions {
  readonly ifMatch?: number;
  readonly headers?: Record<string, string>;
}

/** A person at the platform: signs in and calls the public API, nothing else. */
export class Client {
  private token?: string;

  constructor(
    private readonly baseUrl: string,
    readonly account?: Account,
    private readonly now: () => number = Date.now,
  ) {}

  /** Signs in with password and, where the role asks for it, a time-based code. */
  async signIn(): Promise<this> {
    const account = this.account as Account;
    const first = await this.post<{ status: string; ticket?: string; accessToken?: string }>('/auth/login', { login: account.login, password: account.password });
    if (first.status === 'totp-required') {
      const second = await this.post<{ accessToken: string }>('/auth/login/totp', { ticket: first.ticket, code: totp(account.totpSecret as string, this.now()) });
      this.token = second.accessToken;
    } else this.token = first.accessToken;
    if (!this.token) throw new Error(`${account.login} could not sign in: ${first.status}`);
    return this;
  }

  get<T = Record<string, unknown>>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }
  post<T = Record<string, unknown>>(path: string, body?: Body, options?: CallOptions): Promise<T> {
    return this.call<T>('POST', path, body ?? {}, options);
  }
  patch<T = Record<string, unknown>>(path: string, body: Body, options?: CallOptions): Promise<T> {
    return this.call<T>('PATCH', path, body, options);
  }
  put<T = Record<string, unknown>>(path: string, body: Body, options?: CallOptions): Promise<T> {
    return this.call<T>('PUT', path, body, options);
  }

  /** The bytes of a download. */
  async bytes(path: string): Promise<Buffer> {
    const response = await this.send('GET', path);
    return Buffer.from(await response.arrayBuffer());
  }

  private async call<T>(method: string, path: string, body?: Body, options?: CallOptions): Promise<T> {
    const response = await this.send(method, path, body, options);
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  private async send(method: string, path: string, body?: Body, options: CallOptions = {}): Promise<Response> {
    const form = body instanceof FormData;
    const response = await fetch(`${this.baseUrl}/api/v1${path}`, {
      method,
      headers: {
        'x-client': 'api',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(this.account && this.token ? { 'x-organisation': this.account.organisationId } : {}),
        ...(body && !form ? { 'content-type': 'application/json' } : {}),
        ...(options.ifMatch !== undefined ? { 'if-match': `"v${options.ifMatch}"` } : {}),
        ...options.headers,
      },
      body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    });
    if (response.ok) return response;
    throw new ApiProblem(response.status, problemOf(await response.text()), `${method} ${path}`);
  }
}

/** An answer that is no JSON, from a proxy for one, is a problem without words. */
function problemOf(text: string): ApiProblem['problem'] {
  try {
    return JSON.parse(text) as ApiProblem['problem'];
  } catch {
    return {};
  }
}

/** RFC 6238 code of the current 30-second step, six digits, SHA-1, from a base32 secret. */
export function totp(secret: string, at = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', base32(secret)).update(counter).digest();
  const offset = (digest[19] as number) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function base32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, '').toUpperCase()].map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => parseInt(byte, 2)));
}

/** Asks again until the answer is there; fails with what it last saw. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined | null | false>, seconds = 180): Promise<T> {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > until) throw new Error(`Waited ${seconds} s in vain for: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}
