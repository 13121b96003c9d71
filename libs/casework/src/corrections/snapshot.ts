export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One difference between two snapshots. `from` is absent for something new, `to` for something gone. */
export interface Change {
  /** RFC 6901 pointer with row numbers: of the later snapshot, or of the earlier one for what is gone. */
  readonly pointer: string;
  /** The same place by row keys, e.g. `/sections/air-outlets/@DA001/longitude`. */
  readonly place: string;
  readonly from?: Json;
  readonly to?: Json;
}

/** Members that name a row for good, in order of preference. */
const ROW_KEYS = ['id', 'rowId', 'key', 'code'] as const;

type Row = { [key: string]: Json };

/**
 * What is different, leaf by leaf. Rows of a list are matched by their stable key (`id`, `rowId`, `key`, `code`), so a
 * moved row is no difference; lists without such keys are compared by position. Pure.
 */
export function diffSnapshots(before: Json, after: Json): Change[] {
  return compare(before, after, { pointer: '', place: '' });
}

/**
 * A pointer with its row numbers replaced by row keys. Members that do not exist stay as they are written, so a
 * pointer to a field that was left empty is a place too.
 */
export function placeOf(snapshot: Json, pointer: string): string {
  let here: Json | undefined = snapshot;
  let place = '';
  for (const token of pointer.split('/').slice(1)) {
    const step = stepInto(here, unescapeToken(token));
    place += `/${step.token}`;
    here = step.value;
  }
  return place;
}

/** The value at a place or pointer; undefined when there is none. */
export function valueAt(snapshot: Json, place: string): Json | undefined {
  let here: Json | undefined = snapshot;
  for (const token of place.split('/').slice(1)) here = stepInto(here, unescapeToken(token)).value;
  return here;
}

/** Whether `inner` is `outer` or lies under it. */
export function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

function stepInto(here: Json | undefined, token: string): { token: string; value: Json | undefined } {
  if (Array.isArray(here)) {
    const row = token.startsWith('@') ? here.find(each => rowKey(each) === token.slice(1)) : /^\d+$/.test(token) ? here[Number(token)] : here.find(each => rowKey(each) === token);
    const key = row === undefined ? undefined : rowKey(row);
    return { token: key === undefined ? escapeToken(token) : `@${escapeToken(key)}`, value: row };
  }
  return { token: escapeToken(token), value: isRow(here) && Object.hasOwn(here, token) ? here[token] : undefined };
}

interface Position {
  readonly pointer: string;
  readonly place: string;
}

function compare(before: Json | undefined, after: Json | undefined, at: Position): Change[] {
  if (isRow(before) && isRow(after)) return compareMembers(before, after, at);
  if (Array.isArray(before) && Array.isArray(after)) return isKeyed(before) && isKeyed(after) ? compareRows(before, after, at) : compareByPosition(before, after, at);
  if (sameJson(before, after)) return [];
  return [{ ...at, ...(before === undefined ? {} : { from: before }), ...(after === undefined ? {} : { to: after }) }];
}

function compareMembers(before: Row, after: Row, at: Position): Change[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap(name => compare(own(before, name), own(after, name), under(at, escapeToken(name))));
}

function compareRows(before: Json[], after: Json[], at: Position): Change[] {
  const earlier = new Map(before.map((row, index) => [rowKey(row) as string, { row, index }]));
  const later = new Set(after.map(row => rowKey(row) as string));
  const present = after.flatMap((row, index) => compare(earlier.get(rowKey(row) as string)?.row, row, rowPosition(at, index, row)));
  const gone = before.flatMap((row, index) => (later.has(rowKey(row) as string) ? [] : compare(row, undefined, rowPosition(at, index, row))));
  return [...present, ...gone];
}

function compareByPosition(before: Json[], after: Json[], at: Position): Change[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) => compare(before[index], after[index], under(at, String(index)))).flat();
}

function rowPosition(at: Position, index: number, row: Json): Position {
  return { pointer: `${at.pointer}/${index}`, place: `${at.place}/@${escapeToken(rowKey(row) as string)}` };
}

const under = (at: Position, token: string): Position => ({ pointer: `${at.pointer}/${token}`, place: `${at.place}/${token}` });

function isRow(value: Json | undefined): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(row: Row, name: string): Json | undefined {
  return Object.hasOwn(row, name) ? row[name] : undefined;
}

function rowKey(row: Json): string | undefined {
  if (!isRow(row)) return undefined;
  for (const name of ROW_KEYS) {
    const key = own(row, name);
    if (typeof key === 'string' && key !== '') return key;
  }
  return undefined;
}

/** Every row has a key and no two share one; an empty list agrees with any. */
function isKeyed(rows: Json[]): boolean {
  const keys = rows.map(rowKey);
  return keys.every(key => key !== undefined) && new Set(keys).size === keys.length;
}

export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, index) => sameJson(each, b[index]));
  if (!isRow(a) || !isRow(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every(name => Object.hasOwn(b, name) && sameJson(a[name], b[name]));
}

const escapeToken = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1');
const unescapeToken = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');
