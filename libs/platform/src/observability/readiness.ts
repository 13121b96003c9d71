import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Db } from '../database/db';
import { AppError } from '../http/app-error';
import { Metrics } from './metrics';

/** Beside the libraries, in the sources as in the build. */
const MIGRATIONS = join(__dirname, '../../../../migrations');
const DEGRADED_AFTER_SECONDS = 120;

export interface Readiness {
  readonly status: 'ok' | 'degraded';
  readonly outboxAgeSeconds: number;
}

/** Whether this process can do its work now. */
@Injectable()
export class ReadinessProbe {
  private readonly newest = newestMigration();

  constructor(
    private readonly db: Db,
    private readonly metrics: Metrics,
  ) {}

  /**
   * The database answers and has at least the migrations this build knows; a newer database is the middle of an upgrade.
   * Queue or worker down only delays work, so that degrades and does not fail. @throws AppError 503 when not ready
   */
  async check(): Promise<Readiness> {
    const [row] = await this.db.query<{ applied: string | null }>('SELECT max(timestamp) AS applied FROM migrations').catch(asNotMigrated);
    if (Number(row?.applied ?? 0) < this.newest) throw notMigrated();
    const { ageSeconds } = await this.metrics.outbox();
    return { status: ageSeconds > DEGRADED_AFTER_SECONDS ? 'degraded' : 'ok', outboxAgeSeconds: ageSeconds };
  }
}

/** Its timestamp, from the file names `1764000000000-room.ts`. */
function newestMigration(): number {
  return Math.max(0, ...readdirSync(MIGRATIONS).map(name => Number(/^(\d{13})-/.exec(name)?.[1] ?? 0)));
}

function asNotMigrated(error: { driverError?: { code?: string } }): never {
  // 42P01: there is not even the table of migrations
  throw error.driverError?.code === '42P01' ? notMigrated() : error;
}

const notMigrated = (): AppError => new AppError('unavailable', 'not-migrated', { zh: '数据库尚未完成升级，请先运行 prepare', en: 'The database is not migrated. Run prepare first.' });
