import type { CreditLine, Reckoned, ReckonedEvent } from '@huanbao/credit';

/** An event that counted in a published result and stands otherwise now, or one of that year that became known later. */
export interface CorrectionCause {
  readonly key: string;
  readonly title: string;
  readonly documentNo: string | null;
  readonly occurredOn: string;
  /** Its status then; null: nobody knew of it. */
  readonly before: string | null;
  /** Its status now; `replaced`: another fact stands in its place; null: it has no place in that year any more. */
  readonly after: string | null;
}

export interface LineDifference {
  readonly kind: CreditLine['kind'];
  readonly code: string;
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface SchemeDifference {
  readonly scheme: string;
  readonly schemeTitle: string;
  readonly inForce: boolean;
  readonly before: Side;
  readonly after: Side;
  /** Lines that are other ones now, in the order of the new result; what went is at the end. */
  readonly lines: readonly LineDifference[];
}

interface Side {
  readonly score: string;
  readonly gradeTitle: string;
  readonly colour: string;
}

export type Direction = 'better' | 'worse' | 'same';

/** Kept with a correction: what it rests on, and what it makes of the result. */
export interface CorrectionFacts {
  /** When the first result of the year was reckoned; a fact that gave way since never stood as it did. */
  readonly since: string;
  /** Facts that became known after this instant are left out: the result had been published for too long. Null: none are. */
  readonly factsUntil?: string | null;
  /** The day from which the values of the year count in the ledger. */
  readonly firstPublishedOn: string;
  readonly causes: readonly CorrectionCause[];
  readonly differences: readonly SchemeDifference[];
  readonly direction: Direction;
}

const OWN = /^(supposed|credit-evaluation):/;
const eventsOf = (results: readonly Reckoned[]): ReckonedEvent[] => (results[0]?.events ?? []).filter(one => !OWN.test(one.key));

/** Events that counted and are worth something else now, then those that count and were not known. */
export function causesOf(before: readonly Reckoned[], after: readonly Reckoned[]): CorrectionCause[] {
  const known = new Set(eventsOf(before).map(one => one.key));
  const fresh = eventsOf(after).filter(one => one.status === 'active' && !known.has(one.key));
  const moved = movedOf(before, after);
  const replacing = new Set(moved.flatMap(one => (one.after === 'replaced' ? [one.documentNo] : [])));
  const late = fresh.filter(one => one.documentNo === null || !replacing.has(one.documentNo)).map(({ key, title, documentNo, occurredOn, status }) => ({ key, title, documentNo, occurredOn, before: null, after: status }));
  return [...moved, ...late];
}

function movedOf(before: readonly Reckoned[], after: readonly Reckoned[]): CorrectionCause[] {
  const now = new Map(eventsOf(after).map(one => [one.key, one]));
  return eventsOf(before).flatMap(({ key, title, documentNo, occurredOn, status }) => {
    const other = now.get(key);
    if (other?.status === status && other.occurredOn === occurredOn) return [];
    // a lowered fine keeps the number of its decision
    const replaced = !other && documentNo !== null && eventsOf(after).some(one => one.documentNo === documentNo && !eventsOf(before).some(known => known.key === one.key));
    return [{ key, title, documentNo, occurredOn, before: status, after: other?.status ?? (replaced ? 'replaced' : null) }];
  });
}

/** Scheme by scheme and line by line; schemes in which nothing moved are left out. */
export function differencesOf(before: readonly Reckoned[], after: readonly Reckoned[]): SchemeDifference[] {
  return after.flatMap(now => {
    const was = before.find(one => one.scheme === now.scheme);
    if (!was) return [];
    const lines = linesOf(was.lines, now.lines);
    if (lines.length === 0 && was.score === now.score && was.grade === now.grade) return [];
    return [{ scheme: now.scheme, schemeTitle: now.schemeTitle, inForce: now.inForce, before: sideOf(was), after: sideOf(now), lines }];
  });
}

/** Whether two comparisons say the same; the database gives members back in an order of its own. */
export const sameDifferences = (a: readonly SchemeDifference[], b: readonly SchemeDifference[]): boolean => JSON.stringify(a.map(told)) === JSON.stringify(b.map(told));
const told = ({ scheme, before, after, lines }: SchemeDifference): unknown => [scheme, before.score, before.gradeTitle, after.score, after.gradeTitle, lines.map(one => [one.kind, one.code, one.title, one.before, one.after])];

/** By the scheme in force: its grades, the best one first. */
export function directionOf(before: readonly Reckoned[], after: readonly Reckoned[]): Direction {
  const [was, now] = [before[0]?.place ?? 0, after[0]?.place ?? 0];
  return now > was ? 'worse' : now < was ? 'better' : 'same';
}

const sideOf = ({ score, gradeTitle, colour }: Reckoned): Side => ({ score, gradeTitle, colour });

/** A line of an event is that of the event; every other one is that of its row. */
const nameOf = ({ kind, code, events }: CreditLine): string => [kind, code, ...(kind === 'event' ? events : [])].join('|');
const worth = ({ contribution, score }: CreditLine): string => contribution ?? score ?? '';

function linesOf(before: readonly CreditLine[], after: readonly CreditLine[]): LineDifference[] {
  const [was, now] = [before, after].map(lines => new Map(lines.map(line => [nameOf(line), line]))) as [Map<string, CreditLine>, Map<string, CreditLine>];
  const kept = [...now].flatMap(([name, line]) => {
    const old = was.get(name);
    return old && worth(old) === worth(line) && (line.kind !== 'veto' || old.title === line.title) ? [] : [{ kind: line.kind, code: line.code, title: line.title, before: old ? worth(old) : null, after: worth(line) }];
  });
  const gone = [...was].flatMap(([name, line]) => (now.has(name) ? [] : [{ kind: line.kind, code: line.code, title: line.title, before: worth(line), after: null }]));
  return [...kept, ...gone];
}
