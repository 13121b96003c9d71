import { Injectable } from '@nestjs/common';
import { ActNames } from '../audit/act-names';
import { AUDIT_GENESIS } from '../audit/audit';
import { Clock } from '../clock/clock';
import { Db } from '../database/db';
import { ReadinessProbe } from '../observability/readiness';
import { QUEUES } from '../outbox/definitions';
import { DatabaseStateView, QueueStateView, ScheduleStateView, SystemView } from './system.view';

/** How the machinery does, in the figures an operator acts on. */
@Injectable()
export class SystemState {
  constructor(
    private readonly db: Db,
    private readonly probe: ReadinessProbe,
    private readonly clock: Clock,
    private readonly names: ActNames,
  ) {}

  async show(): Promise<SystemView> {
    const [ready, [connected], [head]] = [await this.probe.check(), await this.workers(), await this.auditHead()];
    return {
      ...ready,
      workers: connected?.workers ?? 0,
      database: await this.database(),
      queues: await this.queues(),
      schedules: await this.schedules(),
      auditEntries: head?.seq ?? '0',
      auditHead: head?.hash ?? AUDIT_GENESIS,
      at: this.clock.now(),
    };
  }

  /** Each worker keeps one connection that listens for the outbox. */
  private workers(): Promise<{ workers: number }[]> {
    return this.db.query(`SELECT count(*)::int AS workers FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'huanbao-relay'`);
  }

  private auditHead(): Promise<{ seq: string; hash: string }[]> {
    return this.db.query('SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1');
  }

  private async database(): Promise<DatabaseStateView> {
    const [row] = await this.db.query<DatabaseStateView>(
      `SELECT split_part(current_setting('server_version'), ' ', 1) AS version, pg_database_size(current_database())::text AS "sizeBytes",
              (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
              current_setting('max_connections')::int AS "maxConnections", (SELECT name FROM migrations ORDER BY timestamp DESC LIMIT 1) AS migration`,
    );
    return row as DatabaseStateView;
  }

  private async schedules(): Promise<ScheduleStateView[]> {
    const rows = await this.db.query<Omit<ScheduleStateView, 'title'>>('SELECT name, next_at AS "nextAt", last_at AS "lastAt" FROM schedule ORDER BY next_at, name');
    return rows.map(row => ({ ...row, title: this.names.ofJob(row.name) }));
  }

  private async queues(): Promise<QueueStateView[]> {
    const rows = await this.db.query<QueueStateView>(
      `SELECT queue,
              count(*) FILTER (WHERE open AND NOT held AND due)::int AS waiting,
              count(*) FILTER (WHERE open AND held)::int AS running,
              count(*) FILTER (WHERE open AND NOT held AND NOT due)::int AS later,
              count(*) FILTER (WHERE dead_at IS NOT NULL)::int AS buried,
              count(*) FILTER (WHERE done_at > now() - interval '1 day')::int AS "doneLastDay"
         FROM (SELECT queue, dead_at, done_at, done_at IS NULL AND dead_at IS NULL AS open, coalesce(locked_until > now(), false) AS held, coalesce(not_before <= now(), true) AS due FROM outbox) AS each
        GROUP BY queue`,
    );
    return QUEUES.map(queue => rows.find(row => row.queue === queue) ?? { queue, waiting: 0, running: 0, later: 0, buried: 0, doneLastDay: 0 });
  }
}
