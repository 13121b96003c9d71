import { Injectable, Logger } from '@nestjs/common';
import type { Calendar } from '@huanbao/calendar';
import { Clock, Db, Outbox } from '@huanbao/platform';
import { In } from 'typeorm';
import { CaseRecord, ClockEntry } from '../case.entity';
import { caseDueSoon, caseOverdue } from '../casework.events';
import { CaseMessages } from '../engine/case-messages';
import { CaseMover } from '../engine/case-mover';
import { CalendarService } from '../reference/calendar.service';
import { Supervisions } from '../supervision/supervision.service';
import { activeRun, ClockKeeper } from './clock-keeper';
import { warningDue } from './ledger';
import type { ClockReading } from './reading';

const BATCH = 500;
/** Days left at which the supervisor has to say something. */
const ESCALATED_AT = 3;

export interface SweepReport {
  readonly looked: number;
  /** Cases whose due date moved. */
  readonly moved: number;
  readonly silent: number;
  readonly warned: number;
}

type Progress = (done: number, moved: number) => Promise<void>;

interface Found {
  readonly c: CaseRecord;
  readonly reading: ClockReading | undefined;
}

/**
 * Goes through all cases with a clock: brings due dates and days left up to date, lets silence have its effect, and
 * warns once at 5, 3 and 1 days left and once overdue. Running it twice does nothing the second time.
 */
@Injectable()
export class Sweeper {
  private readonly log = new Logger('clocks');

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly calendars: CalendarService,
    private readonly clocks: ClockKeeper,
    private readonly mover: CaseMover,
    private readonly messages: CaseMessages,
    private readonly supervisions: Supervisions,
  ) {}

  /** @throws Error after the last case when some could not be done, so that the job is tried again. */
  async sweep(progress?: Progress): Promise<SweepReport> {
    const calendar = await this.calendars.calendar();
    let [looked, moved, silent, warned] = [0, 0, 0, 0];
    const failed: string[] = [];
    for (let batch = await this.batch(null, calendar); batch.length > 0; batch = await this.batch(batch.at(-1)?.c.id ?? null, calendar)) {
      moved += await this.writeReadings(batch);
      for (const { c, reading } of batch) {
        if (!reading || !this.needsAttention(c, reading)) continue;
        const done = await this.attend(c.id).catch((error: Error) => this.note(failed, c.id, error));
        silent += done.silent;
        warned += done.warned;
      }
      looked += batch.length;
      await progress?.(looked, moved);
    }
    if (failed.length > 0) throw new Error(`${failed.length} clocks could not be brought up to date: ${failed.slice(0, 5).join(', ')}`);
    return { looked, moved, silent, warned };
  }

  countOpen(): Promise<number> {
    return this.db.repo(CaseRecord).createQueryBuilder('c').where('c.clock IS NOT NULL').getCount();
  }

  private async batch(afterId: string | null, calendar: Calendar): Promise<Found[]> {
    const query = this.db.repo(CaseRecord).createQueryBuilder('c').where('c.clock IS NOT NULL').orderBy('c.id').limit(BATCH);
    if (afterId !== null) query.andWhere('c.id > :afterId', { afterId });
    const cases = await query.getMany();
    const entries = await this.db.repo(ClockEntry).find({ where: { caseId: In(cases.map(c => c.id)) }, order: { caseId: 'ASC', seq: 'ASC' } });
    const byCase = new Map<string, ClockEntry[]>();
    for (const entry of entries) byCase.set(entry.caseId, [...(byCase.get(entry.caseId) ?? []), entry]);
    const today = this.clock.today();
    return cases.map(c => ({ c, reading: activeRun(byCase.get(c.id) ?? [], calendar, today) }));
  }

  /** One statement for the batch. The version keeps it off cases that somebody moved meanwhile: those are up to date. */
  private async writeReadings(batch: readonly Found[]): Promise<number> {
    const stale = batch.filter(({ c, reading }) => reading && isOutdated(c, reading, this.clock.today()));
    if (stale.length === 0) return 0;
    await this.db.query(
      `UPDATE case_record c SET due_on = v.due_on, remaining_days = v.remaining, due_provisional = v.provisional, clock_paused = v.paused, clock_as_of = $6
         FROM unnest($1::uuid[], $2::int[], $3::date[], $4::int[], $5::boolean[], $7::boolean[]) AS v(id, version, due_on, remaining, provisional, paused)
        WHERE c.id = v.id AND c.version = v.version AND c.clock IS NOT NULL`,
      [
        stale.map(({ c }) => c.id),
        stale.map(({ c }) => c.version),
        stale.map(({ reading }) => reading?.dueOn ?? null),
        stale.map(({ reading }) => reading?.remaining ?? null),
        stale.map(({ reading }) => reading?.provisional ?? false),
        this.clock.today(),
        stale.map(({ reading }) => reading?.state === 'paused'),
      ],
    );
    return stale.filter(({ c, reading }) => c.dueOn !== reading?.dueOn).length;
  }

  private needsAttention(c: CaseRecord, reading: ClockReading): boolean {
    if (reading.state === 'paused') return pausedTooLong(reading, this.clock.today());
    if (reading.state !== 'running') return false;
    return reading.lapsed || warningDue({ remaining: reading.remaining ?? 0, days: reading.days, warnedAt: c.warnedAt }) !== undefined;
  }

  /** One case under its lock: silence first, then the warning that is still due. */
  private attend(caseId: string): Promise<{ silent: number; warned: number }> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      const silent = await this.mover.settleSilence(c);
      const reading = await this.clocks.refresh(c);
      const warned = reading ? await this.warn(c, reading) : 0;
      await this.mover.store(c);
      return { silent, warned };
    });
  }

  private async warn(c: CaseRecord, reading: ClockReading): Promise<number> {
    if (reading.state === 'paused') return pausedTooLong(reading, this.clock.today()) && (await this.supervisions.raise(c, reading, 'pause-over')) ? 1 : 0;
    const remaining = reading.remaining ?? 0;
    const warning = warningDue({ remaining, days: reading.days, warnedAt: c.warnedAt });
    if (!warning) return 0;
    c.warnedAt = warning.level;
    if (warning.overdue) {
      await this.supervisions.raise(c, reading, 'overdue');
      await this.messages.overdue(c, reading);
      await this.outbox.publish(caseOverdue, { caseId: c.id, clock: reading.clock });
    } else {
      if (warning.level <= ESCALATED_AT) await this.supervisions.raise(c, reading, 'due-soon');
      await this.messages.dueSoon(c, reading);
      await this.outbox.publish(caseDueSoon, { caseId: c.id, clock: reading.clock, remaining });
    }
    return 1;
  }

  private note(failed: string[], caseId: string, error: Error): { silent: number; warned: number } {
    this.log.error({ msg: 'clock not swept', caseId, error: error.message });
    failed.push(caseId);
    return { silent: 0, warned: 0 };
  }
}

/** The day the applicant was told is over, and nobody let the clock go on. */
function pausedTooLong(reading: ClockReading, today: string): boolean {
  return reading.expectedOn !== null && today > reading.expectedOn;
}

function isOutdated(c: CaseRecord, reading: ClockReading, today: string): boolean {
  return c.clockAsOf !== today || c.dueOn !== reading.dueOn || c.remainingDays !== reading.remaining || c.dueProvisional !== reading.provisional;
}
