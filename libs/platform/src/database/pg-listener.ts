import { Logger } from '@nestjs/common';
import { Client } from 'pg';

const RECONNECT_MS = 1000;

interface ListenerOptions {
  readonly databaseUrl: string;
  readonly channel: string;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
  readonly onMessage: (payload: string) => void;
  /** After a connection was lost and found again: what was announced in between has been missed. */
  readonly onReconnect?: () => void;
}

/**
 * One connection that listens on one channel of PostgreSQL and comes back by itself after a restart of the database.
 * Exactly one: a lost connection reports itself more than once (an error of the server, then the end of the stream).
 */
export class PgListener {
  private readonly log = new Logger('listen');
  private client?: Client;
  private timer?: NodeJS.Timeout;
  private closed = false;
  private wasLost = false;

  constructor(private readonly options: ListenerOptions) {}

  /** Resolves after the first attempt, whether or not the database was there; further attempts follow by themselves. */
  async start(): Promise<void> {
    if (this.client || this.closed) return;
    const client = new Client({ connectionString: this.options.databaseUrl, application_name: this.options.applicationName, keepAlive: true });
    this.client = client;
    client.on('notification', ({ payload }) => this.options.onMessage(payload ?? ''));
    client.on('error', error => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('connection ended')));
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(this.options.channel)}`);
    } catch (error) {
      return this.lost(client, error as Error);
    }
    if (this.wasLost && !this.closed) this.options.onReconnect?.();
    this.wasLost = false;
  }

  async stop(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch((error: Error) => this.log.debug(error.message));
  }

  private lost(client: Client, error: Error): void {
    if (this.closed || this.client !== client) return;
    this.client = undefined;
    this.wasLost = true;
    this.log.warn(`${this.options.channel}: connection lost: ${error.message}`);
    client.removeAllListeners('notification');
    client.end().catch((late: Error) => this.log.debug(late.message));
    this.timer = setTimeout(() => void this.start(), RECONNECT_MS);
    this.timer.unref();
  }
}
