import { Calendar, ClockRule, ClockStep, evaluateClock, whatIfPause } from '@huanbao/calendar';
import type { ClockEntry } from '../case.entity';

/** One run of a case's clock, read as of a day: where it stands, when it ends, and why. */
export interface ClockReading {
  readonly clock: string;
  readonly run: number;
  readonly state: 'running' | 'paused' | 'stopped';
  /** The article that sets the period. */
  readonly article: string;
  /** Length with extensions, in the unit of `dayType`. */
  readonly days: number;
  readonly dayType: 'workday' | 'calendar';
  readonly startedOn: string;
  readonly used: number;
  /** Days left; below zero once lapsed; frozen while paused; null when stopped. */
  readonly remaining: number | null;
  /** Last day; null while paused or stopped. */
  readonly dueOn: string | null;
  /** While paused: the day it is expected to go on, as the applicant was told. */
  readonly expectedOn: string | null;
  /** The last day is over and the clock still runs. */
  readonly lapsed: boolean;
  readonly provisional: boolean;
  readonly provisionalYears: readonly number[];
  readonly entries: readonly ClockEntry[];
  /** What each entry did, one for one with `entries`. */
  readonly steps: readonly ClockStep[];
}

/** Reads one run from its ledger. Pure. @throws RangeError when the run does not begin with a start. */
export function readClock(entries: readonly ClockEntry[], calendar: Calendar, today: string): ClockReading {
  const start = entries[0];
  if (start?.kind !== 'start') throw new RangeError('A clock begins with a start');
  const rule = ruleOf(start);
  const reading = evaluateClock(entries, rule, calendar, today);
  const state = reading.state === 'ended' ? 'stopped' : reading.state === 'paused' ? 'paused' : 'running';
  const dueOn = state === 'running' ? reading.dueDate : null;
  const lapsed = dueOn !== null && today > dueOn;
  return {
    clock: start.clock,
    run: start.run,
    state,
    article: start.article,
    days: reading.total,
    dayType: rule.dayType,
    startedOn: start.date,
    used: reading.elapsed,
    remaining: state === 'stopped' ? null : remainingOf(reading.remaining, { dueOn, lapsed }),
    dueOn,
    expectedOn: state === 'paused' ? (entries.findLast(entry => entry.kind === 'pause')?.expectedOn ?? null) : null,
    lapsed,
    provisional: reading.provisional,
    provisionalYears: reading.provisionalYears,
    entries,
    steps: reading.steps,
  };
}

/** What a pause would do, before it is made. */
export interface PausePreview {
  readonly from: string;
  readonly resumeOn: string;
  readonly dueNow: string;
  readonly dueThen: string;
  readonly remaining: number;
  readonly provisional: boolean;
}

/** @throws RangeError for a resumption before the pause */
export function previewPause(reading: ClockReading, span: { readonly from: string; readonly resumeOn: string }, calendar: Calendar): PausePreview {
  const start = reading.entries[0] as ClockEntry;
  const { before, after } = whatIfPause(reading.entries, ruleOf(start), calendar, { ...span, article: start.article });
  return {
    ...span,
    dueNow: before.dueDate ?? '',
    dueThen: after.dueDate ?? '',
    remaining: before.remaining,
    provisional: after.provisional,
  };
}

function ruleOf(start: ClockEntry): ClockRule {
  return { days: start.days ?? 0, dayType: start.dayType ?? 'workday' };
}

/** A last day that moved past a holiday still leaves zero days, and a lapsed clock is never at zero. */
function remainingOf(counted: number, { dueOn, lapsed }: { readonly dueOn: string | null; readonly lapsed: boolean }): number {
  if (lapsed) return Math.min(-1, counted);
  return dueOn === null ? counted : Math.max(0, counted);
}
