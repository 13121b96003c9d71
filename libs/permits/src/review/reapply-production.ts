import Decimal from 'decimal.js';
import type { Form, Row } from '../form/field';
import { rowsOf, textOf } from '../form/form';
import { sized } from './capacity-units';
import { fuelBook, type FuelWords } from './fuels';
import { numberOf, type Pair, paired, reason, type ReapplyReason, words } from './reapply-reason';

/** Art. 15 (1), a new, rebuilt or enlarged project: what is made, with what, from what and on which fuel. */
export function productionGrows(old: Form, now: Form, told?: readonly FuelWords[]): ReapplyReason[] {
  return [...newFacilities(old, now), ...largerFacilities(old, now), ...products(old, now), ...lines(old, now), ...fuels(old, now, told), ...materials(old, now), ...industry(old, now)];
}

const named = (row: Row): string => words(row['name']);

function newFacilities(old: Form, now: Form): ReapplyReason[] {
  const known = new Set(rowsOf(old, 'products', 'facilities').map(row => textOf(row, 'code')));
  return rowsOf(now, 'products', 'facilities').flatMap((row, index) => {
    const code = textOf(row, 'code');
    return code === undefined || known.has(code) ? [] : [reason('E', 1, [`/products/facilities/${index}/code`, `新增 ${code}`, '原有生产设施'], ['新增生产设施，属于新建、改建、扩建', 'A new facility is a new or enlarged project'])];
  });
}

function largerFacilities(old: Form, now: Form): ReapplyReason[] {
  return paired(rowsOf(old, 'products', 'facilities'), rowsOf(now, 'products', 'facilities'), row => words(row['code'])).flatMap(({ row, was, index, isNamed }) => {
    const at = `/products/facilities/${index}`;
    if (!was || !isNamed) return [];
    return [
      ...sizeGrown({ was, row, at, fields: ['parameterValue', 'parameterUnit'], what: ['设施参数增大，属于改建、扩建', 'A larger facility is a rebuilt or enlarged project'] }),
      ...(named(was) === named(row) && words(was['process']) === words(row['process']) ? [] : [reason('W', 1, [`${at}/${named(was) === named(row) ? 'process' : 'name'}`, `${named(row)}（${words(row['process'])}）`, `${named(was)}（${words(was['process'])}）`], ['生产设施的名称或工艺变了，如果是更换设备或改变工艺', 'The facility or its process is another one'])]),
    ];
  });
}

function products(old: Form, now: Form): ReapplyReason[] {
  const before = rowsOf(old, 'products', 'products');
  const after = rowsOf(now, 'products', 'products');
  if (before.length === 0) return [];
  return pairsBySize(before, after).flatMap(({ row, was, index, isNamed }) => {
    const at = `/products/products/${index}`;
    if (isWithin(totalOf(after, named(row)), totalOf(before, named(row)))) return [];
    if (!was) return named(row) === '' ? [] : [reason('E', 1, [`${at}/name`, `新增 ${named(row)}`, '原有产品'], ['新增产品，属于新建、改建、扩建', 'A new product is a new or rebuilt project'])];
    return [
      ...(isNamed ? [] : [reason('W', 1, [`${at}/name`, named(row), named(was)], ['产品名称变了，如果不只是改称呼', 'The product has another name'])]),
      ...sizeGrown({ was, row, at, fields: ['capacity', 'capacityUnit'], what: ['生产能力扩大，属于改建、扩建', 'A larger capacity is an enlarged project'] }),
    ];
  });
}

type Size = ReturnType<typeof sized>;

/** What is made of a product on all its rows; undefined when it is not made, or in units that cannot be added. */
function totalOf(rows: readonly Row[], name: string): Size | undefined {
  const sizes = rows.filter(row => named(row) === name).map(row => sized(numberOf(row, 'capacity') ?? new Decimal(0), textOf(row, 'capacityUnit')));
  const [first] = sizes;
  return first && sizes.every(one => one.kind === first.kind) ? { kind: first.kind, value: Decimal.sum(...sizes.map(one => one.value)) } : undefined;
}

const isWithin = (now: Size | undefined, old: Size | undefined): boolean => now !== undefined && old !== undefined && now.kind === old.kind && now.value.lte(old.value);

/** Of several lines of one product each meets the one of its own size first, so that their order says nothing. */
function pairsBySize(before: readonly Row[], after: readonly Row[]): Pair[] {
  const exact = (row: Row): string => `${named(row)} ${words(row['capacity'])} ${words(row['capacityUnit'])}`;
  const same = paired(before, after.map(({ id: _id, ...row }) => row), exact);
  const left = before.filter(row => !same.some(pair => pair.was === row));
  const open = same.flatMap(pair => (pair.was ? [] : [after[pair.index] as Row]));
  const rest = paired(left, open, named, () => 'product');
  return after.map((row, index) => {
    const pair = rest.find(one => one.row === row);
    return pair ? { ...pair, index } : { row, index, was: same[index]?.was, isNamed: true };
  });
}

/** A line may only show in more detail what the product's capacity covers: a person looks. */
function lines(old: Form, now: Form): ReapplyReason[] {
  const before = rowsOf(old, 'products-supplement', 'lines');
  if (before.length === 0) return [];
  return paired(before, rowsOf(now, 'products-supplement', 'lines'), named, row => words(row['product'])).flatMap(({ row, was, index }) => {
    const at = `/products-supplement/lines/${index}`;
    if (!was) return [reason('W', 1, [`${at}/name`, `新增 ${named(row)}`, '原有生产线'], ['新增生产线，可能属于新建、扩建', 'There is one more line'])];
    return sizeGrown({ was, row, at, fields: ['capacity', 'capacityUnit'], what: ['生产线能力扩大，可能属于扩建', 'The line is larger'] }).map(one => ({ ...one, level: 'W' as const }));
  });
}

interface Sizes {
  readonly was: Row;
  readonly row: Row;
  readonly at: string;
  readonly fields: readonly [value: string, unit: string];
  readonly what: readonly [string, string];
}

/** Larger in whatever unit; a unit that cannot be compared with the former one is for a person to judge. */
function sizeGrown({ was, row, at, fields: [value, unit], what }: Sizes): ReapplyReason[] {
  const [from, to] = [numberOf(was, value), numberOf(row, value)];
  if (from === undefined || to === undefined) return [];
  const [before, after] = [sized(from, textOf(was, unit)), sized(to, textOf(row, unit))];
  const [old, now] = [`${from.toFixed()} ${textOf(was, unit) ?? ''}`.trim(), `${to.toFixed()} ${textOf(row, unit) ?? ''}`.trim()];
  if (before.kind !== after.kind) return [reason('W', 1, [`${at}/${unit}`, now, old], ['计量单位变了，与原来的大小无法换算', 'Another unit: the size cannot be compared with the former one'])];
  return after.value.lte(before.value) ? [] : [reason('E', 1, [`${at}/${value}`, now, `不超过 ${old}`], what)];
}

/** @param told words by which a fuel is told, of the day */
function fuels(old: Form, now: Form, told?: readonly FuelWords[]): ReapplyReason[] {
  const before = rowsOf(old, 'materials', 'fuels').map(named);
  if (old.materials === undefined) return [];
  const { grade: dirt } = fuelBook(told);
  const grades = before.map(dirt);
  return rowsOf(now, 'materials', 'fuels').flatMap((row, index) => {
    const name = named(row);
    if (name === '' || before.includes(name)) return [];
    const grade = dirt(name);
    const isDirtier = grade !== undefined && grades.length > 0 && grades.every(one => one !== undefined && one < grade);
    const where = [`/materials/fuels/${index}/name`, name, before.join('、') || '没有燃料'] as const;
    return [isDirtier ? reason('E', 1, where, ['改用污染更重的燃料，属于改建', 'A dirtier fuel is a rebuilt project']) : reason('W', 1, where, ['燃料种类变了，可能属于改建', 'There is another fuel'])];
  });
}

function materials(old: Form, now: Form): ReapplyReason[] {
  const before = rowsOf(old, 'materials', 'materials').map(named);
  if (before.length === 0) return [];
  return rowsOf(now, 'materials', 'materials').flatMap((row, index) =>
    named(row) === '' || before.includes(named(row)) ? [] : [reason('W', 1, [`/materials/materials/${index}/name`, `新增 ${named(row)}`, '原有原辅料'], ['新增原辅材料，如果改变了工艺或增加排放', 'There is another material'])]);
}

function industry(old: Form, now: Form): ReapplyReason[] {
  const [was, is] = [textOf(old.basic, 'industryCode'), textOf(now.basic, 'industryCode')];
  return was === undefined || is === undefined || was === is ? [] : [reason('W', 1, ['/basic/industryCode', is, was], ['行业类别变了，可能属于新建、改建', 'Another industry'])];
}
