import Decimal from 'decimal.js';
import type { Form, Row } from '../form/field';
import { listOf, rowsOf, textOf } from '../form/form';
import { YEARS } from '../form/sections/air';
import { amountOf } from '../form/validate';
import { reason, type ReapplyReason } from './reapply-reason';

const AMOUNTS = [
  { section: 'air-limits', table: 'limits', fields: ['concentrationMgM3', 'hourMgM3', 'dayMgM3', 'specialMgM3', 'rateKgH', ...YEARS] },
  { section: 'air-totals', table: 'plantTotals', fields: YEARS },
  { section: 'water-limits', table: 'limits', fields: ['concentrationMgL', 'annualT'] },
] as const;

/** Art. 15 (3): more is permitted than before. */
export function amountsGrow(old: Form, now: Form): ReapplyReason[] {
  return AMOUNTS.flatMap(({ section, table, fields }) => {
    const key = (row: Row): string => `${textOf(row, 'outletCode') ?? 'plant'} ${textOf(row, 'pollutant') ?? ''}`;
    const before = new Map(rowsOf(old, section, table).map(row => [key(row), row]));
    const outlets = new Set([...before.keys()].map(one => one.split(' ')[0]));
    return rowsOf(now, section, table).flatMap((row, index) => {
      const at = `/${section}/${table}/${index}`;
      const was = before.get(key(row));
      // A new outlet is named above already; a new limit at an old one is not.
      if (!was) return outlets.has(textOf(row, 'outletCode') ?? 'plant') ? [reason('E', 3, [`${at}/pollutant`, `新增 ${textOf(row, 'pollutant') ?? ''}`, '原有污染物'], ['许可的污染物增加', 'There are more permitted pollutants'])] : [];
      return fields.flatMap(field => grown({ was, row, field, pointer: `${at}/${field}` }));
    });
  });
}

export interface Growth {
  readonly was: Row;
  readonly row: Row;
  readonly field: string;
  readonly pointer: string;
}

/** More than before; what is limited no longer; an amount where none was permitted. */
export function grown({ was, row, field, pointer }: Growth): ReapplyReason[] {
  const [before, after] = [amountOf(was, field), amountOf(row, field)];
  const isConcentration = /^concentration|MgM3$/.test(field);
  if (after === undefined) {
    if (before === undefined) return [];
    return [reason('E', 3, [pointer, '不限', `不超过 ${before}`], isConcentration ? ['许可排放浓度被取消', 'The limit of the concentration is gone'] : ['许可排放量被取消', 'The permitted amount is gone: nothing limits it'])];
  }
  if (before === undefined) return isConcentration ? [] : [reason('E', 3, [pointer, after, '没有许可排放量'], ['新增许可排放量', 'An amount is permitted where there was none'])];
  if (new Decimal(after).lte(before)) return [];
  return [reason('E', 3, [pointer, after, `不超过 ${before}`], isConcentration ? ['许可排放浓度增加', 'The concentration grows'] : ['许可排放量增加', 'The amount grows'])];
}

const OUTLETS = [['air-outlets', 'air-limits'], ['water-outlets', 'water-limits']] as const;

/** The row of a limit taken out while the outlet goes on emitting the pollutant. */
export function limitsGone(old: Form, now: Form): ReapplyReason[] {
  return OUTLETS.flatMap(([section, limits]) => {
    const key = (row: Row): string => `${textOf(row, 'outletCode') ?? ''} ${textOf(row, 'pollutant') ?? ''}`;
    const left = new Set(rowsOf(now, limits, 'limits').map(key));
    const limited = new Set(rowsOf(old, limits, 'limits').map(key));
    return rowsOf(now, section, 'outlets').flatMap((row, index) => {
      const gone = listOf(row, 'pollutants').filter(one => limited.has(`${textOf(row, 'code') ?? ''} ${one}`) && !left.has(`${textOf(row, 'code') ?? ''} ${one}`));
      return gone.length === 0 ? [] : [reason('E', 3, [`/${section}/outlets/${index}/pollutants`, `${gone.join('、')} 不再有限值`, '保留原有许可限值'], ['许可限值被取消', 'A limit is gone'])];
    });
  });
}
