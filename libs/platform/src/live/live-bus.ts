import { Inject, Injectable, Logger, OnModuleDestroy } from '@nestjs/common';
import { Client } from 'pg';
import { filter, map, Observable, Subject } from 'rxjs';
import { ENV } from '../config/tokens';
import type { Env } from '../config/env';
import { Db } from '../database/db';

export interface LiveMessage {
  readonly channel: string;
  readonly message: Record<string, unknown>;
}

const CHANNEL = 'huanbao_live';
const LIMIT_BYTES = 7000;
const RECONNECT_MS = 1000;

/**
 * Tells every process of the house that something changed, through PostgreSQL: inside a transaction the message leaves
 * at the commit, or never. It is a hint to look again, not a delivery: who was away reloads.
 */
@Injectable()
export class LiveBus implements OnModuleDestroy {
  private readonly log = new Logger('live');
  private readonly messages = new Subject<LiveMessage>();
  private client?: Client;
  private closed = false;

  constructor(
    private readonly db: Db,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Ids only: the receiver loads with its own rights. @throws Error beyond 7 kB. */
  async publish(channel: string, message: Record<string, unknown>): Promise<void> {
    const payload = JSON.stringify({ channel, message });
    if (Buffer.byteLength(payload) > LIMIT_BYTES) throw new Error(`Live message on ${channel} is too long`);
    await this.db.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]);
  }

  /** Messages of a channel from now on; the connection is opened by the first subscriber. */
  subscribe(channel: string): Observable<Record<string, unknown>> {
    if (!this.client && !this.closed) void this.connect();
    return this.messages.pipe(
      filter(m => m.channel === channel),
      map(m => m.message),
    );
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    this.messages.complete();
    await this.client?.end().catch((error: Error) => this.log.debug(error.message));
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: this.env.DATABASE_URL, application_name: 'huanbao-live' });
    this.client = client;
    client.on('notification', ({ payload }) => this.messages.next(JSON.parse(payload ?? '{}') as LiveMessage));
    client.on('error', error => this.reconnect(error));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      this.reconnect(error as Error);
    }
  }

  private reconnect(error: Error): void {
    if (this.closed) return;
    this.log.warn(`live connection lost: ${error.message}`);
    this.client?.removeAllListeners('notification');
    setTimeout(() => void this.connect(), RECONNECT_MS).unref();
  }
}
