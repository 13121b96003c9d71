import { Injectable, StreamableFile } from '@nestjs/common';
import { Actor, Audit, Db, notFound } from '@huanbao/platform';
import { drawReport, drawWorkbook, hiddenSheets, pickSheet, SheetUpload, withWorkbook, Workbook, workbookDownload } from '@huanbao/sheets';
import { ApplicationAction } from '../permits.policy';
import { ApplicationRecords } from '../application.records';
import type { Row } from '../form/field';
import { SectionResult, SectionsService } from '../sections.service';
import { badCells } from './exchange.errors';
import { ImportMode, mergeRows } from './merge-rows';
import { readSectionTable, ReadSectionTable } from './read-section-table';
import { ExchangeTable, exchangeTable, toSheetRow } from './table-columns';
import type { TablePreviewView } from './exchange.view';

/** Which table of which application. */
export interface TablePlace {
  readonly id: string;
  readonly section: string;
  readonly table: string;
}

/**
 * Sub-tables of the form by Excel. Nothing of an upload is kept: looking at it and applying it each read the file anew, and
 * applying goes the way of every save (policy, sealing, 补正, audit).
 */
@Injectable()
export class TableExchange {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly sections: SectionsService,
    private readonly audit: Audit,
  ) {}

  async template(actor: Actor, place: TablePlace): Promise<StreamableFile> {
    const { sheet, field } = await this.found(actor, place, 'permit-application.read');
    return workbookDownload(await drawWorkbook([{ table: sheet, rows: [], example: true, intro: introOf(field.help?.zh) }]), `模板-${field.label.zh}`);
  }

  async rows(actor: Actor, place: TablePlace): Promise<StreamableFile> {
    const { sheet, field } = await this.found(actor, place, 'permit-application.read');
    const rows = rowsIn(await this.sections.read(actor, place.id, place.section), field.name);
    await this.audit.record({ actor, action: 'permit-application.export', subject: { type: 'permit-application', id: place.id }, details: { section: place.section, table: place.table, rows: rows.length } });
    const bytes = await drawWorkbook([{ table: sheet, rows: rows.map(row => toSheetRow(field.columns ?? [], row)), intro: introOf(field.help?.zh) }]);
    return workbookDownload(bytes, field.label.zh);
  }

  /** What the workbook would change, and what is wrong with it. */
  async preview(actor: Actor, place: TablePlace, upload: () => Promise<SheetUpload>): Promise<TablePreviewView> {
    const table = await this.found(actor, place, 'permit-application.edit');
    return withWorkbook(await upload(), async book => {
      const read = await this.read(table, book);
      const stored = await this.sections.read(actor, place.id, place.section);
      const input = { field: table.field, current: rowsIn(stored, table.field.name), incoming: read.incoming, present: read.present };
      const counts = (mode: ImportMode): Omit<ReturnType<typeof mergeRows>, 'rows'> => (({ added, changed, removed, same }) => ({ added, changed, removed, same }))(mergeRows(input, mode));
      return {
        sheet: read.sheet, version: stored.version, current: input.current.length, incoming: read.incoming.length, replace: counts('replace'), append: counts('append'),
        problems: [...read.problems], problemCount: read.problemCount, notes: [...read.notes],
      };
    });
  }

  /** The workbook with its bad cells coloured and commented. */
  async report(actor: Actor, place: TablePlace, upload: () => Promise<SheetUpload>): Promise<StreamableFile> {
    const table = await this.found(actor, place, 'permit-application.edit');
    return withWorkbook(await upload(), async book => workbookDownload(await drawReport(book, (await this.read(table, book)).problems), `错误标注-${table.field.label.zh}`));
  }

  /**
   * Takes the rows over, all or none.
   * @throws 422 `sheet.cells` while a cell is wrong; 412 when the section changed since it was looked at
   */
  async apply(actor: Actor, place: TablePlace, { upload, mode, version }: { upload: () => Promise<SheetUpload>; mode: ImportMode; version: number }): Promise<SectionResult> {
    const table = await this.found(actor, place, 'permit-application.edit');
    const read = await withWorkbook(await upload(), book => this.read(table, book));
    if (read.problemCount > 0) throw badCells(read);
    return this.db.transaction(() => this.save(actor, place, { table, read, mode, version }));
  }

  private async save(actor: Actor, place: TablePlace, { table, read, mode, version }: { table: ExchangeTable; read: ReadSectionTable; mode: ImportMode; version: number }): Promise<SectionResult> {
    const { name } = table.field;
    const stored = await this.sections.read(actor, place.id, place.section);
    const merged = mergeRows({ field: table.field, current: rowsIn(stored, name), incoming: read.incoming, present: read.present }, mode);
    const result = await this.sections.save(actor, place.id, place.section, { input: { data: { [name]: merged.rows } }, version });
    const { added, changed, removed } = merged;
    await this.audit.record({ actor, action: 'permit-application.import', subject: { type: 'permit-application', id: place.id }, details: { section: place.section, table: name, mode, added, changed, removed } });
    return result;
  }

  private async read(table: ExchangeTable, book: Workbook): Promise<ReadSectionTable> {
    const read = await readSectionTable(table, await pickSheet(book.sheets, table.sheet));
    return { ...read, notes: [...hiddenSheets(book.sheets), ...read.notes] };
  }

  private async found(actor: Actor, { id, section, table }: TablePlace, action: ApplicationAction): Promise<ExchangeTable> {
    await this.records.find(actor, id, action);
    const found = exchangeTable(section, table);
    if (!found) throw notFound();
    return found;
  }
}

export function rowsIn(stored: SectionResult, table: string): readonly Row[] {
  const value = stored.data[table];
  return Array.isArray(value) ? (value as readonly Row[]) : [];
}

const introOf = (help: string | undefined): string => `${help ? `${help}。` : ''}带 * 的列必填；单位写在标题里，单元格只填数字；请不要合并单元格，不要改标题。`;
