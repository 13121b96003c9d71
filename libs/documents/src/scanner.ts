import { Inject, Injectable } from '@nestjs/common';
import NodeClam from 'clamscan';
import type { Readable } from 'node:stream';
import { ENV, Env } from '@huanbao/platform';

const TIMEOUT_MS = 60_000;

/** clamd over TCP, when one is configured. */
@Injectable()
export class Scanner {
  constructor(@Inject(ENV) private readonly env: Env) {}

  get isConfigured(): boolean {
    return this.env.CLAMAV_URL !== undefined;
  }

  /** @throws Error when clamd cannot be reached: the job is tried again, the file stays blocked for others meanwhile */
  async scan(stream: Readable): Promise<{ infected: boolean; finding: string | null }> {
    const { hostname, port } = new URL(this.env.CLAMAV_URL as string);
    const clam = await new NodeClam().init({ clamdscan: { host: hostname, port: Number(port), timeout: TIMEOUT_MS, localFallback: false, active: true }, preference: 'clamdscan' });
    const { isInfected, viruses } = await clam.scanStream(stream);
    return { infected: isInfected === true, finding: viruses?.[0] ?? null };
  }
}
