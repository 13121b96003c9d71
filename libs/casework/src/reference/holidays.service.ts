import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, newId, Outbox } from '@huanbao/platform';
import { holidayYearProblem } from '../casework.errors';
import { holidaysPublished } from '../casework.events';
import { recomputeClocks } from '../casework.job-definitions';
import { Sweeper } from '../clock/sweeper';
import { ClockRecomputation, HolidayYear, HolidayYearVersion } from '../reference.entity';
import type { HolidayYearView } from '../views/holiday-year.view';
import { YearInput, yearProblems, yearsShown } from './holidays.rules';

/** Published holiday years. Importing one recomputes every running clock by a job that shows its progress. */
@Injectable()
export class Holidays {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly sweeper: Sweeper,
  ) {}

  /** Newest first: every year entered, and those that somebody needs (this one, the next, those in which clocks end) though they are not. */
  async years(): Promise<HolidayYearView[]> {
    const entered = await this.db.repo(HolidayYear).find();
    const ends = await this.db.query<{ year: number; running: number; provisional: number }>(
      `SELECT extract(year FROM due_on)::int AS year, count(*)::int AS running, count(*) FILTER (WHERE due_provisional)::int AS provisional
         FROM case_record WHERE closed_at IS NULL AND due_on IS NOT NULL GROUP BY 1`,
    );
    return yearsShown(entered, ends, Number(this.clock.today().slice(0, 4)));
  }

  /** Every version of a year, newest first. */
  history(year: number): Promise<HolidayYearVersion[]> {
    return this.db.repo(HolidayYearVersion).find({ where: { year }, order: { id: 'DESC' }, take: 100 });
  }

  /** Replaces a year as a whole: the notice is one paper. @throws 400 `holiday.year` naming each wrong day */
  import(actor: Actor, year: number, input: YearInput): Promise<ClockRecomputation> {
    const problems = yearProblems(year, input);
    if (problems.length > 0) throw holidayYearProblem(problems);
    return this.db.transaction(async () => {
      const now = this.clock.now();
      const row: HolidayYear = { year, holidays: [...input.holidays].sort(), makeupDays: [...input.makeupDays].sort(), source: input.source, importedAt: now, importedBy: actor.userId };
      await this.db.repo(HolidayYear).upsert(row, ['year']);
      const { importedBy: _, ...entered } = row;
      await this.db.repo(HolidayYearVersion).insert({ ...entered, id: newId(), importedByName: actor.name });
      await this.audit.record({ actor, action: 'holiday.import', subject: { type: 'holiday-year', id: String(year) }, details: { ...input } });
      const run: ClockRecomputation = { id: newId(), reason: `holiday-year ${year}`, requestedAt: now, total: null, done: 0, changed: 0, finishedAt: null };
      await this.db.repo(ClockRecomputation).insert(run);
      await this.outbox.enqueue(recomputeClocks, { recomputationId: run.id });
      await this.outbox.publish(holidaysPublished, { year });
      return run;
    });
  }

  /** Newest first; empty when nothing was ever recomputed. */
  recomputations(): Promise<ClockRecomputation[]> {
    return this.db.repo(ClockRecomputation).find({ order: { requestedAt: 'DESC', id: 'DESC' }, take: 10 });
  }

  /** The job: goes through all clocks and keeps count. */
  async recompute(recomputationId: string): Promise<void> {
    const runs = this.db.repo(ClockRecomputation);
    await runs.update({ id: recomputationId }, { total: await this.sweeper.countOpen() });
    const report = await this.sweeper.sweep(async (done, changed) => {
      await this.db.repo(ClockRecomputation).update({ id: recomputationId }, { done, changed });
    });
    await runs.update({ id: recomputationId }, { total: report.looked, done: report.looked, changed: report.moved, finishedAt: this.clock.now() });
  }
}
