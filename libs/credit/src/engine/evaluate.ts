import Decimal from 'decimal.js';
import type { Scheme } from './compile';
import { fromIndicators } from './indicators';
import { changesByEvent, dayAfter, EventStatus, inOrder, Ledger, LedgerEvent, monthsAfter, periodStart, statusOn } from './ledger';
import { type Line, lineOf, type Outcome, type Scored, shown, type Standing } from './outcome';
import { fromPoints } from './points';
import type { SchemeRow } from './scheme';

/**
 * Score and grade of a day, from what the ledger holds. Pure: the same rows give the same answer, bit for bit, in whatever order they came.
 * What was known at an earlier instant is asked by filtering the ledger with `knownAt` first.
 */
export function evaluate(scheme: Scheme, ledger: Ledger, day: string): Outcome {
  const changes = changesByEvent(ledger.changes);
  const standings: Standing[] = [];
  // set in the closure below: without the assertion the compiler takes it for null ever after
  let next = null as string | null;
  const soon = (on: string): void => {
    if (on > day && (next === null || on < next)) next = on;
  };
  for (const event of inOrder(ledger.events)) {
    const until = event.validUntil ?? scheme.lastDayOf(event.type, periodStart(event));
    const own = changes.get(event.key) ?? [];
    soon(event.validFrom);
    // the day after is reckoned only where it may be the next: thousands of events ask
    if (until !== null && until >= day && (next === null || until < next)) soon(dayAfter(until));
    for (const change of own) soon(change.effectiveOn);
    const status = statusOn(event, until, { changes: own, day });
    if (status) standings.push({ event, status, until, repairFrom: repairFromOf(scheme, event, status) });
  }
  const active = standings.filter(one => one.status === 'active').map(one => one.event);
  const scored = scheme.method === 'indicators' ? fromIndicators(scheme, active) : fromPoints(scheme, active);
  const graded = gradeOf(scheme, scored, active);
  return { day, scheme: scheme.key, score: shown(scored.score), ...graded, lines: [...scored.lines, ...graded.lines], standings, nextChangeOn: next };
}

function repairFromOf(scheme: Scheme, event: LedgerEvent, status: EventStatus): string | null {
  const months = scheme.repairMonths.get(event.severity);
  return status === 'active' && months !== undefined && scheme.harmful.has(event.type) ? monthsAfter(periodStart(event), months) : null;
}

interface Graded {
  readonly grade: string;
  readonly gradeByScore: string;
  readonly vetoes: readonly string[];
  readonly lines: readonly Line[];
}

function gradeOf(scheme: Scheme, scored: Scored, active: readonly LedgerEvent[]): Graded {
  const { tiers } = scheme;
  const lowest = tiers.length - 1;
  const byScore = tierOf(scheme, scored, active);
  const vetoed = groupedBy(active, event => scheme.vetoes.get(event.type));
  const lowered = groupedBy(active, event => scheme.downgradeOf.get(event.type));
  const gates = scheme.gates.map(row => ({ row, events: active.filter(event => (row.attributes.types ?? []).includes(event.type)) })).filter(({ row, events }) => sumOf(events).gte(row.value));
  let place = byScore;
  for (const [row] of lowered) place += Number(row.value);
  for (const { row } of gates) place = Math.max(place, tiers.findIndex(tier => tier.code === row.attributes.tier));
  if (vetoed.length > 0) place = lowest;
  place = Math.min(place, lowest);
  const codeAt = (at: number): string => tiers[at]?.code ?? '';
  const reached = tiers[byScore];
  return {
    grade: codeAt(place), gradeByScore: codeAt(byScore), vetoes: vetoed.map(([row]) => row.code),
    lines: [
      ...(reached ? [lineOf(reached.row, 'tier', { score: reached.row.value })] : []),
      ...lowered.map(([row, events]) => lineOf(row, 'downgrade', { score: row.value, events: events.map(event => event.key) })),
      ...gates.map(({ row, events }) => lineOf(row, 'gate', { score: row.value, events: events.map(event => event.key) })),
      ...vetoed.map(([row, events]) => lineOf(row, 'veto', { title: [row.title, events.map(event => event.title).filter(title => title !== '').join('、')].filter(part => part !== '').join('：'), events: events.map(event => event.key) })),
    ],
  };
}

/** The best tier whose cut-off the shown score reaches and whose further conditions hold; the lowest takes the rest. */
function tierOf({ tiers }: Scheme, { score, isFull }: Scored, active: readonly LedgerEvent[]): number {
  const reached = new Decimal(shown(score));
  const voluntary = active.filter(event => event.type === 'voluntary').length;
  const found = tiers.findIndex(({ from, row: { attributes } }) => reached.gte(from) && (!attributes.allFull || isFull) && voluntary >= (attributes.voluntary ?? 0));
  return found < 0 ? tiers.length - 1 : found;
}

/** Points as the source fixed them, whatever their sign. */
const sumOf = (events: readonly LedgerEvent[]): Decimal => events.reduce((sum, event) => sum.plus(new Decimal(event.points ?? 0).abs()), new Decimal(0));

function groupedBy(events: readonly LedgerEvent[], rowOf: (event: LedgerEvent) => SchemeRow | undefined): [SchemeRow, LedgerEvent[]][] {
  const groups = new Map<SchemeRow, LedgerEvent[]>();
  for (const event of events) {
    const row = rowOf(event);
    if (!row) continue;
    const group = groups.get(row);
    if (group) group.push(event);
    else groups.set(row, [event]);
  }
  return [...groups].sort(([a], [b]) => (a.code < b.code ? -1 : 1));
}
