import { CellProblem, readTable, Sheet, Workbook } from '@huanbao/sheets';
import { FROM_RECORD } from '../drafts.service';
import type { Row, SectionKey } from '../form/field';
import { acceptDraft } from '../form/validate';
import { noKnownSheets } from './exchange.errors';
import { ATTACHMENTS_SHEET, FormSheet, formSheetNamed } from './form-workbook';
import { IncomingRow } from './merge-rows';
import { readSectionTable } from './read-section-table';
import { firstColumn, fromSheetRow } from './table-columns';

/** One sheet as read: either rows of a table, or single fields. */
export interface FormPart {
  readonly form: FormSheet;
  readonly present: ReadonlySet<string>;
  readonly rows: readonly IncomingRow[];
  readonly values: Row;
}

export interface ReadForm {
  readonly parts: readonly FormPart[];
  readonly problems: readonly CellProblem[];
  readonly problemCount: number;
  readonly notes: readonly CellProblem[];
}

const OTHER = { code: 'sheet-unknown', zh: '平台没有这张工作表，没有读取；名称若是改过，请改回导出时的名称', en: 'No such sheet is known here; it was not read. Restore its name if it was changed.' };
/** Sheets we draw ourselves that hold no rows. */
const AIDS: ReadonlySet<string> = new Set(['选项', '错误清单', ATTACHMENTS_SHEET]);

/** Reads the sheets of a workbook that belong to the form. @throws 400 `sheet.none-known` when none does */
export async function readForm(book: Workbook): Promise<ReadForm> {
  const parts: FormPart[] = [];
  const problems: CellProblem[] = [];
  const notes: CellProblem[] = [];
  let problemCount = 0;
  for (const sheet of book.sheets.filter(one => !one.hidden && !AIDS.has(one.name))) {
    const form = formSheetNamed(sheet.name);
    if (!form) {
      notes.push({ sheet: sheet.name, address: '', line: 0, at: 0, column: null, found: '', ...OTHER });
      continue;
    }
    const read = form.table ? await tablePart(form, sheet) : await singlePart(form, sheet);
    parts.push(read.part);
    problems.push(...read.problems);
    problemCount += read.problemCount;
    notes.push(...read.notes);
  }
  if (parts.length === 0) throw noKnownSheets();
  return { parts, problems, problemCount, notes };
}

interface ReadPart {
  readonly part: FormPart;
  readonly problems: readonly CellProblem[];
  readonly problemCount: number;
  readonly notes: readonly CellProblem[];
}

async function tablePart(form: FormSheet, sheet: Sheet): Promise<ReadPart> {
  const read = await readSectionTable(form.table as NonNullable<FormSheet['table']>, sheet);
  return { part: { form, present: read.present, rows: read.incoming, values: {} }, problems: read.problems, problemCount: read.problemCount, notes: read.notes };
}

/** Single fields: an empty cell leaves the field as it is; what comes from the verified record is not taken from a sheet. */
async function singlePart(form: FormSheet, sheet: Sheet): Promise<ReadPart> {
  const read = await readTable(sheet, form.sheet);
  const fixed = new Set(FROM_RECORD.get(form.section.key) ?? []);
  const row = read.rows[0];
  const values = Object.fromEntries(Object.entries(fromSheetRow(form.fields, row?.values ?? {})).filter(([name]) => !fixed.has(name)));
  const bad = new Set(read.problems.map(one => one.address));
  const found = acceptDraft(form.section, values).problems.flatMap((one): CellProblem[] => {
    const field = form.fields.find(each => each.name === one.pointer.split('/')[1]);
    if (!field || !row) return [];
    const address = read.addressOf(row.line, firstColumn(field));
    return bad.has(address) ? [] : [{ sheet: sheet.name, address, line: row.line, at: 0, column: field.label, code: one.code, found: String(values[field.name] ?? '').slice(0, 30), zh: one.zh, en: one.en }];
  });
  return { part: { form, present: new Set(), rows: [], values }, problems: [...read.problems, ...found], problemCount: read.problemCount + found.length, notes: read.notes };
}

export const keyOf = (part: FormPart): SectionKey => part.form.section.key;
