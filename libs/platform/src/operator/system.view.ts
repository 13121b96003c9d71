import { NamedView } from './audit-log.view';

/** The database, as it is now. */
export class DatabaseStateView {
  version!: string;
  sizeBytes!: string;
  connections!: number;
  maxConnections!: number;
  /** Newest migration that has run. */
  migration!: string | null;
}

/** Work of one queue. */
export class QueueStateView {
  queue!: string;
  /** Due and not begun. */
  waiting!: number;
  /** A worker holds it now. */
  running!: number;
  /** Its time has not come, or it waits after a failure. */
  later!: number;
  buried!: number;
  doneLastDay!: number;
}

/** A recurring job. */
export class ScheduleStateView {
  name!: string;
  /** What it does, in words; null: nobody named it. */
  title!: NamedView | null;
  nextAt!: Date;
  /** null: not yet. */
  lastAt!: Date | null;
}

export class SystemView {
  /** `ok`, or `degraded` when work waits but nothing is lost. */
  status!: 'ok' | 'degraded';
  outboxAgeSeconds!: number;
  /** Workers connected to the database now. */
  workers!: number;
  database!: DatabaseStateView;
  queues!: QueueStateView[];
  schedules!: ScheduleStateView[];
  auditEntries!: string;
  /** Hash of the last row of the audit chain: to be written down outside the platform. */
  auditHead!: string;
  at!: Date;
}
