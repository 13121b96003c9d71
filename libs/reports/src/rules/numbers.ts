import type { Row } from '@huanbao/permits';
import Decimal from 'decimal.js';
import { textIn } from '../form/form';

/** A number of a row; undefined when it is empty, “/” or no number. */
export function numberIn(row: Row, name: string): Decimal | undefined {
  const value = textIn(row, name);
  return /^-?\d+(\.\d+)?$/.test(value) ? new Decimal(value) : undefined;
}

export const sum = (numbers: readonly Decimal[]): Decimal => numbers.reduce((total, one) => total.add(one), new Decimal(0));

/** Whether two amounts agree within a share of the larger one; both nothing agree. */
export function agree(a: Decimal, b: Decimal, share: string): boolean {
  const larger = Decimal.max(a.abs(), b.abs());
  return a.sub(b).abs().lte(larger.mul(share));
}

/** 1.5 and 0.000001 as people read them. */
export const shown = (value: Decimal): string => value.toDecimalPlaces(9).toFixed();
