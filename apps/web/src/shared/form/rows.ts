import type { FieldValue, Row } from './field';

/** What became of the rows of a table: rows that changed or are new, whole, and the ids of those that are gone. */
export interface RowChanges {
  readonly put: readonly Row[];
  readonly gone: readonly string[];
}

type Rows = readonly Row[];

const ID_BYTES = 6;

/** A row keeps its id for good: by it the server, a comparison and a colleague's change find it wherever it moves. */
export const newRowId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(ID_BYTES)), byte => byte.toString(16).padStart(2, '0')).join('');

export const sameValue = (a: FieldValue | undefined, b: FieldValue | undefined): boolean => a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Untouched rows keep their identity in the form, so this costs nothing for them. */
export const sameRow = (a: Row, b: Row): boolean => a === b || [...new Set([...Object.keys(a), ...Object.keys(b)])].every(name => sameValue(a[name], b[name]));

/** Rows by id, or null when one has none or two have the same. */
function byId(value: unknown): Map<string, Row> | null {
  if (!Array.isArray(value)) return null;
  const rows = new Map<string, Row>();
  for (const row of value as Rows) {
    const id: unknown = typeof row === 'object' && row !== null ? row['id'] : undefined;
    if (typeof id !== 'string' || rows.has(id)) return null;
    rows.set(id, row);
  }
  return rows;
}

/** What changed between two states of a table; null where it cannot be told row by row: no ids, or rows in another order. */
export function rowChanges(before: FieldValue | undefined, now: FieldValue | undefined): RowChanges | null {
  const [old, fresh] = [byId(before), byId(now)];
  if (!old || !fresh) return null;
  const stayed = [...old.keys()].filter(id => fresh.has(id));
  if ([...fresh.keys()].some((id, index) => (stayed[index] ?? id) !== id)) return null;
  return {
    put: [...fresh].flatMap(([id, row]) => (old.has(id) && sameRow(old.get(id) as Row, row) ? [] : [row])),
    gone: [...old.keys()].filter(id => !fresh.has(id)),
  };
}

/** The table with these changes: changed rows in their places, new ones at the end. */
export function withRowChanges(rows: Rows, { put, gone }: RowChanges): Rows {
  const changed = new Map(put.map(row => [row['id'], row]));
  const left = new Set(gone);
  const stayed = rows.filter(row => !left.has(row['id'] as string));
  const known = new Set(stayed.map(row => row['id']));
  return [...stayed.map(row => changed.get(row['id'] as string) ?? row), ...put.filter(row => !known.has(row['id'] as string))];
}

export interface MergedRows {
  /** Both people's changes; where they clash, mine. */
  readonly mine: Rows;
  /** The same; where they clash, theirs. */
  readonly theirs: Rows;
  readonly clash: boolean;
}

type Side = { readonly mine: Row | null; readonly theirs: Row | null; readonly clash: boolean };

/**
 * Two people changed the same table since `base`: cell by cell each keeps what they changed. It is a clash only where both changed
 * the same cell, or one took away a row that the other changed. Null where rows have no ids.
 */
export function mergeRows(base: FieldValue | undefined, mine: FieldValue | undefined, theirs: FieldValue | undefined): MergedRows | null {
  const [old, own, other] = [byId(base), byId(mine), byId(theirs)];
  if (!old || !own || !other) return null;
  const ids = [...other.keys(), ...[...own.keys()].filter(id => !other.has(id))];
  const sides = ids.map(id => mergeRow(old.get(id), own.get(id), other.get(id)));
  const kept = (side: 'mine' | 'theirs'): Row[] => sides.map(one => one[side]).filter(row => row !== null);
  return { mine: kept('mine'), theirs: kept('theirs'), clash: sides.some(one => one.clash) };
}

function mergeRow(old: Row | undefined, mine: Row | undefined, theirs: Row | undefined): Side {
  if (mine && theirs) return old === undefined ? mergeCells({}, mine, theirs) : mergeCells(old, mine, theirs);
  const left = mine ?? theirs ?? null;
  if (!old || !left) return { mine: left, theirs: left, clash: false };
  // one of both took it away
  if (sameRow(old, left)) return { mine: null, theirs: null, clash: false };
  return { mine: mine ?? null, theirs: theirs ?? null, clash: true };
}

function mergeCells(old: Row, mine: Row, theirs: Row): Side {
  if (mine === old || sameRow(mine, theirs)) return { mine: theirs, theirs, clash: false };
  const [forMine, forTheirs]: [Record<string, FieldValue>, Record<string, FieldValue>] = [{}, {}];
  let clash = false;
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, here, there] = [old[name], mine[name], theirs[name]];
    const [mineStays, theirsStays] = [sameValue(there, was) || sameValue(here, there), sameValue(here, was)];
    clash ||= !mineStays && !theirsStays;
    forMine[name] = (theirsStays ? there : here) ?? null;
    forTheirs[name] = (mineStays && !theirsStays ? here : there) ?? null;
  }
  return { mine: forMine, theirs: forTheirs, clash };
}
