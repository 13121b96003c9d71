import { isDeepStrictEqual } from 'node:util';

/** By what a row of a table is known through its changes. */
const ROW_KEYS = ['id', 'rowId', 'key', 'code'] as const;
type Row = Readonly<Record<string, unknown>>;

/**
 * What a change says of the content that runs, where it was written on the content of a renewal that is still to begin: everything the change
 * touched is taken from it, everything else stays as it runs. Rows of tables are matched by their key; a list without keys that was touched is
 * taken as a whole. Where renewal and change both touched a value the change holds: it was decided later. Pure.
 * @param base what the change was written on, `next` what it made of that, `running` what holds today
 */
export function carried<T>(base: T, next: T, running: T): T {
  if (isDeepStrictEqual(base, next)) return running;
  if (isDeepStrictEqual(base, running)) return next;
  if (isRecord(base) && isRecord(next) && isRecord(running)) return members(base, next, running) as T;
  if (isTable(base) && isTable(next) && isTable(running)) return rows(base, next, running) as T;
  return next;
}

function members(base: Row, next: Row, running: Row): Row {
  const names = [...new Set([...Object.keys(running), ...Object.keys(next)])];
  return Object.fromEntries(names.map(name => [name, carried(base[name], next[name], running[name])] as const).filter(([, value]) => value !== undefined));
}

/** Rows in the order of what runs, new ones after them; a row that either side took out stays out, unless the change wrote in it. */
function rows(base: readonly Row[], next: readonly Row[], running: readonly Row[]): Row[] {
  const [old, now, held] = [byKey(base), byKey(next), byKey(running)];
  const keys = [...held.keys(), ...[...now.keys()].filter(key => !held.has(key))];
  return keys.map(key => carried(old.get(key), now.get(key), held.get(key))).filter(row => row !== undefined);
}

const keyOf = (row: Row): string | undefined => ROW_KEYS.map(name => row[name]).find((key): key is string => typeof key === 'string' && key !== '');
const byKey = (table: readonly Row[]): Map<string, Row> => new Map(table.map(row => [keyOf(row) ?? '', row]));
const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

function isTable(value: unknown): value is readonly Row[] {
  if (!Array.isArray(value) || !value.every(isRecord)) return false;
  const keys = value.map(keyOf);
  return keys.every(key => key !== undefined) && new Set(keys).size === keys.length;
}
