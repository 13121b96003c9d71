import { canonicalJson } from '@huanbao/platform';
import type { Field, Row } from '../form/field';

export type ImportMode = 'replace' | 'append';

export interface IncomingRow {
  readonly id: string | null;
  readonly row: Row;
}

export interface Merged {
  readonly rows: readonly Row[];
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly same: number;
}

/** What is imported, into which table, and which of its fields the sheet has. */
export interface MergeInput {
  readonly field: Field;
  readonly current: readonly Row[];
  readonly incoming: readonly IncomingRow[];
  readonly present: ReadonlySet<string>;
}

const content = ({ id: _id, ...cells }: Row): string => canonicalJson(Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined && value !== null)));

/**
 * The rows of a table after an import. A row is found again by its mark, else by the same content, else by its own code;
 * it keeps its id and what the sheet has no column for. `replace` drops the rows that were not found, `append` leaves them.
 */
export function mergeRows({ field, current, incoming, present }: MergeInput, mode: ImportMode): Merged {
  const matches = matched(field, current, incoming);
  const absent = (field.columns ?? []).filter(column => !present.has(column.name)).map(column => column.name);
  const next = incoming.map(({ row }, index) => {
    const old = matches.get(index);
    return old ? { ...kept(old, absent), ...row, id: old['id'] } : row;
  });
  const found = new Set(matches.values());
  const changed = [...matches].filter(([index, old]) => content(next[index] as Row) !== content(old)).length;
  const counts = { added: incoming.length - matches.size, changed, same: matches.size - changed };
  if (mode === 'replace') return { ...counts, rows: next, removed: current.length - found.size };
  const inPlace = new Map([...matches].map(([index, old]) => [old, next[index] as Row]));
  return { ...counts, removed: 0, rows: [...current.map(row => inPlace.get(row) ?? row), ...next.filter((_, index) => !matches.has(index))] };
}

function kept(old: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.flatMap(name => (old[name] === undefined ? [] : [[name, old[name]] as const])));
}

/** Which current row each incoming one is, each at most once. */
function matched(field: Field, current: readonly Row[], incoming: readonly IncomingRow[]): Map<number, Row> {
  const free = new Set(current);
  const matches = new Map<number, Row>();
  const pass = (keyOfCurrent: (row: Row) => string | undefined, keyOfIncoming: (row: IncomingRow) => string | undefined): void => {
    const byKey = new Map<string, Row[]>();
    for (const row of free) {
      const key = keyOfCurrent(row);
      if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), row]);
    }
    incoming.forEach((one, index) => {
      const key = matches.has(index) ? undefined : keyOfIncoming(one);
      const row = key === undefined ? undefined : byKey.get(key)?.shift();
      if (!row) return;
      matches.set(index, row);
      free.delete(row);
    });
  };
  pass(row => row['id'] as string | undefined, one => one.id ?? undefined);
  pass(content, one => content(one.row));
  // a row's own code, not one by which it refers to another
  const code = field.columns?.find(column => column.name === 'code' && column.type === 'code')?.name;
  if (code) pass(row => row[code] as string | undefined, one => one.row[code] as string | undefined);
  return matches;
}
