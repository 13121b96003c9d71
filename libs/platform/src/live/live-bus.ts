import { Inject, Injectable, Logger, OnModuleDestroy } from '@nestjs/common';
import { filter, map, Observable, Subject } from 'rxjs';
import { ENV } from '../config/tokens';
import type { Env } from '../config/env';
import { Db } from '../database/db';
import { PgListener } from '../database/pg-listener';

export interface LiveMessage {
  readonly channel: string;
  readonly message: Record<string, unknown>;
}

/** Subscribers of this channel are told that messages may have been missed: the connection was lost and is back. */
export const LIVE_RESYNC = 'resync';

const CHANNEL = 'huanbao_live';
const LIMIT_BYTES = 7000;

/**
 * Tells every process of the house that something changed, through PostgreSQL: inside a transaction the message leaves
 * at the commit, or never. It is a hint to look again, not a delivery: who was away reloads.
 */
@Injectable()
export class LiveBus implements OnModuleDestroy {
  private readonly log = new Logger('live');
  private readonly messages = new Subject<LiveMessage>();
  private readonly listener: PgListener;

  constructor(
    private readonly db: Db,
    @Inject(ENV) env: Env,
  ) {
    this.listener = new PgListener({
      databaseUrl: env.DATABASE_URL,
      channel: CHANNEL,
      applicationName: 'huanbao-live',
      onMessage: payload => this.receive(payload),
      onReconnect: () => this.messages.next({ channel: LIVE_RESYNC, message: {} }),
    });
  }

  /** Anybody with an account on the database may notify: what is not ours must not end the process. */
  private receive(payload: string): void {
    try {
      this.messages.next(JSON.parse(payload) as LiveMessage);
    } catch (error) {
      this.log.warn(`message on ${CHANNEL} not read: ${(error as Error).message}`);
    }
  }

  /** Ids only: the receiver loads with its own rights. @throws Error beyond 7 kB. */
  async publish(channel: string, message: Record<string, unknown>): Promise<void> {
    const payload = JSON.stringify({ channel, message });
    if (Buffer.byteLength(payload) > LIMIT_BYTES) throw new Error(`Live message on ${channel} is too long`);
    await this.db.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]);
  }

  /** Messages of a channel from now on; the one connection of the process is opened by its first subscriber. */
  subscribe(channel: string): Observable<Record<string, unknown>> {
    void this.listener.start();
    return this.messages.pipe(
      filter(m => m?.channel === channel),
      map(m => m.message),
    );
  }

  async onModuleDestroy(): Promise<void> {
    this.messages.complete();
    await this.listener.stop();
  }
}
