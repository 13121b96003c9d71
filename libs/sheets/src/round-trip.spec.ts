import { Readable } from 'node:stream';
import fc from 'fast-check';
import { columnLetters, parseAddress, SheetRow, SheetTable } from './column';
import { drawWorkbook } from './draw';
import { pickSheet } from './pick-sheet';
import { readTable } from './read-table';
import { withWorkbook } from './workbook/open';
import { dateOfSerial, plainNumber } from './workbook/cell';

const TABLE: SheetTable = {
  title: '往返', withIds: true,
  columns: [
    { key: 'name', label: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'amount', label: { zh: '数量', en: 'Amount' }, type: 'decimal', unit: 't/a', allowNone: true },
    { key: 'count', label: { zh: '个数', en: 'Count' }, type: 'integer' },
    { key: 'day', label: { zh: '日期', en: 'Day' }, type: 'date' },
    { key: 'yes', label: { zh: '是否', en: 'Yes' }, type: 'boolean' },
    { key: 'kind', label: { zh: '类型', en: 'Kind' }, type: 'choice', options: [{ value: 'x', zh: '同名', en: 'X' }, { value: 'y', zh: '同名', en: 'Y' }, { value: 'z', zh: 'a,b"c', en: 'Z' }] },
    { key: 'kinds', label: { zh: '多项', en: 'Kinds' }, type: 'choices', options: [{ value: 'p', zh: '甲', en: 'P' }, { value: 'q', zh: '甲、乙', en: 'Q' }, { value: 'r', zh: '丙，丁', en: 'R' }] },
  ],
};

/** Texts as they are stored: trimmed, without what XML cannot hold, not the text of an error. */
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('=1+1', '+x', '@a', '_x0041_', '  a\nb', '<&>"', '2026-01-01', '1e5', '007'))
  .map(value => value.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '').replace(/[\u3000\u00a0\u2000-\u200b\ufeff\u2028\u2029]/g, '').trim())
  .filter(value => value !== '' && !value.startsWith('#') && !/\p{Cs}/u.test(value));
const decimal = fc.oneof(fc.constantFrom('/', '0', '-1', '1000000000', '30.00', '0.000001', '12345678901234567.89'), fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(999)).map(([whole, rest]) => `${whole}.${rest}`));
const day = fc.integer({ min: 0, max: 60_000 }).map(days => new Date(Date.UTC(1930, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const row = fc.record({
  name: text, amount: optional(decimal), count: optional(fc.integer({ min: -1e9, max: 1e9 })), day: optional(day), yes: optional(fc.boolean()), kind: optional(fc.constantFrom('x', 'y', 'z')),
  kinds: optional(fc.subarray(['p', 'q', 'r'], { minLength: 1 })), id: optional(fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 12, maxLength: 12 })),
}).map(made => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as SheetRow);

describe('rows written and read again', () => {
  it('are the same rows', () =>
    fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async rows => {
        const bytes = await drawWorkbook([{ table: TABLE, rows, example: true }]);
        const table = await withWorkbook({ filename: 'a.xlsx', stream: Readable.from([bytes]) }, async book => readTable(await pickSheet(book.sheets, TABLE), TABLE));
        expect(table.problems).toEqual([]);
        expect(table.rows.map(({ id, values }) => ({ ...values, ...(id ? { id } : {}) }))).toEqual(rows);
      }),
      { numRuns: 60 },
    ));
});

describe('small things', () => {
  it('names columns as Excel does', () => fc.assert(fc.property(fc.integer({ min: 1, max: 16_384 }), at => expect(parseAddress(`${columnLetters(at)}7`)).toEqual([at, 7]))));

  it.each([[1, 'A'], [26, 'Z'], [27, 'AA'], [702, 'ZZ'], [703, 'AAA'], [16_384, 'XFD']])('column %d is %s', (at, letters) => expect(columnLetters(at)).toBe(letters));

  it('writes numbers in plain digits that read back as the same number', () =>
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), value => {
      const plain = plainNumber(value);
      expect(plain).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Math.abs(Number(plain) - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-14);
    })));

  it.each([[1, false, '1900-01-01'], [59, false, '1900-02-28'], [61, false, '1900-03-01'], [45_658, false, '2025-01-01'], [45_658.75, false, '2025-01-01'], [44_196, true, '2025-01-01']])('serial %d (1904: %s) is %s', (serial, old, date) =>
    expect(dateOfSerial(serial, old)).toBe(date));
});
