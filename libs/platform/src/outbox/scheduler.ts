import { Injectable, Logger } from '@nestjs/common';
import { Clock, shanghaiDate, shanghaiInstant } from '../clock/clock';
import { Db } from '../database/db';
import { allSchedules, Schedule } from './definitions';
import { Outbox } from './outbox';

const TICK_MS = 5000;
const DAY_MS = 86_400_000;

/** Enqueues recurring jobs. The next time stands in a locked row, so two workers never both enqueue one turn. */
@Injectable()
export class Scheduler {
  private readonly log = new Logger('schedule');
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.tick(), TICK_MS);
    void this.tick();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async tick(): Promise<void> {
    for (const schedule of allSchedules()) await this.runDue(schedule).catch((error: Error) => this.log.warn(`schedule ${schedule.job.name}: ${error.message}`));
  }

  /** One turn, whatever was missed: a worker that was down for a week does not send seven reminders. */
  async runDue(schedule: Schedule): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async () => {
      await this.db.query(`INSERT INTO schedule (name, next_at) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
        schedule.job.name,
        nextRun(schedule.every, now),
      ]);
      const due = await this.db.query(`SELECT 1 FROM schedule WHERE name = $1 AND next_at <= $2 FOR UPDATE SKIP LOCKED`, [schedule.job.name, now]);
      if (due.length === 0) return;
      await this.outbox.enqueue(schedule.job, {}, { key: 'schedule' });
      await this.db.query(`UPDATE schedule SET next_at = $2, last_at = $3 WHERE name = $1`, [schedule.job.name, nextRun(schedule.every, now), now]);
    });
  }
}

/** The first turn after `now`. */
export function nextRun(every: Schedule['every'], now: Date): Date {
  if ('minutes' in every) return new Date(now.getTime() + every.minutes * 60_000);
  const today = shanghaiInstant(shanghaiDate(now)).getTime();
  const [hours = 0, minutes = 0] = every.dailyAt.split(':').map(Number);
  const turn = today + (hours * 60 + minutes) * 60_000;
  return new Date(turn > now.getTime() ? turn : turn + DAY_MS);
}
