import { DrawnSheet, sheetName, SheetTable } from '@huanbao/sheets';
import type { Field, Form, Section } from '../form/field';
import { rowsOf, SECTIONS, sectionOf } from '../form/form';
import { columnsOfField, ExchangeTable, tableOf, toSheetRow } from './table-columns';

/** One sheet of the workbook of the whole form: the single fields of a section, or one of its tables. */
export interface FormSheet {
  readonly section: Section;
  /** Null for the single fields. */
  readonly table: ExchangeTable | null;
  readonly sheet: SheetTable;
  readonly fields: readonly Field[];
}

/** Every sheet in the order of the national form: `6 大气排放口`, `6.1 …` for its tables. */
export const FORM_SHEETS: readonly FormSheet[] = SECTIONS.flatMap((section, index) => {
  const single = section.fields.filter(field => columnsOfField(field).length > 0);
  const tables = section.fields.filter(field => field.type === 'table');
  return [
    ...(single.length > 0 ? [{ section, table: null, fields: single, sheet: { title: sheetName(`${index + 1} ${section.title.zh}`), columns: single.flatMap(columnsOfField), mostRows: 1 } }] : []),
    ...tables.flatMap((field, at) => {
      const title = sheetName(`${index + 1}.${at + 1} ${field.label.zh}`);
      const table = tableOf(section, field);
      return table ? [{ section, table: { ...table, sheet: { ...table.sheet, title } }, fields: field.columns ?? [], sheet: { ...table.sheet, title } }] : [];
    }),
  ];
});

/** 相关附件 holds files, which no sheet brings: it is listed for who copies over, and not read back. */
const ATTACHMENTS = sectionOf('attachments');
export const ATTACHMENTS_SHEET = sheetName(`${SECTIONS.indexOf(ATTACHMENTS) + 1} ${ATTACHMENTS.title.zh}`);

function drawnAttachments(form: Form): DrawnSheet {
  const fields = (ATTACHMENTS.fields.find(field => field.type === 'table')?.columns ?? []).filter(column => column.type !== 'file');
  return {
    table: { title: ATTACHMENTS_SHEET, columns: fields.flatMap(columnsOfField) }, intro: `${ATTACHMENTS.title.zh}（国家申请表第 ${ATTACHMENTS.nationalPage} 页）。文件在平台上传，这里只列清单，不会导入。`,
    rows: rowsOf(form, 'attachments', 'files').map(row => toSheetRow(fields, row)).map(({ id: _id, ...cells }) => cells),
  };
}

/** The whole form as sheets: every page of the national form, in its order. */
export function drawnForm(form: Form): DrawnSheet[] {
  const sheets = drawnSheets(form);
  const at = FORM_SHEETS.filter(({ section }) => SECTIONS.indexOf(section) < SECTIONS.indexOf(ATTACHMENTS)).length;
  return [...sheets.slice(0, at), drawnAttachments(form), ...sheets.slice(at)];
}

function drawnSheets(form: Form): DrawnSheet[] {
  return FORM_SHEETS.map(({ section, table, sheet, fields }) => {
    const data = form[section.key];
    const intro = `${section.title.zh}（国家申请表第 ${section.nationalPage} 页）。带 * 的列必填；单位写在标题里，单元格只填数字；不要改标题和工作表名称。`;
    if (table) return { table: sheet, intro, rows: rowsOf(form, section.key, table.field.name).map(row => toSheetRow(fields, row)) };
    const row = data ? toSheetRow(fields, data) : {};
    return { table: sheet, intro, rows: Object.keys(row).length > 0 ? [row] : [] };
  });
}

/** The sheet of the form that a sheet of a workbook is, by its name. */
export const formSheetNamed = (name: string): FormSheet | undefined => FORM_SHEETS.find(one => one.sheet.title === name);
