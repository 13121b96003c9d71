import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { AppError } from '@huanbao/platform';
import { CellProblem, MOST_ROWS, SheetColumn, SheetRow, SheetTable } from './column';
import { drawWorkbook } from './draw';
import { hiddenSheets, pickSheet } from './pick-sheet';
import { ReadOptions, readTable, ReadTable } from './read-table';
import { drawReport } from './report';
import { withWorkbook } from './workbook/open';

const LIMITS: SheetTable = {
  title: '排放口限值', withIds: true,
  columns: [
    { key: 'outlet', label: { zh: '排放口编号', en: 'Outlet' }, type: 'text', required: true, example: 'DA001' },
    { key: 'limit', label: { zh: '许可排放浓度', en: 'Limit' }, type: 'decimal', unit: 'mg/m³', min: 0, max: 100_000, decimals: 6, allowNone: true, example: '30' },
    { key: 'hours', label: { zh: '年排放时间', en: 'Hours' }, type: 'integer', unit: 'h', min: 0, max: 8784 },
    { key: 'since', label: { zh: '起始日期', en: 'Since' }, type: 'date', example: '2026-01-01' },
    { key: 'main', label: { zh: '主要排放口', en: 'Main' }, type: 'boolean' },
    { key: 'kind', label: { zh: '类型', en: 'Kind' }, type: 'choice', options: [{ value: 'a', zh: '甲', en: 'First' }, { value: 'b', zh: '乙、丙', en: 'Second' }] },
    { key: 'all', label: { zh: '污染物', en: 'Pollutants' }, type: 'choices', options: [{ value: 'so2', zh: '二氧化硫', en: 'SO2' }, { value: 'pb', zh: '铅、汞', en: 'Lead, mercury' }] },
  ],
};
const HEADINGS = ['排放口编号*', '许可排放浓度（mg/m³）', '年排放时间（h）', '起始日期', '主要排放口', '类型', '污染物'];

const open = <T>(bytes: Buffer, use: Parameters<typeof withWorkbook<T>>[1], filename = '数据.xlsx'): Promise<T> => withWorkbook({ filename, stream: Readable.from([bytes]) }, use);
const read = (bytes: Buffer, { filename, table = LIMITS, ...options }: ReadOptions & { filename?: string; table?: SheetTable } = {}): Promise<ReadTable> =>
  open(bytes, async book => readTable(await pickSheet(book.sheets, table), table, options), filename);

/** A workbook with these headings and rows, as somebody would make it by hand. */
async function byHand(rows: readonly (readonly ExcelJS.CellValue[])[], change: (page: ExcelJS.Worksheet) => void = () => undefined, headings: readonly string[] = HEADINGS): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet('Sheet1');
  page.addRow([...headings]);
  for (const row of rows) page.addRow([...row]);
  change(page);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const faults = (table: ReadTable): string[] => table.problems.map(({ address, code }) => `${address} ${code}`);
const codeOf = (error: unknown): string => (error instanceof AppError ? error.code : String(error));
const refused = (work: Promise<unknown>): Promise<string> => work.then(() => 'read', codeOf);

describe('cells that are not what they seem', () => {
  const limit = (cell: ExcelJS.CellValue): Promise<ReadTable> => byHand([['DA001', cell]]).then(bytes => read(bytes));

  it.each<[string, ExcelJS.CellValue, string]>([
    ['a number', 30.5, '30.5'], ['a number as text', '30.5', '30.5'], ['全角 digits', '３０．５', '30.5'], ['thousands', '1,234.5', '1234.5'], ['nothing applies', '／', '/'],
    ['a formula with its result', { formula: '15*2', result: 30 }, '30'], ['a formula with a text result', { formula: 'A1&""', result: '12.5' }, '12.5'],
    ['arithmetic of floats', 0.1 + 0.2, '0.3'], ['powers of ten as text', '1.5E-3', '0.0015'],
  ])('reads %s', async (_, cell, value) => {
    const table = await limit(cell);
    expect(faults(table)).toEqual([]);
    expect(table.rows[0]?.values['limit']).toBe(value);
  });

  it.each<[string, ExcelJS.CellValue, string]>([
    ['a unit', '30mg/m³', 'unit-in-cell'], ['another unit', '30 g/m3', 'unit-in-cell'], ['a Chinese unit', '３０毫克', 'unit-in-cell'], ['words', '约三十', 'not-a-number'], ['a date', new Date('2026-03-01T00:00:00Z'), 'became-date'],
    ['a failed formula', { formula: '1/0', result: { error: '#DIV/0!' } as unknown as number }, 'formula-error'], ['the text of an error', '#N/A', 'formula-error'], ['a formula without result', { formula: 'B9*2' } as ExcelJS.CellFormulaValue, 'formula-empty'],
    ['a negative', -1, 'min'], ['10⁹', 1_000_000_000, 'max'], ['too many decimals', 0.1234567, 'decimals'], ['yes', true, 'not-a-number'], ['a range', '20-30', 'not-a-number'], ['two numbers', '20、30', 'unit-in-cell'],
  ])('refuses %s with a place and a hint', async (_, cell, code) => {
    const table = await limit(cell);
    expect(faults(table)).toEqual([`B2 ${code}`]);
    expect(table.problems[0]).toMatchObject({ sheet: 'Sheet1', line: 2, column: { zh: '许可排放浓度' }, zh: expect.stringMatching(/.{6,}/), en: expect.stringMatching(/.{6,}/) });
    expect(table.rows[0]?.values).toEqual({ outlet: 'DA001' });
  });

  it('refuses percentages and units hidden in the format of a number', async () => {
    const bytes = await byHand([['DA001', 0.05], ['DA002', 3]], page => {
      page.getCell('B2').numFmt = '0%';
      page.getCell('B3').numFmt = '0.0"g/m³"';
    });
    const table = await read(bytes);
    expect(faults(table)).toEqual(['B2 percent', 'B3 unit-in-cell']);
    expect(table.problems[0]?.found).toBe('5%');
  });

  it('refuses a code whose digits Excel has lost, and a text it turned into a date', async () => {
    const table = await read(await byHand([[911411000000000000, 1], [new Date('2026-03-01T00:00:00Z'), 1], [12345, 1]]));
    expect(faults(table)).toEqual(['A2 lost-digits', 'A3 became-date']);
    expect(table.rows[2]?.values['outlet']).toBe('12345');
  });

  it.each<[ExcelJS.CellValue, string]>([
    [new Date('2026-01-31T00:00:00Z'), '2026-01-31'], [46053, '2026-01-31'], ['2026-1-31', '2026-01-31'], ['2026/01/31', '2026-01-31'], ['2026.1.31', '2026-01-31'], ['2026年1月31日', '2026-01-31'], ['２０２６－０１－３１', '2026-01-31'], ['2026-01-31 00:00:00', '2026-01-31'],
  ])('reads the date %s', async (cell, date) => {
    const table = await read(await byHand([['DA001', 1, 1, cell]]));
    expect(faults(table)).toEqual([]);
    expect(table.rows[0]?.values['since']).toBe(date);
  });

  it.each<[ExcelJS.CellValue]>([['2026-02-30'], ['31/01/2026'], ['20260131'], [20260131], ['去年'], [12]])('refuses %s as a date', async cell => {
    expect(faults(await read(await byHand([['DA001', 1, 1, cell]])))).toEqual(['D2 date']);
  });

  it('reads choices by their words in either language, also where a word holds the mark between words', async () => {
    const table = await read(await byHand([['DA001', 1, 1, null, '是', '乙、丙', '二氧化硫、铅、汞'], ['DA002', 1, 1, null, 'no', 'first', 'SO2, lead, mercury'], ['DA003', 1, 1, null, '也许', '丁', '二氧化硫、氡']]));
    expect(table.rows.map(row => [row.values['main'], row.values['kind'], row.values['all']])).toEqual([[true, 'b', ['so2', 'pb']], [false, 'a', ['so2', 'pb']], [undefined, undefined, undefined]]);
    expect(faults(table)).toEqual(['E4 choice', 'F4 choice', 'G4 choice']);
    expect(table.problems[1]?.zh).toContain('甲、乙、丙');
  });
});

describe('sheets as people make them', () => {
  it('finds headings wherever they stand, in any order, with what is missing and unknown named', async () => {
    const bytes = await byHand([['备注文字', 12, 'DA001']], page => page.spliceRows(1, 0, ['2026 年限值表'], []), ['备注', 'Limit', '排放口编号']);
    const table = await read(bytes);
    expect(table.rows).toEqual([{ line: 4, id: null, values: { limit: '12', outlet: 'DA001' } }]);
    expect(table.notes.map(({ address, code }) => `${address} ${code}`)).toEqual(['A3 heading-unknown', '3 heading-absent', '3 heading-absent', '3 heading-absent', '3 heading-absent', '3 heading-absent']);
    expect(table.addressOf(4, 'limit')).toBe('B4');
  });

  it('refuses a heading with another unit, a heading twice, and a required column that is gone', async () => {
    const table = await read(await byHand([[1, 2, 3]], undefined, ['许可排放浓度（g/m³）', '年排放时间', '年排放时间']));
    expect(faults(table)).toEqual(['1 heading-missing', 'A1 heading-unit', 'C1 heading-twice']);
  });

  it('says when there are no headings at all', async () => {
    expect(await refused(read(await byHand([['x']], undefined, ['别的', '东西'])))).toBe('sheet.headings');
  });

  it('names merged cells among the data and lets those above the headings be', async () => {
    const bytes = await byHand([['DA001', 1], [null, 2], ['DA002', 3]], page => {
      page.mergeCells('A2:A3');
      page.mergeCells('J1:K1');
    });
    const table = await read(bytes);
    expect(faults(table)).toEqual(['A2:A3 merged']);
    expect(table.problems[0]?.line).toBe(2);
  });

  it('reads hidden rows with a note, leaves hidden sheets out with a note, and skips empty rows', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('旧', { state: 'hidden' }).addRow(HEADINGS);
    const page = book.addWorksheet('新');
    [HEADINGS, ['DA001', 1], [], ['', ' '], ['DA002', 2]].forEach(row => page.addRow(row));
    page.getRow(2).hidden = true;
    await open(Buffer.from(await book.xlsx.writeBuffer()), async workbook => {
      const table = await readTable(await pickSheet(workbook.sheets, LIMITS), LIMITS);
      expect(table.rows.map(row => row.line)).toEqual([2, 5]);
      expect(table.notes.map(({ address, code }) => `${address} ${code}`)).toEqual(['2 hidden-row']);
      expect(hiddenSheets(workbook.sheets).map(note => note.sheet)).toEqual(['旧']);
    });
  });

  it('asks for required cells only where gaps hinder', async () => {
    const bytes = await byHand([[null, 1]]);
    expect(faults(await read(bytes))).toEqual([]);
    expect(faults(await read(bytes, { requireFilled: true }))).toEqual(['A2 missing']);
  });
});

describe('what is drawn is read back', () => {
  it('skips the example row of the template, and asks about one that was written over', async () => {
    const bytes = await drawWorkbook([{ table: LIMITS, rows: [], example: true }]);
    expect((await read(bytes)).rows).toEqual([]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const page = book.worksheets[0] as ExcelJS.Worksheet;
    page.getCell('A3').value = 'DA009';
    expect(faults(await read(Buffer.from(await book.xlsx.writeBuffer())))).toEqual(['3 example-row']);
  });

  it('carries units in the headings, help as notes and lists to choose from', async () => {
    const many: SheetColumn = { key: 'many', label: { zh: '很多', en: 'Many' }, type: 'choice', options: Array.from({ length: 90 }, (_, i) => ({ value: `v${i}`, zh: `选项${i}`, en: `Option ${i}` })) };
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await drawWorkbook([{ table: { ...LIMITS, columns: [...LIMITS.columns, many] }, rows: [], example: true }])) as unknown as ArrayBuffer);
    const page = book.worksheets[0] as ExcelJS.Worksheet;
    expect(page.getCell('B2').value).toBe('许可排放浓度（mg/m³）');
    expect(JSON.stringify(page.getCell('B2').note)).toContain('单元格里不写单位');
    expect(page.getCell('F5').dataValidation).toMatchObject({ type: 'list', formulae: ['"甲,乙、丙"'] });
    expect(page.getCell('H5').dataValidation).toMatchObject({ type: 'list', formulae: ["'选项'!$A$2:$A$91"] });
    expect(book.getWorksheet('选项')?.getCell('A91').value).toBe('选项89');
  });

  it('never lets a text run as a formula', async () => {
    const rows: SheetRow[] = ['=1+1', '+cmd', '-2', '@SUM(A1)', '\t=x', "'x"].map(outlet => ({ outlet }));
    const book = new ExcelJS.Workbook();
    const bytes = await drawWorkbook([{ table: LIMITS, rows }]);
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    rows.forEach((row, index) => expect(book.worksheets[0]?.getCell(`A${index + 3}`).type).toBe(ExcelJS.ValueType.String));
    expect((await read(bytes)).rows.map(row => row.values['outlet'])).toEqual(['=1+1', '+cmd', '-2', '@SUM(A1)', '=x', "'x"]);
  });

  it('colours and comments every bad cell at its own address, with a list in front', async () => {
    const bytes = await byHand([['DA001', '30mg'], ['DA002', 5], ['DA003', '?']]);
    const report = await open(bytes, async workbook => {
      const { problems } = await readTable(await pickSheet(workbook.sheets, LIMITS), LIMITS);
      return drawReport(workbook, problems);
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(report as unknown as ArrayBuffer);
    expect(book.worksheets.map(page => page.name)).toEqual(['错误清单', 'Sheet1']);
    expect(book.worksheets[0]?.getRow(2).values).toEqual([undefined, 'Sheet1', 'B2', '许可排放浓度', '30mg', expect.stringContaining('mg/m³')]);
    const page = book.getWorksheet('Sheet1') as ExcelJS.Worksheet;
    expect(page.getCell('B2').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(JSON.stringify(page.getCell('B4').note)).toContain('不是数字');
    expect(page.getCell('B3').value).toBe(5);
    expect(page.getCell('B3').note).toBeUndefined();
  });
});

describe('files that are not what they seem', () => {
  const csv = `\ufeff排放口编号,许可排放浓度（mg/m³）,起始日期\r\n"DA001","1,234.5",2026/1/31\r\n'=DA002,30mg,\r\n`;

  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(csv)],
    ['GBK', Buffer.from('c5c5b7c5bfdab1e0bac52cd0edbfc9c5c5b7c5c5a8b6c8a3a86d672f6d332cc6f0cabcc8d5c6da0a'.replace('a3a86d672f6d332c', '2c') + Buffer.from('DA001,1234.5,2026/1/31\n\'=DA002,30mg,\n').toString('hex'), 'hex')],
  ])('reads csv in %s', async (_, bytes) => {
    const table = await read(bytes, { filename: '数据.csv' });
    expect(table.rows.map(row => row.values)).toEqual([{ outlet: 'DA001', limit: '1234.5', since: '2026-01-31' }, { outlet: '=DA002' }]);
    expect(faults(table)).toEqual(['B3 unit-in-cell']);
  });

  it('reads semicolons, tabs, UTF-16, quotes and line breaks in fields', async () => {
    const rows = (text: string, encoding: 'utf8' | 'utf16le' = 'utf8'): Promise<string[]> =>
      read(Buffer.from(text, encoding), { filename: 'a.csv' }).then(table => table.rows.map(row => JSON.stringify(row.values)));
    expect(await rows('排放口编号;年排放时间（h）\n"a ""b""\nc";5\n')).toEqual([JSON.stringify({ outlet: 'a "b"\nc', hours: 5 })]);
    expect(await rows('\ufeff排放口编号\t年排放时间\nDA001\t7\n', 'utf16le')).toEqual([JSON.stringify({ outlet: 'DA001', hours: 7 })]);
  });

  it.each<[string, string, string]>([
    ['old Excel with a new name', 'd0cf11e0a1b11ae1'.padEnd(1200, '0'), 'sheet.old-or-locked'],
    ['a web page with a new name', Buffer.from('<html><table><tr><td>1</td></tr></table></html>').toString('hex'), 'sheet.type'],
    ['an archive cut off', Buffer.from('PK\u0003\u0004 and nothing else in it at all').toString('hex'), 'file.damaged'],
    ['nothing', '', 'sheet.type'],
  ])('refuses %s', async (_, hex, code) => {
    expect(await refused(read(Buffer.from(hex, 'hex')))).toBe(code);
  });

  it('stops at its limit of rows and says it', async () => {
    const small: SheetTable = { ...LIMITS, mostRows: 2 };
    expect(await refused(read(await byHand([['a'], ['b'], ['c']]), { table: small }))).toBe('sheet.too-many-rows');
    expect(MOST_ROWS).toBe(50_000);
  });

  it('reads 50,000 rows of text csv and xlsx with each bad cell found', async () => {
    const lines = Array.from({ length: 50_000 }, (_, i) => `DA${String(i).padStart(6, '0')},${i % 1000 === 7 ? 'x' : i % 90_000}`).join('\n');
    const table = await read(Buffer.from(`排放口编号,许可排放浓度\n${lines}`), { filename: 'a.csv' });
    expect([table.rows.length, table.problemCount]).toEqual([50_000, 50]);
    const xlsx = await drawWorkbook([{ table: LIMITS, rows: table.rows.map(row => row.values) }]);
    const again = await read(xlsx);
    expect([again.rows.length, again.problemCount]).toEqual([50_000, 0]);
    expect(again.rows.at(-1)?.values).toEqual({ outlet: 'DA049999', limit: '49999' });
    expect(await refused(read(Buffer.from(`排放口编号,许可排放浓度\n${lines}\nDA,1`), { filename: 'a.csv' }))).toBe('sheet.too-many-rows');
  });
});

describe('problems', () => {
  it('always name sheet, place, what was found and the mend in both languages', async () => {
    const table = await read(await byHand([['DA001', '三十', 1.5, '明天', '也许', '丁', '氡']]));
    const told: readonly CellProblem[] = table.problems;
    expect(told.map(({ address }) => address)).toEqual(['B2', 'C2', 'D2', 'E2', 'F2', 'G2']);
    for (const { sheet, found, zh, en } of told) {
      expect([sheet, found === '']).toEqual(['Sheet1', false]);
      expect(zh).not.toMatch(/非法|无效|该字段/);
      expect(en).toMatch(/[a-z]/);
    }
  });
});
