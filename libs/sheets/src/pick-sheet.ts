import { headingsIn } from './headings';
import { CellProblem, SheetTable } from './column';
import { noSheet } from './sheets.errors';
import { words } from './words';
import { Sheet } from './workbook/xlsx';

const HEADING_LINES = 20;

/** Names of sheets: no more than 31 characters, none of those Excel forbids. */
export const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, '·').replace(/^'|'$/g, '').slice(0, 31);

/**
 * The sheet of a workbook that holds the table: the one named so, else the first visible one with its headings.
 * @throws AppError `sheet.headings` when there is none
 */
export async function pickSheet(sheets: readonly Sheet[], table: SheetTable): Promise<Sheet> {
  const visible = sheets.filter(sheet => !sheet.hidden);
  const named = visible.find(sheet => sheet.name === sheetName(table.title));
  if (named) return named;
  for (const sheet of visible) if (await hasHeadings(sheet, table)) return sheet;
  throw noSheet(table.columns.map(column => column.label.zh));
}

async function hasHeadings(sheet: Sheet, table: SheetTable): Promise<boolean> {
  for await (const line of sheet.rows()) {
    if (line.line > HEADING_LINES) return false;
    if (headingsIn(table, line)) return true;
  }
  return false;
}

/** Hidden sheets are not read; the person is told. */
export const hiddenSheets = (sheets: readonly Sheet[]): CellProblem[] =>
  sheets.filter(sheet => sheet.hidden && sheet.name !== OPTIONS_SHEET).map(sheet => ({ sheet: sheet.name, address: '', line: 0, at: 0, column: null, found: '', ...words.hiddenSheet() }));

/** Long lists of choices stand on a sheet of their own in templates. */
export const OPTIONS_SHEET = '选项';
