import { dayAfter, monthsAfter, type EventOnLedger } from '@huanbao/credit';

/** Why repair cannot be asked for today. */
export const HINDRANCES = ['not-begun', 'ended', 'suspended', 'harmless', 'never', 'open', 'appealed', 'barred', 'expires-first', 'too-early'] as const;
export type Hindrance = (typeof HINDRANCES)[number];

export type RepairableEvent = Pick<EventOnLedger, 'type' | 'severity' | 'status' | 'periodFrom' | 'until' | 'schemeRepairFrom' | 'harms'>;

/** What the dated rows say on the day of the question. */
export interface RepairRules {
  /** Shortest period of publication in months, by class. */
  readonly months: Readonly<Record<RepairableEvent['severity'], number>>;
  /** Types that cannot be repaired before their publication is over. */
  readonly never: ReadonlySet<string>;
}

export interface Circumstances {
  readonly today: string;
  /** Last day on which the subject may not apply, after a false application. */
  readonly barredUntil: string | null;
  /** Another application for the event is on its way. */
  readonly open: boolean;
  /** An appeal against the event is on its way. */
  readonly appealed: boolean;
}

export interface RepairAnswer {
  readonly can: boolean;
  /** First day on which it can be asked for, as far as time alone decides; null when time does not help. */
  readonly from: string | null;
  readonly why: Hindrance | null;
}

/**
 * When which event can be repaired (信用修复管理办法): minor ones as soon as everything is done, general ones after the shortest period of
 * publication, serious ones after a longer one. Where the scheme of credit asks for more, the later day holds. Pure.
 */
export function repairable(event: RepairableEvent, rules: RepairRules, at: Circumstances): RepairAnswer {
  const lasting = lastingHindrance(event, rules);
  if (lasting) return { can: false, from: null, why: lasting };
  const from = latest([monthsAfter(event.periodFrom, rules.months[event.severity]), event.schemeRepairFrom, at.barredUntil === null ? null : dayAfter(at.barredUntil)]);
  // what ends by itself before repair could be asked for is not repaired: its publication ends with it
  const never = event.until !== null && from > event.until;
  const why = whyNot(at, from, never);
  return { can: why === null, from: never ? null : from, why };
}

function whyNot({ today, barredUntil, open, appealed }: Circumstances, from: string, never: boolean): Hindrance | null {
  if (open) return 'open';
  if (appealed) return 'appealed';
  if (barredUntil !== null && today <= barredUntil) return 'barred';
  if (never) return 'expires-first';
  return today < from ? 'too-early' : null;
}

function lastingHindrance({ status, harms, type }: RepairableEvent, { never }: RepairRules): Hindrance | null {
  if (status === null) return 'not-begun';
  if (status === 'suspended') return 'suspended';
  if (status !== 'active') return 'ended';
  if (never.has(type)) return 'never';
  return harms ? null : 'harmless';
}

const latest = (days: readonly (string | null)[]): string => days.reduce<string>((last, day) => (day !== null && day > last ? day : last), '');
