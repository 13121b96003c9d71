import type ExcelJS from 'exceljs';
import { choiceLabel, columnLetters, columnsOf, EXAMPLE_MARK, headingOf, MOST_ROWS, SheetColumn, SheetRow, SheetTable, SheetValue } from './column';
import { OPTIONS_SHEET, sheetName } from './pick-sheet';
import { readValue } from './read-value';
import { plainNumber } from './workbook/cell';

export interface DrawnSheet {
  readonly table: SheetTable;
  readonly rows: readonly SheetRow[];
  /** Adds one example row, marked as such and skipped when it is read. */
  readonly example?: boolean;
  /** Stands above the headings. */
  readonly intro?: string;
}

const HEADING_ROW = 2;
const EXTRA_LINES = 2000;
const GREEN = 'FF1F6F54';
const MOST_LIST = 255;
/** A multiple of the characters of a heading; Chinese ones are two wide. */
const width = (text: string): number => Math.min(40, Math.max(10, [...text].reduce((sum, ch) => sum + (ch.charCodeAt(0) > 255 ? 2 : 1), 4)));

/** Sheets as a workbook people fill in: headings with units, help as notes, lists to choose from. */
export async function drawWorkbook(sheets: readonly DrawnSheet[]): Promise<Buffer> {
  // loaded with the first workbook: it is the largest package of the house, and most processes write none
  const { default: Excel } = await import('exceljs');
  const book = new Excel.Workbook();
  const options = new Options(book);
  for (const sheet of sheets) drawSheet(book, sheet, options);
  options.finish();
  return Buffer.from(await book.xlsx.writeBuffer());
}

function drawSheet(book: ExcelJS.Workbook, { table, rows, example, intro }: DrawnSheet, options: Options): void {
  const columns = columnsOf(table);
  const page = book.addWorksheet(sheetName(table.title), { views: [{ state: 'frozen', ySplit: HEADING_ROW, xSplit: columns.length > 6 ? 1 : 0 }] });
  page.getCell(1, 1).value = intro ?? '带 * 的列必填。单位写在标题里，单元格只填数字；请不要合并单元格，不要改标题。';
  page.getCell(1, 1).font = { color: { argb: 'FF595959' } };
  columns.forEach((column, index) => drawHeading(page, column, index + 1));
  page.getRow(HEADING_ROW).height = 32;
  let line = HEADING_ROW;
  if (example) drawExample(page, columns, ++line);
  for (const row of rows) {
    line += 1;
    columns.forEach((column, index) => write(page.getCell(line, index + 1), column, row[column.key]));
  }
  const until = Math.min(line + EXTRA_LINES, HEADING_ROW + MOST_ROWS);
  columns.forEach((column, index) => validate(page, { column, letters: columnLetters(index + 1), until }, options));
}

function drawHeading(page: ExcelJS.Worksheet, column: SheetColumn, at: number): void {
  const cell = page.getCell(HEADING_ROW, at);
  const heading = headingOf(column);
  cell.value = heading;
  cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: column.key === 'id' ? 'FF8C8C8C' : GREEN } };
  cell.alignment = { wrapText: true, vertical: 'middle' };
  cell.note = { texts: [{ text: explained(column) }] };
  page.getColumn(at).width = width(heading);
  page.getColumn(at).numFmt = column.type === 'date' ? 'yyyy-mm-dd' : isNumber(column) ? 'General' : '@';
}

const isNumber = (column: SheetColumn): boolean => column.type === 'decimal' || column.type === 'integer';
const MOST_IN_NOTE = 30;

/** What the note of a heading says. */
function explained(column: SheetColumn): string {
  const labels = (column.options ?? []).map(option => choiceLabel(column, option.value));
  const range = column.min !== undefined && column.max !== undefined ? `范围：${column.min}–${column.max}` : '';
  return [
    column.required ? '必填' : '选填', column.help?.zh ?? '', column.unit ? `单位：${column.unit}（单元格里不写单位）` : '', range, column.decimals !== undefined ? `最多 ${column.decimals} 位小数` : '',
    column.allowNone ? '不适用的填“/”' : '', column.type === 'date' ? '写成 2026-01-31' : '', column.type === 'boolean' ? '填“是”或“否”' : '', column.example ? `例如：${column.example}` : '',
    labels.length > 0 ? `${column.type === 'choices' ? '可填多项，用“、”隔开：' : '从下列选一项：'}${labels.slice(0, MOST_IN_NOTE).join('、')}${labels.length > MOST_IN_NOTE ? ' 等，见“选项”页' : ''}` : '',
  ].filter(line => line !== '').join('\n');
}

/** A value as it stands in a cell. A decimal that a spreadsheet would write otherwise (30.00, twenty digits) stays text. */
function write(cell: ExcelJS.Cell, column: SheetColumn, value: SheetValue | undefined): void {
  if (value === undefined) return;
  if (typeof value === 'boolean') cell.value = value ? '是' : '否';
  else if (typeof value === 'number') cell.value = value;
  else if (typeof value !== 'string') cell.value = value.map(one => choiceLabel(column, one)).join('、');
  else if (column.type === 'choice') cell.value = choiceLabel(column, value);
  else if (isNumber(column) && /^-?\d/.test(value) && plainNumber(Number(value)) === value) cell.value = Number(value);
  else {
    cell.numFmt = '@';
    // always a text: what begins with = + - @ is never run; _x0041_ would be read as an A
    cell.value = value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  }
}

function drawExample(page: ExcelJS.Worksheet, columns: readonly SheetColumn[], line: number): void {
  columns.forEach((column, index) => {
    const cell = page.getCell(line, index + 1);
    const read = column.example ? readValue(column, { kind: 'text', text: column.example }) : undefined;
    if (column.key === 'id') cell.value = EXAMPLE_MARK;
    else if (read && 'value' in read && read.value !== null) write(cell, column, read.value);
    cell.font = { italic: true, color: { argb: 'FF7F7F7F' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF7E0' } };
  });
}

interface Place {
  readonly column: SheetColumn;
  readonly letters: string;
  readonly until: number;
}

type Validation = ExcelJS.DataValidation;

function validate(page: ExcelJS.Worksheet, { column, letters, until }: Place, options: Options): void {
  const rule = ruleOf(column, options);
  // known to the library, not to its types
  const { dataValidations } = page as unknown as { dataValidations: { add: (range: string, rule: Validation) => void } };
  if (rule) dataValidations.add(`${letters}${HEADING_ROW + 1}:${letters}${until}`, rule);
}

function ruleOf(column: SheetColumn, options: Options): Validation | undefined {
  const said = { allowBlank: true, showErrorMessage: true, errorTitle: column.label.zh };
  if (column.type === 'boolean') return { ...said, type: 'list', formulae: ['"是,否"'], error: '请填“是”或“否”' };
  if (column.type === 'choice') return { ...said, type: 'list', formulae: [options.listOf(column)], error: '请从下拉列表中选择' };
  if (!isNumber(column) || column.allowNone || column.min === undefined || column.max === undefined) return undefined;
  return { ...said, type: column.type === 'integer' ? 'whole' : 'decimal', operator: 'between', formulae: [column.min, column.max], error: `请填 ${column.min} 到 ${column.max} 之间的数字，不带单位`, errorStyle: 'warning' };
}

/** Choices too long for a cell's rule stand on a sheet of their own, each list once. */
class Options {
  private readonly lists = new Map<string, string>();
  private readonly columns: { heading: string; labels: readonly string[] }[] = [];

  constructor(private readonly book: ExcelJS.Workbook) {}

  listOf(column: SheetColumn): string {
    const labels = (column.options ?? []).map(option => choiceLabel(column, option.value));
    const inline = labels.join(',');
    if (inline.length <= MOST_LIST && !labels.some(label => /[,"]/.test(label))) return `"${inline}"`;
    const known = this.lists.get(labels.join('\n'));
    if (known) return known;
    this.columns.push({ heading: column.label.zh, labels });
    const letters = columnLetters(this.columns.length);
    const place = `'${OPTIONS_SHEET}'!$${letters}$2:$${letters}$${labels.length + 1}`;
    this.lists.set(labels.join('\n'), place);
    return place;
  }

  finish(): void {
    if (this.columns.length === 0) return;
    const page = this.book.addWorksheet(OPTIONS_SHEET);
    this.columns.forEach(({ heading, labels }, index) => {
      page.getCell(1, index + 1).value = heading;
      page.getCell(1, index + 1).font = { bold: true };
      labels.forEach((label, line) => (page.getCell(line + 2, index + 1).value = label));
      page.getColumn(index + 1).width = width(heading) + 10;
    });
  }
}
