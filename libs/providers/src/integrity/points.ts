import { monthsAfter } from '@huanbao/calendar';

/** The measure of one field of work, e.g. 环评失信记分: a dated row. */
export interface DomainRule {
  readonly warnPoints: number;
  readonly restrictPoints: number;
  readonly cycleMonths: number;
  readonly restrictMonths: number;
}

export interface CountingPoint {
  readonly points: number;
  readonly occurredOn: string;
}

export interface IntegrityStanding {
  /** Points that count on the day. */
  readonly points: number;
  readonly warnedFrom: string | null;
  /** Last day. */
  readonly warnedUntil: string | null;
  readonly restrictedFrom: string | null;
  readonly restrictedUntil: string | null;
}

/** The day after which a point counts no more. */
export const expiryOf = (occurredOn: string, rule: DomainRule): string => monthsAfter(occurredOn, rule.cycleMonths);

/**
 * Where the points lead. A point counts within one cycle from its day. The day on which the sum of the cycle reaches the
 * warning is `warnedFrom`, and the warning lasts while the sum stays there; a sum at the limit restricts for `restrictMonths` from
 * the day it was reached (环境影响报告书（表）编制监督管理办法: 限期整改六个月). A later point at the limit begins a new span.
 * The newest span is given, past ones too, so that a day of the past can be asked about.
 */
export function integrityStanding(points: readonly CountingPoint[], rule: DomainRule, on: string): IntegrityStanding {
  const sorted = [...points].sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0));
  const sumOn = (day: string): number => sorted.filter(one => one.occurredOn <= day && day < expiryOf(one.occurredOn, rule)).reduce((sum, one) => sum + one.points, 0);
  let warned: { from: string; until: string } | null = null;
  let restrictedFrom: string | null = null;
  for (const { occurredOn } of sorted) {
    const sum = sumOn(occurredOn);
    if (sum >= rule.warnPoints && (warned === null || occurredOn >= warned.until)) warned = { from: occurredOn, until: '' };
    if (sum >= rule.warnPoints && warned) warned.until = belowSince(sorted, rule, occurredOn);
    if (sum >= rule.restrictPoints) restrictedFrom = occurredOn;
  }
  return {
    points: sumOn(on),
    warnedFrom: warned?.from ?? null,
    warnedUntil: warned && dayBefore(warned.until),
    restrictedFrom,
    restrictedUntil: restrictedFrom && dayBefore(monthsAfter(restrictedFrom, rule.restrictMonths)),
  };
}

/** First day after `day` on which the sum of what is known is below the warning. */
function belowSince(sorted: readonly CountingPoint[], rule: DomainRule, day: string): string {
  const known = sorted.filter(one => one.occurredOn <= day);
  const ends = known.map(one => expiryOf(one.occurredOn, rule)).filter(end => end > day).sort();
  for (const end of ends) if (known.filter(one => end < expiryOf(one.occurredOn, rule)).reduce((sum, one) => sum + one.points, 0) < rule.warnPoints) return end;
  return ends[ends.length - 1] ?? day;
}

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
