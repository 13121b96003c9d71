import { Injectable } from '@nestjs/common';
import type { Calendar } from '@huanbao/calendar';
import { Actor, Clock, Db, newId } from '@huanbao/platform';
import { CaseRecord, ClockEntry } from '../case.entity';
import { ledgerFault } from '../casework.errors';
import type { ClockStep, Machine } from '../machine/machine';
import { CalendarService } from '../reference/calendar.service';
import { ClockLengths } from './clock-lengths';
import { appendFault, LedgerRow, PeriodLength } from './ledger';
import { ClockReading, readClock } from './reading';

export interface ClockContext {
  readonly actor: Actor;
  /** Civil day the entries take effect. */
  readonly date: string;
  /** The article of the step that causes the entry. */
  readonly article: string;
  readonly noticeNumber?: string;
  readonly reason?: string;
  /** When a pause is expected to end. */
  readonly expectedOn?: string;
  readonly variants?: Readonly<Record<string, string>>;
  readonly periods?: Readonly<Record<string, PeriodLength>>;
  readonly extendDays?: number;
  /** Civil day from which a clock that starts counts, by clock. */
  readonly since?: Readonly<Record<string, string>>;
}

type NewEntry = LedgerRow & { readonly clock: string; readonly run: number; readonly article: string };

/**
 * Keeps the ledger of a case's statutory clock and the due date derived from it. One clock runs at a time; the ledger
 * is the truth, the columns of the case are a copy for the queue. Works on a case locked by the caller.
 */
@Injectable()
export class ClockKeeper {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly calendars: CalendarService,
    private readonly lengths: ClockLengths,
  ) {}

  entriesOf(caseId: string): Promise<ClockEntry[]> {
    return this.db.repo(ClockEntry).find({ where: { caseId }, order: { seq: 'ASC' } });
  }

  /** Number of the newest entry; 0 before the first. */
  async lastSeq(caseId: string): Promise<number> {
    return (await this.entriesOf(caseId)).at(-1)?.seq ?? 0;
  }

  /** Does the clock steps of an action in order and brings the case's due date up to date. */
  async apply(c: CaseRecord, machine: Machine, steps: readonly ClockStep[], context: ClockContext): Promise<void> {
    for (const step of steps) await this.applyStep(c, machine, step, context);
    await this.refresh(c);
  }

  /** Stops whatever runs: a closed case has no clock. */
  async stopAll(c: CaseRecord, context: ClockContext): Promise<void> {
    if (c.clock !== null) await this.append(c, { kind: 'stop', clock: c.clock, article: context.article }, context);
    await this.refresh(c);
  }

  /** Recomputes due date and remaining days from the ledger. Returns the reading of the active clock, if any. */
  async refresh(c: CaseRecord): Promise<ClockReading | undefined> {
    const reading = await this.readActive(c);
    c.clock = reading?.clock ?? null;
    c.clockPaused = reading?.state === 'paused';
    c.dueOn = reading?.dueOn ?? null;
    c.remainingDays = reading?.remaining ?? null;
    c.dueProvisional = reading?.provisional ?? false;
    c.clockAsOf = reading ? this.clock.today() : null;
    return reading;
  }

  /** The clock that runs or is paused; undefined when none is. */
  async readActive(c: Pick<CaseRecord, 'id'>): Promise<ClockReading | undefined> {
    return (await this.readAll(c.id)).find(reading => reading.state !== 'stopped');
  }

  /** Every run of every clock of the case, in the order of their starts. */
  async readAll(caseId: string): Promise<ClockReading[]> {
    const entries = await this.entriesOf(caseId);
    const calendar = await this.calendars.calendar();
    return runsOf(entries).map(run => readClock(run, calendar, this.clock.today()));
  }

  private async applyStep(c: CaseRecord, machine: Machine, step: ClockStep, context: ClockContext): Promise<void> {
    const entries = await this.entriesOf(c.id);
    const active = c.clock === step.clock;
    // A step written for several states stops or resumes only what is there.
    if (!active && step.do !== 'start') return;
    // an officer may have resumed it by hand meanwhile
    if (step.do === 'resume' && !c.clockPaused) return;
    if (step.do === 'start') return this.start(c, machine, step, { entries, context });
    const changed = step.do === 'extend' || step.do === 'shorten' ? await this.extension(c, machine, step.clock, { entries, context }) : undefined;
    const days = changed !== undefined && step.do === 'shorten' ? -changed : changed;
    await this.append(c, { kind: step.do, clock: step.clock, article: context.article, days }, context);
    if (step.do === 'extend' || step.do === 'shorten') c.warnedAt = null;
    if (step.do === 'stop') c.clock = null;
  }

  private async start(c: CaseRecord, machine: Machine, step: ClockStep, given: { entries: ClockEntry[]; context: ClockContext }): Promise<void> {
    const { entries, context } = given;
    if (c.clock !== null) throw ledgerFault(`“${c.clock}”还在计时，须先停止`);
    const period = context.periods?.[step.clock] ?? (await this.lengths.of(c, machine, step.clock, context.variants?.[step.clock]));
    const since = step.since === undefined ? undefined : entries.findLast(entry => entry.clock === step.since && entry.kind === 'start');
    const start = { kind: 'start' as const, clock: step.clock, article: period.article, days: period.days, dayType: period.dayType, date: since?.date ?? context.since?.[step.clock] ?? context.date };
    await this.append(c, start, context);
    c.clock = step.clock;
    c.warnedAt = null;
  }

  /** Days to add (to take back, when below zero): up to the length of the named variant, or as many as the step was given. */
  private async extension(c: CaseRecord, machine: Machine, clock: string, { entries, context }: { readonly entries: readonly ClockEntry[]; readonly context: ClockContext }): Promise<number> {
    const variant = context.variants?.[clock];
    if (variant === undefined) return context.extendDays ?? 0;
    const run = runsOf(entries.filter(entry => entry.clock === clock)).at(-1) ?? [];
    const total = run.reduce((sum, entry) => sum + (entry.kind === 'shorten' ? -1 : 1) * (entry.days ?? 0), 0);
    return (await this.lengths.of(c, machine, clock, variant)).days - total;
  }

  /** Writes one entry. @throws 409 `clock.ledger` when it does not fit the run. */
  async append(c: CaseRecord, entry: Omit<NewEntry, 'run' | 'date'> & { readonly date?: string }, context: ClockContext): Promise<void> {
    const all = await this.entriesOf(c.id);
    const lastRun = all.findLast(each => each.clock === entry.clock)?.run ?? 0;
    const run = entry.kind === 'start' ? lastRun + 1 : lastRun;
    const row: LedgerRow = { kind: entry.kind, date: entry.date ?? context.date, days: entry.days ?? null, dayType: entry.dayType ?? null };
    const fault = appendFault(all.filter(each => each.clock === entry.clock && each.run === run), row);
    if (fault) throw ledgerFault(fault);
    await this.db.repo(ClockEntry).insert({
      id: newId(),
      caseId: c.id,
      clock: entry.clock,
      run,
      seq: (all[all.length - 1]?.seq ?? 0) + 1,
      ...row,
      at: this.clock.now(),
      article: entry.article,
      noticeNumber: context.noticeNumber ?? null,
      reason: context.reason ?? null,
      expectedOn: context.expectedOn ?? null,
      actorUserId: context.actor.userId,
      actorName: context.actor.name,
    });
  }
}

/** Cuts a case's entries into runs: one run from one start. */
export function runsOf(entries: readonly ClockEntry[]): ClockEntry[][] {
  const runs = new Map<string, ClockEntry[]>();
  for (const entry of entries) {
    const key = `${entry.clock} ${entry.run}`;
    runs.set(key, [...(runs.get(key) ?? []), entry]);
  }
  return [...runs.values()];
}

/** The run that runs or is paused, as of a day. Pure. */
export function activeRun(entries: readonly ClockEntry[], calendar: Calendar, today: string): ClockReading | undefined {
  return runsOf(entries)
    .map(run => readClock(run, calendar, today))
    .find(reading => reading.state !== 'stopped');
}
