import { describe, expect, it } from 'vitest';
import type { FieldSpec, FieldValue, Values } from './field';
import { validateSection } from './validate';
import { fromWire, toWire } from './wire';

const check = (spec: Partial<FieldSpec>, value: FieldValue): string | undefined =>
  validateSection([{ name: 'a', label: '排气筒高度', type: 'text', ...spec }], { a: value })['/a'];

describe('one field', () => {
  it.each<[string, Partial<FieldSpec>, FieldValue, string | undefined]>([
    ['an empty optional field is fine', {}, '', undefined],
    ['an empty required one says what to fill', { required: true }, '', '填写排气筒高度'],
    ['with its unit', { required: true, type: 'decimal', unit: 'm' }, ' ', '填写排气筒高度，单位 m'],
    ['a choice is chosen', { required: true, type: 'select' }, '', '选择排气筒高度'],
    ['no is an answer', { required: true, type: 'boolean' }, false, undefined],
    ['a decimal', { type: 'decimal' }, '12.50', undefined],
    ['a word is no number', { type: 'decimal', example: '15.0' }, '十五', '排气筒高度请填数字，例如 15.0'],
    ['exponents are not typed by people', { type: 'decimal' }, '1e3', '排气筒高度请填数字，例如 12.5'],
    ['half a person', { type: 'integer' }, '2.5', '排气筒高度请填整数'],
    ['below', { type: 'decimal', min: 15, unit: 'm' }, '14.9', '排气筒高度应不小于 15 m'],
    ['above', { type: 'decimal', max: 100 }, '100.1', '排气筒高度应不大于 100'],
    ['too long', { max: 3 }, '一二三四', '排气筒高度请控制在 3 个字以内'],
    ['a pattern counts for the whole text', { pattern: 'DA\\d{3}', example: 'DA001' }, 'xDA001', '排气筒高度的写法不对，请按示例 DA001 填写'],
    ['a code with its check character', { type: 'uscc' }, '91130200699229617X', undefined],
    ['a code with one wrong character', { type: 'uscc' }, '91130200699229618X', '校验位不符，有一位填错了，请对照营业执照逐位核对'],
    ['coordinates', { type: 'coordinates' }, { longitude: '111.78', latitude: '37.14' }, undefined],
    ['half coordinates', { type: 'coordinates' }, { longitude: '111.78', latitude: '' }, '请填经度和纬度，十进制度，例如 111.7802, 37.1444'],
    ['an e-mail', { type: 'email' }, 'zhang@', '请填完整的电子邮箱，例如 zhang@example.com'],
    ['a landline', { type: 'phone' }, '0358-7622345', undefined],
  ])('%s', (_title, spec, value, expected) => expect(check(spec, value)).toBe(expected));
});

describe('fields that depend on others', () => {
  const fields: readonly FieldSpec[] = [
    { name: 'monitored', label: '自动监测', type: 'boolean' },
    { name: 'device', label: '仪器', type: 'text', required: true, visibleWhen: { field: 'monitored', in: [true] } },
    {
      name: 'outlets',
      label: '排放口',
      type: 'table',
      required: true,
      columns: [
        { name: 'kind', label: '类型', type: 'text' },
        { name: 'height', label: '高度', type: 'decimal', required: { field: 'kind', in: ['main'] } },
      ],
    },
  ];
  it.each<[string, Values, Record<string, string>]>([
    ['hidden fields are not asked for', { monitored: false, outlets: [{ kind: 'x' }] }, {}],
    ['shown ones are', { monitored: true, outlets: [{ kind: 'x' }] }, { '/device': '填写仪器' }],
    ['an empty table', { monitored: false, outlets: [] }, { '/outlets': '填写排放口' }],
    [
      'a row is judged by its own members',
      { monitored: false, outlets: [{ kind: 'x', height: '' }, { kind: 'main', height: '' }] },
      { '/outlets/1/height': '填写高度' },
    ],
  ])('%s', (_title, values, expected) => expect(validateSection(fields, values)).toEqual(expected));
});

describe('the wire', () => {
  const fields: readonly FieldSpec[] = [
    { name: 'limit_mg_m3', label: '', type: 'decimal' },
    { name: 'beds', label: '', type: 'integer' },
    { name: 'note', label: '', type: 'textarea' },
    { name: 'files', label: '', type: 'file' },
    { name: 'rows', label: '', type: 'table', columns: [{ name: 'n', label: '', type: 'number' }] },
  ];
  it('keeps decimals as the text they are', () => {
    const values = fromWire(fields, { limit_mg_m3: '0.10', beds: 120, note: null, rows: [{ n: 2.5 }] });
    expect(values).toEqual({ limit_mg_m3: '0.10', beds: '120', note: '', files: [], rows: [{ n: '2.5' }] });
    expect(toWire(fields, values)).toEqual({ limit_mg_m3: '0.10', beds: 120, note: null, rows: [{ n: 2.5 }] });
  });
  it('sends only the members it is given', () => expect(toWire(fields, { note: ' 好 ' })).toEqual({ note: '好' }));
});
