import { describe, expect, it } from 'vitest';
import { cellsOf } from './cells';
import type { FieldSpec, Row } from './field';

const FIELDS: readonly FieldSpec[] = [
  { name: 'siteName', label: '名称', type: 'text' },
  { name: 'outlets', label: '排放口', type: 'table', columns: [
    { name: 'code', label: '编号', type: 'code' }, { name: 'heightM', label: '高度', type: 'decimal' }, { name: 'hours', label: '时间', type: 'integer' }, { name: 'pollutants', label: '污染物', type: 'multiselect' },
  ] },
];
const row = (code: string, over: object = {}): Row => ({ id: code, code, heightM: '35', hours: '', pollutants: ['PM'], ...over });
const KNOWN = { siteName: '甲', outlets: [row('DA001'), row('DA002'), row('DA003')] };
const [FIRST, SECOND, THIRD] = KNOWN.outlets as [Row, Row, Row];

describe('what an autosave sends', () => {
  it('is the cell, not its table; as the API expects it', () =>
    expect(cellsOf(FIELDS, { outlets: [FIRST, { ...SECOND, heightM: '40 ', hours: '8' }, THIRD] }, KNOWN)).toEqual([
      { pointer: '/outlets/1/heightM', value: '40' }, { pointer: '/outlets/1/hours', value: 8 },
    ]));

  it('is a plain field as it is, and an emptied cell as null', () =>
    expect(cellsOf(FIELDS, { siteName: '乙', outlets: [{ ...FIRST, heightM: '' }, SECOND, THIRD] }, KNOWN)).toEqual([{ pointer: '/siteName', value: '乙' }, { pointer: '/outlets/0/heightM', value: null }]));

  it('takes rows away from the end, then changes, then appends with the row’s own id', () =>
    expect(cellsOf(FIELDS, { outlets: [{ ...SECOND, heightM: '20' }, row('DA004', { heightM: '' })] }, KNOWN)).toEqual([
      { pointer: '/outlets/2', value: null }, { pointer: '/outlets/0', value: null }, { pointer: '/outlets/0/heightM', value: '20' },
      { pointer: '/outlets/-', value: { id: 'DA004', code: 'DA004', pollutants: ['PM'] } },
    ]));

  it('is one cell of 2,400 rows, whatever the others hold', () => {
    const long = Array.from({ length: 2_400 }, (_, index) => row(`r${index}`));
    const sent = cellsOf(FIELDS, { outlets: long.map((one, index) => (index === 1_700 ? { ...one, heightM: '36' } : one)) }, { outlets: long });
    expect(sent).toEqual([{ pointer: '/outlets/1700/heightM', value: '36' }]);
  });

  it('is the whole table where rows changed places or more cells changed than the API takes', () => {
    const turned = cellsOf(FIELDS, { outlets: [SECOND, FIRST, THIRD] }, KNOWN);
    expect(turned).toEqual([{ pointer: '/outlets', value: [{ id: 'DA002', code: 'DA002', heightM: '35', pollutants: ['PM'] }, { id: 'DA001', code: 'DA001', heightM: '35', pollutants: ['PM'] }, { id: 'DA003', code: 'DA003', heightM: '35', pollutants: ['PM'] }] }]);
    const many = Array.from({ length: 4_500 }, (_, index) => row(`r${index}`));
    expect(cellsOf(FIELDS, { outlets: many.map(one => ({ ...one, heightM: '1' })) }, { outlets: many })).toHaveLength(1);
  });

  it('goes by place where an older form has rows without ids', () => {
    const { id: _id, ...bare } = FIRST;
    expect(cellsOf(FIELDS, { outlets: [{ ...bare, heightM: '9' }] }, { outlets: [bare] })).toEqual([{ pointer: '/outlets/0/heightM', value: '9' }]);
  });
});
