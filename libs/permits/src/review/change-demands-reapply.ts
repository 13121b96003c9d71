import Decimal from 'decimal.js';
import type { Form, Row, Text, Value } from '../form/field';
import { listOf, rowsOf, textOf } from '../form/form';
import { YEARS } from '../form/sections/air';
import { upgraded } from '../form/upgrade';
import { amountOf } from '../form/validate';

/** One reason why what is called a change has to be an application anew. */
export interface ReapplyReason {
  readonly pointer: string;
  readonly actual: string;
  readonly expected: string;
  readonly why: Text;
}

/**
 * 排污许可管理条例 art. 15: a new or enlarged project; another site, place of an outlet, way or destination of discharge;
 * more outlets, pollutants, concentrations or amounts. Everything else may be a change. Pure.
 */
export function changeDemandsReapply(before: Form, after: Form): ReapplyReason[] {
  const [old, now] = [upgraded(before), upgraded(after)];
  return [...moved(old, now), ...newFacilities(old, now), ...outletsOff(old, now, 'air-outlets'), ...outletsOff(old, now, 'water-outlets'), ...dischargeOff(old, now), ...more(old, now)];
}

function moved(old: Form, now: Form): ReapplyReason[] {
  const [was, is] = [words(old.basic?.['location']), words(now.basic?.['location'])];
  if (was === is || was === '') return [];
  return [{ pointer: '/basic/location', actual: is, expected: was, why: { zh: '生产经营场所变了', en: 'The site has moved' } }];
}

function newFacilities(old: Form, now: Form): ReapplyReason[] {
  const known = new Set(rowsOf(old, 'products', 'facilities').map(row => textOf(row, 'code')));
  return rowsOf(now, 'products', 'facilities').flatMap((row, index) => {
    const code = textOf(row, 'code');
    return code === undefined || known.has(code) ? [] : [{ pointer: `/products/facilities/${index}/code`, actual: `新增 ${code}`, expected: '原有生产设施', why: { zh: '新增生产设施，属于新建、改建、扩建', en: 'A new facility is a new or enlarged project' } }];
  });
}

function outletsOff(old: Form, now: Form, section: 'air-outlets' | 'water-outlets'): ReapplyReason[] {
  const before = new Map(rowsOf(old, section, 'outlets').map(row => [textOf(row, 'code'), row]));
  return rowsOf(now, section, 'outlets').flatMap((row, index): ReapplyReason[] => {
    const code = textOf(row, 'code');
    const was = before.get(code);
    const at = `/${section}/outlets/${index}`;
    if (code === undefined) return [];
    if (!was) return [{ pointer: `${at}/code`, actual: `新增 ${code}`, expected: '原有排放口', why: { zh: '排放口数量增加', en: 'There are more outlets' } }];
    const kinds = listOf(row, 'pollutants').filter(one => !listOf(was, 'pollutants').includes(one));
    return [
      ...changed(was, row, { at, field: 'location', why: { zh: '排放口位置变了', en: 'The outlet has moved' } }),
      ...changed(was, row, { at, field: 'destination', why: { zh: '排放去向变了', en: 'The destination has changed' } }),
      ...(kinds.length > 0 ? [{ pointer: `${at}/pollutants`, actual: `新增 ${kinds.join('、')}`, expected: '原有污染物', why: { zh: '污染物种类增加', en: 'There are more pollutants' } }] : []),
    ];
  });
}

function changed(was: Row, row: Row, { at, field, why }: { at: string; field: string; why: Text }): ReapplyReason[] {
  const [before, after] = [words(was[field]), words(row[field])];
  return before === after ? [] : [{ pointer: `${at}/${field}`, actual: after, expected: before, why }];
}

function dischargeOff(old: Form, now: Form): ReapplyReason[] {
  const [was, is] = [textOf(old['water-outlets'], 'discharge'), textOf(now['water-outlets'], 'discharge')];
  // Ceasing to discharge is no reason; beginning to, or another way, is.
  if (was === undefined || is === undefined || was === is || is === 'none') return [];
  return [{ pointer: '/water-outlets/discharge', actual: is, expected: was, why: { zh: '废水排放方式变了', en: 'The way of discharge has changed' } }];
}

const AMOUNTS = [
  { section: 'air-limits', table: 'limits', fields: ['concentrationMgM3', 'rateKgH', ...YEARS] },
  { section: 'air-totals', table: 'plantTotals', fields: YEARS },
  { section: 'water-limits', table: 'limits', fields: ['concentrationMgL', 'annualT'] },
] as const;

function more(old: Form, now: Form): ReapplyReason[] {
  return AMOUNTS.flatMap(({ section, table, fields }) => {
    const key = (row: Row): string => `${textOf(row, 'outletCode') ?? 'plant'} ${textOf(row, 'pollutant') ?? ''}`;
    const before = new Map(rowsOf(old, section, table).map(row => [key(row), row]));
    return rowsOf(now, section, table).flatMap((row, index) => {
      const was = before.get(key(row));
      // A new outlet or pollutant is named above already.
      return was ? fields.flatMap(field => grown(was, row, field, `/${section}/${table}/${index}/${field}`)) : [];
    });
  });
}

function grown(was: Row, row: Row, field: string, pointer: string): ReapplyReason[] {
  const [before, after] = [amountOf(was, field), amountOf(row, field)];
  if (before === undefined || after === undefined || new Decimal(after).lte(before)) return [];
  const isConcentration = field.startsWith('concentration');
  return [{ pointer, actual: after, expected: `不超过 ${before}`, why: isConcentration ? { zh: '许可排放浓度增加', en: 'The concentration grows' } : { zh: '许可排放量增加', en: 'The amount grows' } }];
}

function words(value: Value | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' && !Array.isArray(value) ? Object.values(value as object).join(', ') : String(value);
}
