import { Injectable, StreamableFile } from '@nestjs/common';
import { badCells, type ExchangeTable, exchangeTableOf, type ImportMode, mergeRows, readSectionTable, type ReadSectionTable, type Row, type TablePreviewView, toSheetRow } from '@huanbao/permits';
import { Actor, Audit, Db, notFound } from '@huanbao/platform';
import { drawReport, drawWorkbook, hiddenSheets, pickSheet, type SheetUpload, withWorkbook, type Workbook, workbookDownload } from '@huanbao/sheets';
import { partOf, rowsIn } from '../form/form';
import type { Part } from '../form/part';
import type { ReportAction } from '../reports.policy';
import { type PartResult, PartsService } from '../writing/parts.service';
import { ReportRecords } from '../writing/report-records';

/** Which table of which report. */
export interface ReportTablePlace {
  readonly id: string;
  readonly part: string;
  readonly table: string;
}

type Table = ExchangeTable<Part>;

/** Tables of a report by Excel. Nothing of an upload is kept; applying it goes the way of every save. */
@Injectable()
export class ReportTables {
  constructor(
    private readonly db: Db,
    private readonly records: ReportRecords,
    private readonly parts: PartsService,
    private readonly audit: Audit,
  ) {}

  async template(actor: Actor, place: ReportTablePlace): Promise<StreamableFile> {
    const { sheet, field } = await this.found(actor, place, 'execution-report.read');
    return workbookDownload(await drawWorkbook([{ table: sheet, rows: [], example: true, intro: INTRO }]), `模板-${field.label.zh}`);
  }

  async rows(actor: Actor, place: ReportTablePlace): Promise<StreamableFile> {
    const { sheet, field } = await this.found(actor, place, 'execution-report.read');
    const rows = rowsIn((await this.parts.read(actor, place.id, place.part)).row.data, field.name);
    await this.audit.record({ actor, action: 'execution-report.export-table', subject: { type: 'execution-report', id: place.id }, details: { part: place.part, table: place.table, rows: rows.length } });
    return workbookDownload(await drawWorkbook([{ table: sheet, rows: rows.map(row => toSheetRow(field.columns ?? [], row)), intro: INTRO }]), field.label.zh);
  }

  /** What the workbook would change, and what is wrong with it. */
  async preview(actor: Actor, place: ReportTablePlace, upload: () => Promise<SheetUpload>): Promise<TablePreviewView> {
    const table = await this.found(actor, place, 'execution-report.edit');
    return withWorkbook(await upload(), async book => {
      const read = await this.read(table, book);
      const { row } = await this.parts.read(actor, place.id, place.part);
      const input = { field: table.field, current: rowsIn(row.data, table.field.name), incoming: read.incoming, present: read.present };
      const counts = (mode: ImportMode): Omit<ReturnType<typeof mergeRows>, 'rows'> => (({ added, changed, removed, same }) => ({ added, changed, removed, same }))(mergeRows(input, mode));
      return {
        sheet: read.sheet, version: row.version, current: input.current.length, incoming: read.incoming.length, replace: counts('replace'), append: counts('append'), problems: [...read.problems], problemCount: read.problemCount, notes: [...read.notes],
      };
    });
  }

  /** The workbook with its bad cells coloured and commented. */
  async report(actor: Actor, place: ReportTablePlace, upload: () => Promise<SheetUpload>): Promise<StreamableFile> {
    const table = await this.found(actor, place, 'execution-report.edit');
    return withWorkbook(await upload(), async book => workbookDownload(await drawReport(book, (await this.read(table, book)).problems), `错误标注-${table.field.label.zh}`));
  }

  /** Takes the rows over, all or none. @throws 422 `sheet.cells` while a cell is wrong; 412 when the part changed since it was looked at */
  async apply(actor: Actor, place: ReportTablePlace, { upload, mode, version }: { upload: () => Promise<SheetUpload>; mode: ImportMode; version: number }): Promise<PartResult> {
    const table = await this.found(actor, place, 'execution-report.edit');
    const read = await withWorkbook(await upload(), book => this.read(table, book));
    if (read.problemCount > 0) throw badCells(read);
    return this.db.transaction(async () => {
      const { name } = table.field;
      const { row } = await this.parts.read(actor, place.id, place.part);
      const { rows, added, changed, removed } = mergeRows({ field: table.field, current: rowsIn(row.data, name), incoming: read.incoming, present: read.present }, mode);
      const result = await this.parts.save(actor, place.id, place.part, { input: { data: { [name]: rows as Row[] } }, version });
      await this.audit.record({ actor, action: 'execution-report.import-table', subject: { type: 'execution-report', id: place.id }, details: { part: place.part, table: name, mode, added, changed, removed } });
      return result;
    });
  }

  private async read(table: Table, book: Workbook): Promise<ReadSectionTable> {
    const read = await readSectionTable(table, await pickSheet(book.sheets, table.sheet));
    return { ...read, notes: [...hiddenSheets(book.sheets), ...read.notes] };
  }

  private async found(actor: Actor, { id, part: key, table: name }: ReportTablePlace, action: ReportAction): Promise<Table> {
    const { kind } = await this.records.find(actor, id, action);
    const part = partOf(kind, key);
    const field = part?.fields.find(one => one.name === name && one.type === 'table');
    const table = part && field ? exchangeTableOf(part, field) : undefined;
    if (!table) throw notFound();
    return table;
  }
}

const INTRO = '带 * 的列必填；单位写在标题里，单元格只填数字；请不要合并单元格，不要改标题。';
