import { FieldProblem, SectionData, Value } from './field';
import { escapePointer, isRow } from './validate';

/** One changed cell: the value before and after; undefined where there was or is none. */
export interface Change {
  readonly pointer: string;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/**
 * What differs, cell by cell. A table that gained or lost rows is one change of the table plus the changes of the rows
 * both have, so that 补正 on one cell does not open the whole table.
 */
export function changesBetween(before: SectionData, after: SectionData): Change[] {
  return compare(before, after, '');
}

function compare(before: unknown, after: unknown, pointer: string): Change[] {
  if (isTable(before) && isTable(after)) {
    const both = Math.min(before.length, after.length);
    const cells = Array.from({ length: both }, (_, index) => compare(before[index], after[index], `${pointer}/${index}`)).flat();
    return before.length === after.length ? cells : [...cells, { pointer, before: before as Value, after: after as Value }];
  }
  if (isRow(before) && isRow(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap(name => compare(before[name], after[name], `${pointer}/${escapePointer(name)}`));
  }
  return same(before, after) ? [] : [{ pointer, before: before as Value | undefined, after: after as Value | undefined }];
}

const isTable = (value: unknown): value is unknown[] => Array.isArray(value) && value.every(isRow);

function same(a: unknown, b: unknown): boolean {
  return a === b || ((a ?? null) === null && (b ?? null) === null) || JSON.stringify(a) === JSON.stringify(b);
}

/** One cell to write: `value` null empties it; on a row's pointer null removes the row; index `-` appends a row. */
export interface Cell {
  readonly pointer: string;
  readonly value?: unknown;
}

/** Applies cells to a copy. Problems name the cells that point nowhere. */
export function applyCells(data: SectionData, cells: readonly Cell[]): { readonly data: SectionData; readonly problems: readonly FieldProblem[] } {
  const copy = structuredClone(data) as Record<string, unknown>;
  const problems = cells.filter(cell => !put(copy, cell)).map(cell => ({
    pointer: cell.pointer, code: 'pointer', zh: '找不到要修改的位置，请刷新页面后重试', en: 'The place to change does not exist. Reload and try again.',
  }));
  return { data: copy as SectionData, problems };
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

function put(target: Record<string, unknown>, cell: Cell): boolean {
  const [field, index, column, ...rest] = cell.pointer.split('/').slice(1);
  if (field === undefined || field === '' || FORBIDDEN.has(field) || rest.length > 0) return false;
  if (index === undefined) return assign(target, field, cell.value);
  const table = target[field] ?? (target[field] = []);
  if (!Array.isArray(table)) return false;
  const at = index === '-' ? table.length : Number(index);
  if (!Number.isInteger(at) || at < 0 || at > table.length) return false;
  if (column === undefined) return putRow(table, at, cell.value);
  if (FORBIDDEN.has(column) || at >= table.length) return false;
  return assign(table[at] as Record<string, unknown>, column, cell.value);
}

function putRow(table: unknown[], at: number, value: unknown): boolean {
  if (value == null) {
    if (at >= table.length) return false;
    table.splice(at, 1);
  } else table[at] = value;
  return true;
}

function assign(target: Record<string, unknown>, name: string, value: unknown): boolean {
  if (value == null) delete target[name];
  else target[name] = value;
  return true;
}
