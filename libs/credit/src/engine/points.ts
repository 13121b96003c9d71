import Decimal from 'decimal.js';
import type { Scheme } from './compile';
import { type Line, lineOf, type Scored } from './outcome';
import { newestReadings, throughBands } from './indicators';
import type { LedgerEvent } from './ledger';
import type { SchemeRow } from './scheme';

/** score(t) = start + Σ points of what counts, within the bounds of the scheme. */
export function fromPoints(scheme: Scheme, active: readonly LedgerEvent[]): Scored {
  const initial = scheme.parameter('initial', '100');
  const lines: Line[] = [{ kind: 'start', code: 'initial', title: '初始分', contribution: initial.toFixed(), weight: null, score: null, events: [], legalBasis: '', verified: true, note: null }];
  lines.push(...eventLines(scheme, active), ...measureLines(scheme, active));
  const sum = lines.reduce((total, line) => total.plus(line.contribution ?? 0), new Decimal(0));
  const bounded = Decimal.max(scheme.parameter('floor', '0'), Decimal.min(scheme.parameter('ceiling', initial.toFixed()), sum));
  if (!bounded.eq(sum)) lines.push({ kind: 'limit', code: 'bounds', title: bounded.gt(sum) ? '最低分' : '最高分', contribution: bounded.minus(sum).toFixed(), weight: null, score: null, events: [], legalBasis: '', verified: true, note: null });
  return { score: bounded, lines, isFull: bounded.eq(scheme.parameter('ceiling', initial.toFixed())) };
}

function eventLines(scheme: Scheme, active: readonly LedgerEvent[]): Line[] {
  const spent = new Map<SchemeRow, Decimal>();
  return active.flatMap(event => {
    const row = scheme.deductions.get(event.type);
    if (!row) return [];
    const already = spent.get(row) ?? new Decimal(0);
    const whole = new Decimal(event.points ?? row.value);
    const points = row.attributes.most === undefined ? whole : withinMost(whole, already, new Decimal(row.attributes.most));
    spent.set(row, already.plus(points));
    return [lineOf(row, 'event', { title: event.title, contribution: points.toFixed(), events: [event.key] })];
  });
}

/** What is left until the most that all events of the row may take or give. */
function withinMost(whole: Decimal, already: Decimal, most: Decimal): Decimal {
  const left = most.minus(already);
  return most.isNegative() ? Decimal.max(whole, left) : Decimal.min(whole, left);
}

function measureLines(scheme: Scheme, active: readonly LedgerEvent[]): Line[] {
  const readings = newestReadings(active);
  return scheme.measures.flatMap(row => {
    const reading = readings.get(row.code);
    const value = reading?.measure ?? reading?.score ?? null;
    if (!reading || value === null) return [];
    return [lineOf(row, 'measure', { score: value, contribution: throughBands(row.attributes.bands ?? [], new Decimal(value)).toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toFixed(), events: [reading.key] })];
  });
}
