import { isDeepStrictEqual } from 'node:util';
import { codeOf } from './differences';

/** Amounts of the first to the fifth year of validity. */
const YEARLY = /^year[1-5]T$/;
type Row = Readonly<Record<string, unknown>>;

/**
 * What a change says of the content that runs, where it was written on the content of a renewal that is still to begin: everything the change
 * touched is taken from it, everything else stays as it runs. Rows of tables are matched by their key; a list without keys that was touched is
 * taken as a whole. Where renewal and change both touched a value the change holds: it was decided later. Amounts by year of
 * validity are not carried, of rows that are wholly new neither: the years of the renewal are others than those that run. Pure.
 * @param base what the change was written on, `next` what it made of that, `running` what holds today
 */
export function carried<T>(base: T, next: T, running: T): T {
  if (isDeepStrictEqual(base, next)) return running;
  if (isRecord(base) && isRecord(next) && isRecord(running)) return members(base, next, running) as T;
  if (isTable(base) && isTable(next) && isTable(running)) {
    const key = KEYS.find(one => [base, next, running].every(table => tellsApart(table, one)));
    if (key) return rows([base, next, running], key) as T;
  }
  return withoutYears(next) as T;
}

/** What stands in the running content for the first time: how much it may let out in the years that run nobody has decided. */
function withoutYears(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutYears);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, each]) => (YEARLY.test(name) ? [] : [[name, withoutYears(each)]])));
}

function members(base: Row, next: Row, running: Row): Row {
  const names = [...new Set([...Object.keys(running), ...Object.keys(next)])];
  const of = (name: string): unknown => (YEARLY.test(name) ? running[name] : carried(base[name], next[name], running[name]));
  return Object.fromEntries(names.map(name => [name, of(name)] as const).filter(([, value]) => value !== undefined));
}

/** Rows in the order of what runs, new ones after them; a row that either side took out stays out, unless the change wrote in it. */
function rows(tables: readonly [base: readonly Row[], next: readonly Row[], running: readonly Row[]], key: Key): Row[] {
  const [old, now, held] = tables.map(table => new Map(table.map(row => [key(row), row] as const))) as [Rows, Rows, Rows];
  // where the renewal left the table alone it stands as the change has it
  const keys = isDeepStrictEqual(tables[0], tables[2]) ? [...now.keys()] : [...held.keys(), ...[...now.keys()].filter(one => !held.has(one))];
  return keys.map(one => carried(old.get(one), now.get(one), held.get(one))).filter(row => row !== undefined);
}

type Rows = Map<string | undefined, Row>;
type Key = (row: Row) => string | undefined;

/** By what a row is known through its changes: its lasting id; where one of the three was typed anew, its code, with the pollutant where a code has several rows. */
const KEYS: readonly Key[] = [row => (typeof row['id'] === 'string' && row['id'] !== '' ? row['id'] : undefined), codeOf];

/** Every row of the table has such a key, and no two the same. */
function tellsApart(table: readonly Row[], key: Key): boolean {
  const keys = table.map(key);
  return keys.every(one => one !== undefined) && new Set(keys).size === keys.length;
}

const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTable = (value: unknown): value is readonly Row[] => Array.isArray(value) && value.every(isRecord);
