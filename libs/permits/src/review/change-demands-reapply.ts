import Decimal from 'decimal.js';
import type { Coordinates, Form, Row, Text, Value } from '../form/field';
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
  return [...moved(old, now), ...newFacilities(old, now), ...enlarged(old, now), ...outletsOff(old, now, 'air-outlets'), ...outletsOff(old, now, 'water-outlets'), ...dischargeOff(old, now), ...more(old, now)];
}

function moved(old: Form, now: Form): ReapplyReason[] {
  const why = { zh: '生产经营场所变了', en: 'The site has moved' };
  return ['location', 'siteAddress'].flatMap(field => (words(old.basic?.[field]) === '' ? [] : changed(old.basic ?? {}, now.basic ?? {}, { at: '/basic', field, why })));
}

function newFacilities(old: Form, now: Form): ReapplyReason[] {
  const known = new Set(rowsOf(old, 'products', 'facilities').map(row => textOf(row, 'code')));
  return rowsOf(now, 'products', 'facilities').flatMap((row, index) => {
    const code = textOf(row, 'code');
    return code === undefined || known.has(code) ? [] : [{ pointer: `/products/facilities/${index}/code`, actual: `新增 ${code}`, expected: '原有生产设施', why: { zh: '新增生产设施，属于新建、改建、扩建', en: 'A new facility is a new or enlarged project' } }];
  });
}

/** A larger capacity of the same product is an enlarged project. */
function enlarged(old: Form, now: Form): ReapplyReason[] {
  const before = new Map(rowsOf(old, 'products', 'products').map(row => [textOf(row, 'name'), row]));
  return rowsOf(now, 'products', 'products').flatMap((row, index): ReapplyReason[] => {
    const pointer = `/products/products/${index}/capacity`;
    const was = before.get(textOf(row, 'name'));
    const [from, to] = [was && amountOf(was, 'capacity'), amountOf(row, 'capacity')];
    if (from === undefined || to === undefined || textOf(row, 'capacityUnit') !== (was && textOf(was, 'capacityUnit')) || new Decimal(to).lte(from)) return [];
    return [{ pointer, actual: to, expected: `不超过 ${from}`, why: { zh: '生产能力扩大，属于改建、扩建', en: 'A larger capacity is an enlarged project' } }];
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
    const outlets = new Set([...before.keys()].map(one => one.split(' ')[0]));
    return rowsOf(now, section, table).flatMap((row, index) => {
      const at = `/${section}/${table}/${index}`;
      const was = before.get(key(row));
      // A new outlet is named above already; a new limit at an old one is not.
      if (!was) return outlets.has(textOf(row, 'outletCode') ?? 'plant') ? [{ pointer: `${at}/pollutant`, actual: `新增 ${textOf(row, 'pollutant') ?? ''}`, expected: '原有污染物', why: { zh: '许可的污染物增加', en: 'There are more permitted pollutants' } }] : [];
      return fields.flatMap(field => grown({ was, row, field, pointer: `${at}/${field}` }));
    });
  });
}

interface Growth {
  readonly was: Row;
  readonly row: Row;
  readonly field: string;
  readonly pointer: string;
}

/** More than before; a concentration that is limited no longer; an amount where none was permitted. */
function grown({ was, row, field, pointer }: Growth): ReapplyReason[] {
  const [before, after] = [amountOf(was, field), amountOf(row, field)];
  const isConcentration = field.startsWith('concentration');
  if (after === undefined) {
    return before === undefined || !isConcentration ? [] : [{ pointer, actual: '不限', expected: `不超过 ${before}`, why: { zh: '许可排放浓度被取消', en: 'The limit of the concentration is gone' } }];
  }
  if (before === undefined) return isConcentration ? [] : [{ pointer, actual: after, expected: '没有许可排放量', why: { zh: '新增许可排放量', en: 'An amount is permitted where there was none' } }];
  if (new Decimal(after).lte(before)) return [];
  return [{ pointer, actual: after, expected: `不超过 ${before}`, why: isConcentration ? { zh: '许可排放浓度增加', en: 'The concentration grows' } : { zh: '许可排放量增加', en: 'The amount grows' } }];
}

function words(value: Value | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object' || Array.isArray(value)) return String(value).trim();
  const { longitude, latitude } = value as Coordinates;
  return [longitude, latitude].map(one => (/^-?\d+(\.\d+)?$/.test(one) ? new Decimal(one).toFixed() : one)).join(', ');
}
