import { Injectable } from '@nestjs/common';
import { dayOfWeek } from '@huanbao/calendar';
import { Actor, Audit, Clock, Db, newId, notFound, Outbox } from '@huanbao/platform';
import { holidayYearProblem } from '../casework.errors';
import { recomputeClocks } from '../casework.job-definitions';
import { Sweeper } from '../clock/sweeper';
import { ClockRecomputation, HolidayYear } from '../reference.entity';

interface YearInput {
  readonly holidays: readonly string[];
  readonly makeupDays: readonly string[];
  readonly source: string;
}

interface Problem {
  readonly pointer: string;
  readonly zh: string;
  readonly en: string;
}

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

  years(): Promise<HolidayYear[]> {
    return this.db.repo(HolidayYear).find({ order: { year: 'DESC' } });
  }

  /** Replaces a year as a whole: the notice is one paper. @throws 400 `holiday.year` naming each wrong day */
  import(actor: Actor, year: number, input: YearInput): Promise<ClockRecomputation> {
    const problems = yearProblems(year, input);
    if (problems.length > 0) throw holidayYearProblem(problems);
    return this.db.transaction(async () => {
      const now = this.clock.now();
      const row: HolidayYear = { year, holidays: [...input.holidays].sort(), makeupDays: [...input.makeupDays].sort(), source: input.source, importedAt: now, importedBy: actor.userId };
      await this.db.repo(HolidayYear).upsert(row, ['year']);
      await this.audit.record({ actor, action: 'holiday.import', subject: { type: 'holiday-year', id: String(year) }, details: { ...input } });
      const run: ClockRecomputation = { id: newId(), reason: `holiday-year ${year}`, requestedAt: now, total: null, done: 0, changed: 0, finishedAt: null };
      await this.db.repo(ClockRecomputation).insert(run);
      await this.outbox.enqueue(recomputeClocks, { recomputationId: run.id });
      return run;
    });
  }

  /** @throws 404 when nothing was ever recomputed */
  async latestRecomputation(): Promise<ClockRecomputation> {
    const [run] = await this.db.repo(ClockRecomputation).find({ order: { requestedAt: 'DESC', id: 'DESC' }, take: 1 });
    if (!run) throw notFound();
    return run;
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

/** Every day lies in the year, none is both off and worked, none comes twice, and a worked day is a weekend day. Pure. */
export function yearProblems(year: number, input: YearInput): Problem[] {
  const all = [...input.holidays.map((date, i) => ({ date, pointer: `/holidays/${i}` })), ...input.makeupDays.map((date, i) => ({ date, pointer: `/makeupDays/${i}` }))];
  const problems: Problem[] = [];
  if (input.holidays.length === 0) problems.push({ pointer: '/holidays', zh: '请填写全年的放假日期', en: 'Give the days off of the whole year.' });
  all.forEach(({ date, pointer }, index) => {
    if (!date.startsWith(`${year}-`)) problems.push({ pointer, zh: `${date} 不在 ${year} 年内`, en: `${date} does not lie in ${year}.` });
    if (all.findIndex(other => other.date === date) !== index) problems.push({ pointer, zh: `${date} 重复出现`, en: `${date} is given twice.` });
    if (pointer.startsWith('/makeup') && ![0, 6].includes(dayOfWeek(date))) problems.push({ pointer, zh: `${date} 不是周末，不会是调休上班日`, en: `${date} is no weekend day, so it cannot be worked instead.` });
  });
  return problems;
}
