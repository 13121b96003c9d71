import Decimal from 'decimal.js';
import type { Field, Row } from './field';
import { wordsOf } from './words';

/** The unit of a field in this row: its own, unless another column of the row decides it. */
export function unitIn(field: Pick<Field, 'unit' | 'unitBy'>, row: Row): string | null {
  const decides = field.unitBy && row[field.unitBy.field];
  return (typeof decides === 'string' ? field.unitBy?.units[decides] : undefined) ?? field.unit ?? null;
}

/** A column as it is printed: with its unit in the heading where all rows share it, else with the unit behind each number. */
export interface PrintedColumn {
  readonly unit: string | null;
  readonly cell: (row: Row) => string;
}

const NUMBER = /^-?\d/;

/** How a column of these rows is printed: a heading never gives a number a unit it does not have. */
export function printedColumn(field: Field, rows: readonly Row[]): PrintedColumn {
  const numbered = rows.filter(row => NUMBER.test(wordsOf(field, row[field.name])));
  const units = new Set(numbered.map(row => unitIn(field, row)));
  if (!field.unitBy || units.size <= 1) return { unit: units.size === 1 ? ([...units][0] ?? null) : (field.unit ?? null), cell: row => wordsOf(field, row[field.name]) };
  return { unit: null, cell: row => [wordsOf(field, row[field.name]), numbered.includes(row) ? (unitIn(field, row) ?? '') : ''].filter(Boolean).join(' ') };
}

const MILLIGRAMS: Readonly<Record<string, string>> = { mg: '1', μg: '0.001' };

/** Milligrams in one of the unit, for sums of mass; undefined for what has no mass (odour, pH, counts). */
export function milligramsIn(unit: string | null): Decimal | undefined {
  const factor = MILLIGRAMS[unit?.split('/')[0] ?? ''];
  return factor === undefined ? undefined : new Decimal(factor);
}
