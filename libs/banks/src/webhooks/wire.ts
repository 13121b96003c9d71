import { lookup } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { Agent, request, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, Env } from '@huanbao/platform';
import { Destinations, hostOf } from './addresses';

const WAIT_MS = 10_000;

export type WireProblem = 'unresolved' | 'address' | 'redirect' | 'status' | 'timeout' | 'tls' | 'connection';

export interface Sent {
  readonly status: number | null;
  readonly problem: WireProblem | null;
  readonly millis: number;
}

/** Names of hosts, as the net knows them at this moment. */
@Injectable()
export class HostNames {
  /** @throws Error when the name is unknown */
  async addressesOf(host: string): Promise<string[]> {
    if (isIP(host)) return [host];
    return (await lookup(host, { all: true, verbatim: true })).map(one => one.address);
  }
}

/**
 * Sends one alert. The name is resolved here and now, every address of it must be allowed, and the connection goes to the one that was looked
 * at: a name that answers otherwise a moment later leads nowhere. Redirects are not followed, answers are not read.
 */
@Injectable()
export class WebhookWire {
  private readonly destinations: Destinations;
  private readonly ca: string[] | undefined;

  constructor(
    private readonly names: HostNames,
    @Inject(ENV) env: Env,
  ) {
    this.destinations = new Destinations(env.HB_WEBHOOK_PRIVATE_NETWORKS);
    this.ca = env.HB_WEBHOOK_CA_FILE ? [...rootCertificates, readFileSync(env.HB_WEBHOOK_CA_FILE, 'utf8')] : undefined;
  }

  /** The address to connect to, or why there is none. */
  async addressFor(host: string): Promise<{ readonly address: string } | { readonly problem: 'unresolved' | 'address' }> {
    const found = await this.names.addressesOf(host).catch(() => [] as string[]);
    const [first] = found;
    if (first === undefined) return { problem: 'unresolved' };
    return found.every(one => this.destinations.allows(one)) ? { address: first } : { problem: 'address' };
  }

  async send(target: string, headers: Readonly<Record<string, string>>, body: string): Promise<Sent> {
    const started = performance.now();
    const url = new URL(target);
    const to = await this.addressFor(hostOf(url));
    const ended = (status: number | null, problem: WireProblem | null): Sent => ({ status, problem, millis: Math.round(performance.now() - started) });
    if ('problem' in to) return ended(null, to.problem);
    try {
      const status = await this.post(url, to.address, { headers, body });
      if (status >= 300 && status < 400) return ended(status, 'redirect');
      return ended(status, status >= 200 && status < 300 ? null : 'status');
    } catch (error) {
      return ended(null, problemOf(error as Error & { code?: string }));
    }
  }

  private post(url: URL, address: string, { headers, body }: { headers: Readonly<Record<string, string>>; body: string }): Promise<number> {
    const agent = new Agent({ keepAlive: false, maxCachedSessions: 0 });
    const options: RequestOptions = {
      method: 'POST', agent, ca: this.ca, signal: AbortSignal.timeout(WAIT_MS), lookup: pinned(address),
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body), connection: 'close' },
    };
    return new Promise((done, failed) => {
      const call = request(url, options, answer => {
        done(answer.statusCode ?? 0);
        answer.destroy();
      });
      call.on('error', failed);
      call.end(body);
    });
  }
}

/** Resolves every name to the address that was looked at. */
function pinned(address: string): NonNullable<RequestOptions['lookup']> {
  const family = isIP(address);
  return ((_host: string, options: { all?: boolean }, done: (error: null, found: unknown, family?: number) => void) => (options.all ? done(null, [{ address, family }]) : done(null, address, family))) as NonNullable<RequestOptions['lookup']>;
}

function problemOf({ name, code = '' }: Error & { code?: string }): WireProblem {
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT' || code === 'ABORT_ERR') return 'timeout';
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO|EPROTO/.test(code) ? 'tls' : 'connection';
}
