import { Readable } from 'node:stream';
import fc from 'fast-check';
import { drawWorkbook, headingOf, ID_COLUMN, readTable, withWorkbook } from '@huanbao/sheets';
import { completeHospitalForm } from '../demo/hospital.form';
import { completeLimeKilnForm } from '../demo/lime-kiln.form';
import type { Form, Row } from '../form/field';
import { rowsOf, SECTIONS } from '../form/form';
import { printed } from '../form/print';
import { drawnForm, FORM_SHEETS } from './form-workbook';
import { mergeRows } from './merge-rows';
import { readForm } from './read-form';
import { readSectionTable } from './read-section-table';
import { ExchangeTable, exampleReads, exchangeTable, tableOf, toSheetRow } from './table-columns';

const OWNER = { name: '孝义市恒泰石灰有限公司', uscc: '91141181MA0GXXXX0X', fileIds: {} };
const FORMS: [string, Form][] = [['a lime kiln', completeLimeKilnForm(OWNER)], ['a hospital', completeHospitalForm(OWNER)]];
const TABLES: [string, ExchangeTable][] = SECTIONS.flatMap(section => section.fields.filter(field => field.type === 'table').flatMap(field => {
  const table = tableOf(section, field);
  return table ? [[`${section.key}.${field.name}`, table] as [string, ExchangeTable]] : [];
}));
const workbook = <T>(bytes: Buffer, use: Parameters<typeof withWorkbook<T>>[1]): Promise<T> => withWorkbook({ filename: 'a.xlsx', stream: Readable.from([bytes]) }, use);
const sorted = (row: Row): unknown => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));

describe('every table of the form', () => {
  it.each(TABLES)('%s has headings that are told apart and examples its own columns can read', (_, { sheet }) => {
    const headings = [...sheet.columns, ID_COLUMN].map(column => headingOf(column).replace('*', ''));
    expect(new Set(headings).size).toBe(headings.length);
    expect(sheet.columns.filter(column => !exampleReads(column)).map(column => column.key)).toEqual([]);
  });

  it.each(TABLES)('%s gives a template that reads as no rows at all', async (_, table) => {
    const bytes = await drawWorkbook([{ table: table.sheet, rows: [], example: true }]);
    const read = await workbook(bytes, book => readTable(book.sheets[0] as never, table.sheet));
    expect([read.rows, read.problems]).toEqual([[], []]);
  });

  it('leaves out the one whose rows are files', () => {
    expect(exchangeTable('attachments', 'files')).toBeUndefined();
    expect(exchangeTable('basic', 'name')).toBeUndefined();
    expect(exchangeTable('nonsense', 'x')).toBeUndefined();
  });
});

describe('the whole form as a workbook', () => {
  it('has a sheet for every section with fields and every table, in the order of the form, under names of their own', () => {
    const order = FORM_SHEETS.map(({ section }) => SECTIONS.indexOf(section));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(FORM_SHEETS.map(({ sheet }) => sheet.title)).size).toBe(FORM_SHEETS.length);
  });

  it('has every page of the national form, in print too', () => {
    const form = completeLimeKilnForm(OWNER);
    const pages = new Set(drawnForm(form).map(({ table }) => Number(/^\d+/.exec(table.title)?.[0])));
    const withFields = SECTIONS.flatMap((section, index) => (section.fields.length > 0 ? [index + 1] : []));
    expect([...pages]).toEqual(withFields);
    expect(printed(Object.fromEntries(SECTIONS.map(section => [section.key, form[section.key] ?? {}]))).map(one => one.key)).toEqual(SECTIONS.map(section => section.key));
    expect(SECTIONS.map(section => section.nationalPage.split(' ')[0])).toEqual(Array.from({ length: 19 }, (_, index) => String(index + 1)));
  });

  it.each(FORMS)('reads back as it was: %s', async (_, form) => {
    const read = await workbook(await drawWorkbook(drawnForm(form)), readForm);
    expect(read.problems).toEqual([]);
    for (const part of read.parts) {
      const data = form[part.form.section.key] ?? {};
      if (part.form.table) expect(part.rows.map(({ id, row }) => sorted({ ...row, ...(id ? { id } : {}) }))).toEqual(rowsOf(form, part.form.section.key, part.form.table.field.name).map(sorted));
      else for (const [name, value] of Object.entries(part.values)) expect([name, value]).toEqual([name, data[name]]);
    }
  });
});

describe('faults of the fields stand at their cells', () => {
  it('names the cell of a code the form would refuse, beside those of the sheet', async () => {
    const table = exchangeTable('air-outlets', 'outlets') as ExchangeTable;
    const row = toSheetRow(table.field.columns ?? [], rowsOf(FORMS[0]?.[1] as Form, 'air-outlets', 'outlets')[0] as Row);
    const bytes = await drawWorkbook([{ table: table.sheet, rows: [{ ...row, code: 'DW001' }, { ...row, code: 'DA9', heightM: '四十米' }] }]);
    const read = await workbook(bytes, book => readSectionTable(table, book.sheets[0] as never));
    expect(read.problems.map(({ address, code }) => `${address} ${code}`)).toEqual(['A3 code', 'A4 code', 'H4 not-a-number']);
    expect(read.problemCount).toBe(3);
    expect(read.problems[0]).toMatchObject({ line: 3, at: 1, found: 'DW001', column: { zh: '排放口编号' } });
  });
});

describe('rows meet the rows that are there', () => {
  const { field } = exchangeTable('air-limits', 'limits') as ExchangeTable;
  const outlets = (exchangeTable('air-outlets', 'outlets') as ExchangeTable).field;
  const all = new Set((field.columns ?? []).map(column => column.name));
  const current: Row[] = [{ id: 'a', outletCode: 'DA001', pollutant: 'so2' }, { id: 'b', outletCode: 'DA001', pollutant: 'nox', rateKgH: '3' }];

  it.each([
    ['found by their mark, changed', [{ id: 'b', row: { outletCode: 'DA001', pollutant: 'nox', rateKgH: '4' } }], { added: 0, changed: 1, removed: 1, same: 0 }],
    ['found by their content', [{ id: null, row: { pollutant: 'so2', outletCode: 'DA001' } }], { added: 0, changed: 0, removed: 1, same: 1 }],
    ['new, though they refer to the same outlet', [{ id: null, row: { outletCode: 'DA001', pollutant: 'dust' } }], { added: 1, changed: 0, removed: 2, same: 0 }],
    ['a copied row with the same mark', [{ id: 'a', row: current[0] as Row }, { id: 'a', row: { outletCode: 'DA002' } }], { added: 1, changed: 0, removed: 1, same: 1 }],
    ['a mark nobody knows', [{ id: 'zzz', row: { outletCode: 'DA003' } }], { added: 1, changed: 0, removed: 2, same: 0 }],
  ])('%s', (_, incoming, counts) => expect(mergeRows({ field, current, incoming, present: all }, 'replace')).toMatchObject(counts));

  it('keeps what the sheet has no column for', () => {
    const merged = mergeRows({ field, current, incoming: [{ id: 'b', row: { outletCode: 'DA001', pollutant: 'nox' } }], present: new Set(['outletCode', 'pollutant']) }, 'append');
    expect(merged).toEqual({ rows: current, added: 0, changed: 0, removed: 0, same: 1 });
  });

  it('finds a row again by its own code', () => {
    const merged = mergeRows({ field: outlets, current: [{ id: 'x', code: 'DA001', name: '旧' }], incoming: [{ id: null, row: { code: 'DA001', name: '新' } }], present: new Set(['code', 'name']) }, 'append');
    expect(merged).toMatchObject({ changed: 1, added: 0, rows: [{ id: 'x', code: 'DA001', name: '新' }] });
  });

  const rows = fc.array(fc.record({ id: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null }), row: fc.record({ outletCode: fc.constantFrom('DA001', 'DA002'), pollutant: fc.constantFrom('so2', 'nox') }) }), { maxLength: 6 });

  it('counts every row once, never doubles a mark, and loses nothing when appending', () =>
    fc.assert(fc.property(rows, incoming => {
      for (const mode of ['replace', 'append'] as const) {
        const merged = mergeRows({ field, current, incoming, present: all }, mode);
        const ids = merged.rows.flatMap(row => (row['id'] === undefined ? [] : [row['id']]));
        expect(new Set(ids).size).toBe(ids.length);
        expect(merged.added + merged.changed + merged.same).toBe(incoming.length);
        expect(merged.rows.length).toBe(current.length + merged.added - merged.removed);
        expect(mergeRows({ field, current: merged.rows, incoming: merged.rows.map(row => ({ id: (row['id'] as string | undefined) ?? null, row: Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'id')) })), present: all }, mode)).toMatchObject({ added: 0, changed: 0, removed: 0 });
      }
    })));
});
