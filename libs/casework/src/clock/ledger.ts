import type { ClockDefinition, Machine } from '../machine/machine';

export type DayType = 'workday' | 'calendar';
export type EntryKind = 'start' | 'pause' | 'resume' | 'extend' | 'shorten' | 'stop';
export type RunState = 'none' | 'running' | 'paused' | 'stopped';

export interface LedgerRow {
  readonly kind: EntryKind;
  /** Civil day, `YYYY-MM-DD`. */
  readonly date: string;
  readonly days?: number | null;
  readonly dayType?: DayType | null;
}

/** Which entries may follow which: a run starts once, stops once, and pauses alternate with resumptions. */
const NEXT: Readonly<Record<RunState, Partial<Record<EntryKind, RunState>>>> = {
  none: { start: 'running' },
  running: { pause: 'paused', stop: 'stopped', extend: 'running', shorten: 'running' },
  paused: { resume: 'running', stop: 'stopped', extend: 'paused', shorten: 'paused' },
  stopped: {},
};

const FAULTS: Readonly<Record<EntryKind, string>> = {
  start: '这一期限已经开始',
  pause: '期限没有在计时，不能暂停',
  resume: '期限没有暂停，不能恢复',
  extend: '期限没有开始，不能延长',
  shorten: '期限没有开始，没有可以收回的延长',
  stop: '期限没有开始或已经停止',
};

/** Where one run of a clock stands after its entries. */
export function runState(entries: readonly LedgerRow[]): RunState {
  return entries.reduce<RunState>((state, entry) => NEXT[state][entry.kind] ?? state, 'none');
}

/** Why an entry cannot be appended to a run, or undefined when it can. Days never run backwards. Pure. */
export function appendFault(entries: readonly LedgerRow[], next: LedgerRow): string | undefined {
  if (NEXT[runState(entries)][next.kind] === undefined) return FAULTS[next.kind];
  const last = entries[entries.length - 1];
  if (last && next.date < last.date) return `日期不能早于上一条记录（${last.date}）`;
  if (next.kind === 'start' && !(next.days && next.dayType)) return '开始时须写明期限长度';
  if (next.kind === 'extend' && !(next.days && next.days > 0)) return '延长须写明天数';
  if (next.kind === 'shorten' && !(next.days && next.days > 0 && next.days <= extended(entries))) return '只能收回已经延长的天数';
  return undefined;
}

/** Days that were added and not taken back. */
const extended = (entries: readonly LedgerRow[]): number => entries.reduce((sum, { kind, days }) => sum + (kind === 'extend' ? (days ?? 0) : kind === 'shorten' ? -(days ?? 0) : 0), 0);

export interface PeriodLength {
  readonly days: number;
  readonly dayType: DayType;
  readonly article: string;
}

/** The length of a clock, by variant when one is named. @throws Error for a clock or variant the machine does not have. */
export function periodOf(machine: Machine, clock: string, variant?: string): PeriodLength {
  const definition: ClockDefinition | undefined = machine.clocks[clock];
  if (!definition) throw new Error(`Machine ${machine.kind} has no clock ${clock}`);
  const period = variant === undefined ? definition : definition.variants?.[variant];
  if (!period) throw new Error(`Clock ${clock} of ${machine.kind} has no variant ${variant}`);
  return period.workdays === undefined
    ? { days: period.days as number, dayType: 'calendar', article: period.article }
    : { days: period.workdays, dayType: 'workday', article: period.article };
}

/** `20个工作日` or `30日`. */
export function lengthInWords(days: number, dayType: DayType): string {
  return dayType === 'workday' ? `${days}个工作日` : `${days}日`;
}

const THRESHOLDS = [1, 3, 5] as const;

export interface Warning {
  readonly level: number;
  readonly overdue: boolean;
}

/**
 * Which warning is due now: at 5, 3 and 1 days left, and once overdue. Thresholds as long as the period itself are
 * left out, for a period of three days is not "nearly over" when it starts. Each is given once (`warnedAt`). Pure.
 */
export function warningDue(facts: { readonly remaining: number; readonly days: number; readonly warnedAt: number | null }): Warning | undefined {
  const { remaining, days, warnedAt } = facts;
  if (remaining < 0) return warnedAt === OVERDUE ? undefined : { level: OVERDUE, overdue: true };
  const level = THRESHOLDS.find(threshold => remaining <= threshold && threshold < days);
  if (level === undefined || (warnedAt !== null && warnedAt <= level)) return undefined;
  return { level, overdue: false };
}

const OVERDUE = -1;
