import { PassThrough } from 'node:stream';
import type { stream } from 'exceljs';
import { CellProblem } from './column';
import { sheetName } from './pick-sheet';
import { SheetCell } from './workbook/cell';
import { Workbook } from './workbook/open';

const LIST = '错误清单';
const RED: { type: 'pattern'; pattern: 'solid'; fgColor: { argb: string } } = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } };
type Writer = InstanceType<typeof stream.xlsx.WorkbookWriter>;

/** The workbook as it was read, at the same addresses, with every bad cell coloured and commented, and a list of them in front. */
export async function drawReport(book: Workbook, problems: readonly CellProblem[]): Promise<Buffer> {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const { stream: excel } = await import('exceljs');
  const writer = new excel.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  writeList(writer, problems);
  for (const name of new Set(problems.map(problem => problem.sheet))) await copySheet(writer, { book, name }, problems.filter(problem => problem.sheet === name));
  await writer.commit();
  return Buffer.concat(chunks);
}

function writeList(writer: Writer, problems: readonly CellProblem[]): void {
  const page = writer.addWorksheet(LIST, { views: [{ state: 'frozen', ySplit: 1 }] });
  page.columns = [['工作表', 16], ['位置', 10], ['列', 20], ['填写的内容', 24], ['怎么改', 80]].map(([header, width]) => ({ header: String(header), width: Number(width) }));
  page.getRow(1).font = { bold: true };
  for (const problem of problems) page.addRow([problem.sheet, problem.address, problem.column?.zh ?? '', problem.found, problem.zh]).commit();
  page.commit();
}

/** Problems by line and column; those of a whole row stand at its first cell. */
function byPlace(problems: readonly CellProblem[]): Map<number, Map<number, string[]>> {
  const places = new Map<number, Map<number, string[]>>();
  for (const { line, at, zh } of problems) {
    const row = places.get(line) ?? new Map<number, string[]>();
    places.set(line, row.set(Math.max(at, 1), [...(row.get(Math.max(at, 1)) ?? []), zh]));
  }
  return places;
}

async function copySheet(writer: Writer, { book, name }: { book: Workbook; name: string }, problems: readonly CellProblem[]): Promise<void> {
  const sheet = book.sheets.find(one => one.name === name);
  if (!sheet) return;
  const places = byPlace(problems);
  // a sheet of the same name as our list would not open
  const page = writer.addWorksheet(sheetName(name === LIST ? `${name}1` : name) || 'Sheet');
  for await (const { line, cells } of sheet.rows()) {
    const row = page.getRow(line);
    const bad = places.get(line);
    for (const [at, cell] of cells) row.getCell(at).value = shown(cell);
    for (const [at, said] of bad ?? []) {
      row.getCell(at).fill = RED;
      row.getCell(at).note = said.join('\n');
    }
    row.commit();
  }
  page.commit();
}

const shown = (cell: SheetCell): string | number => (cell.kind === 'number' && !cell.lost ? Number(cell.text) : cell.text);
