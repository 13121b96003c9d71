import Decimal from 'decimal.js';
import type { Coordinates, Row, Text, Value } from '../form/field';
import { amountOf } from '../form/validate';

/** 排污许可管理条例 art. 15: a project (1); place, way, destination (2); number, kinds, concentration, amount (3). */
export type Ground = 1 | 2 | 3;

/** One reason why what is called a change has to be, or for `W` may have to be, an application anew. */
export interface ReapplyReason {
  /** W: the article does not settle it, a person does. */
  readonly level: 'E' | 'W';
  readonly ground: Ground;
  readonly pointer: string;
  readonly actual: string;
  readonly expected: string;
  readonly why: Text;
}

export const reason = (level: 'E' | 'W', ground: Ground, [pointer, actual, expected]: readonly [string, string, string], [zh, en]: readonly [string, string]): ReapplyReason =>
  ({ level, ground, pointer, actual, expected, why: { zh, en } });

/** What a cell holds, so that the same thing written otherwise is the same. */
export function words(value: Value | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object' || Array.isArray(value)) return String(value).trim();
  const { longitude, latitude } = value as Coordinates;
  return [longitude, latitude].map(one => (/^-?\d+(\.\d+)?$/.test(one) ? new Decimal(one).toFixed() : one)).join(', ');
}

/** A decimal or integer cell as a number. */
export function numberOf(row: Row | undefined, field: string): Decimal | undefined {
  const value = row?.[field];
  if (typeof value === 'number') return Number.isFinite(value) ? new Decimal(value) : undefined;
  const text = row && amountOf(row, field);
  return text === undefined ? undefined : new Decimal(text);
}

/** A row of now with the one it was: by what it is called, else by its own id, else the next one left over that is of its kind. */
export interface Pair {
  readonly row: Row;
  readonly index: number;
  readonly was: Row | undefined;
  /** Found by its name: not renamed. */
  readonly isNamed: boolean;
}

type Key = (row: Row) => string;

/** @param kind rows of one kind only are taken for renamed ones; left out, a row without name and id is new */
export function paired(before: readonly Row[], after: readonly Row[], key: Key, kind?: Key): Pair[] {
  const left = new Set(before);
  // By a table, for there may be thousands of rows.
  const taker = (of: Key): ((row: Row) => Row | undefined) => {
    const queues = new Map<string, Row[]>();
    for (const was of left) {
      const queue = queues.get(of(was));
      if (queue) queue.push(was);
      else queues.set(of(was), [was]);
    }
    return row => {
      const found = queues.get(of(row))?.shift();
      if (found) left.delete(found);
      return found;
    };
  };
  const named = after.map(taker(key));
  const byId = taker(row => words(row['id']));
  const known = after.map((row, index) => named[index] ?? (words(row['id']) === '' ? undefined : byId(row)));
  const byKind = kind && taker(kind);
  return after.map((row, index) => ({ row, index, was: known[index] ?? byKind?.(row), isNamed: named[index] !== undefined }));
}
