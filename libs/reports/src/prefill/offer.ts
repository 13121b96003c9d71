import type { Field, Row, SectionData, Text, Value } from '@huanbao/permits';
import { sm3 } from '@huanbao/platform';

/** Where offered values came from: by `/field`, or `/table/@row` for the cells of a row. */
export type Sources = Readonly<Record<string, Text>>;

/** What the platform knows of a part. */
export interface Offer {
  readonly data: SectionData;
  readonly sources: Sources;
}

/** A place where the person's value and the platform's differ. `@row` names a row by its id. */
export interface Difference {
  readonly pointer: string;
  readonly typed: Value | undefined;
  readonly platform: Value | undefined;
}

export interface Taken {
  readonly data: SectionData;
  /** What taking the newest values changes. */
  readonly changes: readonly Difference[];
  /** What a person typed and what therefore stays. */
  readonly kept: readonly Difference[];
}

/** The lasting id of a row the platform offers: the same thing has the same id each time it is asked. */
export const rowIdOf = (...key: readonly string[]): string => `p${sm3(key.join('|')).slice(0, 15)}`;

const isEmpty = (value: Value | undefined): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
const same = (a: Value | undefined, b: Value | undefined): boolean => (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b);

interface Three<T> {
  readonly current: T;
  readonly before: T;
  readonly fresh: T;
}

/**
 * The newest values of the platform over what stands there. A value nobody touched since it was offered follows the platform;
 * what a person typed, emptied or deleted stays, and is told. `forced` names places at which the person wants the platform's value.
 */
export function take(fields: readonly Field[], { current, before, fresh }: Three<SectionData>, forced: ReadonlySet<string> = new Set()): Taken {
  const into = { changes: [] as Difference[], kept: [] as Difference[], forced };
  const data: Record<string, Value | undefined> = { ...current };
  for (const field of fields) {
    const { name } = field;
    if (!(name in fresh) && !(name in before)) continue;
    if (field.type === 'table') data[name] = takeTable(`/${name}`, { current: rowsOf(current[name]), before: rowsOf(before[name]), fresh: rowsOf(fresh[name]) }, into) as Value;
    else data[name] = takeCell(`/${name}`, { current: current[name], before: before[name], fresh: fresh[name] }, into);
  }
  return { data: withoutEmpty(data), changes: into.changes, kept: into.kept };
}

interface Into {
  readonly changes: Difference[];
  readonly kept: Difference[];
  readonly forced: ReadonlySet<string>;
}

function takeCell(pointer: string, { current, before, fresh }: Three<Value | undefined>, into: Into): Value | undefined {
  if (same(current, fresh)) return current;
  // the platform knows nothing (any more): what stands there stays
  if (isEmpty(fresh)) return current;
  if (into.forced.has(pointer) || same(current, before)) {
    into.changes.push({ pointer, typed: current, platform: fresh });
    return fresh;
  }
  into.kept.push({ pointer, typed: current, platform: fresh });
  return current;
}

function takeTable(pointer: string, { current, before, fresh }: Three<readonly Row[]>, into: Into): Row[] {
  const [offered, offering] = [byId(before), byId(fresh)];
  const present = new Set(current.map(idOf));
  const rows = current.flatMap(row => {
    const id = idOf(row);
    const next = offering.get(id);
    if (next) return [takeRow(`${pointer}/@${id}`, { current: row, before: offered.get(id) ?? {}, fresh: next }, into)];
    const old = offered.get(id);
    if (!old || !sameRow(row, old)) return [row];
    // a row of the platform's that nobody touched and that no longer holds
    into.changes.push({ pointer: `${pointer}/@${id}`, typed: [row], platform: undefined });
    return [];
  });
  for (const row of fresh) {
    const at = `${pointer}/@${idOf(row)}`;
    if (present.has(idOf(row))) continue;
    if (offered.has(idOf(row)) && !into.forced.has(at)) into.kept.push({ pointer: at, typed: undefined, platform: [row] });
    else {
      into.changes.push({ pointer: at, typed: undefined, platform: [row] });
      rows.push(row);
    }
  }
  return rows;
}

function takeRow(pointer: string, { current, before, fresh }: Three<Row>, into: Into): Row {
  const next: Record<string, Value | undefined> = { ...current };
  for (const name of Object.keys(fresh)) if (name !== 'id') next[name] = takeCell(`${pointer}/${name}`, { current: current[name], before: before[name], fresh: fresh[name] }, into);
  return withoutEmpty(next);
}

/** What stands there against what the platform offered last: no question to the platform is needed. */
export function differences(fields: readonly Field[], current: SectionData, offered: SectionData): readonly Difference[] {
  return take(fields, { current, before: offered, fresh: offered }).kept;
}

const rowsOf = (value: Value | undefined): readonly Row[] => (Array.isArray(value) ? (value as readonly Row[]) : []);
const idOf = (row: Row): string => String(row['id'] ?? '');
const byId = (rows: readonly Row[]): Map<string, Row> => new Map(rows.map(row => [idOf(row), row]));
const sameRow = (a: Row, b: Row): boolean => [...new Set([...Object.keys(a), ...Object.keys(b)])].every(name => same(a[name], b[name]));
const withoutEmpty = (row: Record<string, Value | undefined>): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== null));
