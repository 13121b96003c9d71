import { Injectable, StreamableFile } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import type { Permit } from '@huanbao/permits';
import { Actor, AppError, Audit, Clock, Db, type FieldProblem, notFound } from '@huanbao/platform';
import { pickSheet, readTable, type ReadTable, type SheetUpload, withWorkbook, workbookDownload } from '@huanbao/sheets';
import { PermitRecords } from '../access/permit-records';
import { emptyWorkbook } from '../access/sheet-import';
import { noResultSheet, sheetTaken, sheetUnreadable, sheetWrong } from '../records.errors';
import { monitoringPolicy } from '../records.policy';
import { MonitoringQueries } from './monitoring.queries';
import { MonitoringService } from './monitoring.service';
import { MonitoringReport } from './report.entity';
import { RESULT_SHEET_INTRO, RESULT_SHEET_NAME, resultRow, resultTable } from './result-table';
import { type CheckedRow, checkedRow, type ResultSheetView } from './report-sheet.view';
import { repeatedLines, type ResultLine } from './sheet-rows';

/** One report with all its results is a few hundred rows; more is sent in parts. */
const MOST_ROWS = 1000;

interface Reading {
  readonly read: ReadTable;
  readonly lines: readonly ResultLine[];
}

/** The results of a report as a workbook from the firm: its template, what every row would come to, and the taking over as a whole, once. */
@Injectable()
export class ReportSheets {
  constructor(
    private readonly db: Db,
    private readonly records: PermitRecords,
    private readonly queries: MonitoringQueries,
    private readonly monitoring: MonitoringService,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** An empty workbook for results of the permit. Who calls has decided that the reader may have it. */
  async template(permit: Permit): Promise<StreamableFile> {
    return workbookDownload(await emptyWorkbook(await this.tableOf(permit), RESULT_SHEET_INTRO), RESULT_SHEET_NAME);
  }

  /** What each row of a workbook would come to for the permit; nothing is kept. Who calls has decided that the reader may ask. */
  async check(permit: Permit, upload: SheetUpload, laboratory: string): Promise<ResultSheetView> {
    const rows = await this.judged(permit, await this.reading(permit, upload, laboratory));
    return sheetView(rows, null);
  }

  /** Whether a file is such a workbook: a visible sheet with the headings of the table. Raw data and damaged files are none. */
  async isSheet(file: { readonly id: string; readonly name: string }): Promise<boolean> {
    if (!/\.xlsx$/i.test(file.name)) return false;
    try {
      await withWorkbook({ filename: file.name, stream: await this.files.open(file.id) }, book => pickSheet(book.sheets, resultTable([])));
      return true;
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
  }

  /** What the workbook of a received report would come to today. */
  async preview(actor: Actor, permitId: string, reportId: string): Promise<ResultSheetView> {
    const permit = await this.records.require(actor, permitId, { policy: monitoringPolicy, action: 'monitoring.read' });
    const report = await this.reportOf(permitId, reportId);
    return sheetView(await this.judged(permit, await this.stored(permit, report)), report);
  }

  /**
   * All rows or none, in one transaction; what is there already adds nothing. @throws 409 `monitoring.sheet-taken` the second time,
   * 422 `monitoring.sheet-wrong` with the places of what has to be mended
   */
  async take(actor: Actor, permitId: string, reportId: string): Promise<ResultSheetView> {
    const permit = await this.records.require(actor, permitId, { policy: monitoringPolicy, action: 'monitoring.write' });
    const report = await this.reportOf(permitId, reportId);
    if (report.takenAt) throw sheetTaken(report.takenAt);
    // the file never changes, so it is read before anything is locked
    const reading = await this.stored(permit, report);
    return this.db.transaction(() => this.enter(actor, { permit, reportId, reading }));
  }

  private async enter(actor: Actor, { permit, reportId, reading }: { permit: Permit; reportId: string; reading: Reading }): Promise<ResultSheetView> {
    const report = await this.db.lock(MonitoringReport, { id: reportId });
    if (!report || report.takenAt) throw sheetTaken(report?.takenAt ?? this.clock.now());
    const rows = await this.judged(permit, reading);
    if (rows.length === 0) throw noResultSheet();
    const wrong = rows.filter(one => one.status === 'refused');
    if (wrong.length > 0) throw sheetWrong(wrong);
    const outcomes = await this.monitoring.enterAll(actor, permit.id, { rows: reading.lines.map(one => one.row), source: 'excel' });
    // somebody entered another value meanwhile: everything is taken back with it
    if (outcomes.some(one => one.status === 'refused')) throw sheetWrong(await this.judged(permit, reading).then(now => now.filter(one => one.status === 'refused')));
    const taken = { takenAt: this.clock.now(), takenByName: actor.name, takenRows: rows.length };
    await this.db.repo(MonitoringReport).update({ id: reportId }, taken);
    const count = (status: string): number => outcomes.filter(one => one.status === status).length;
    await this.audit.record({ actor, action: 'monitoring.take-sheet', subject: { type: 'permit', id: permit.id }, details: { reportId, taskId: report.taskId, hash: report.hash, accepted: count('accepted'), existing: count('existing') }, onBehalfOf: permit.enterpriseId === actor.orgId ? null : permit.enterpriseId });
    return sheetView(rows, { ...report, ...taken });
  }

  private async reportOf(permitId: string, reportId: string): Promise<MonitoringReport> {
    const report = await this.db.repo(MonitoringReport).findOneBy({ id: reportId, permitId, isSheet: true });
    if (!report) throw notFound();
    return report;
  }

  private async tableOf(permit: Permit): Promise<ReturnType<typeof resultTable>> {
    return resultTable(await this.queries.plan(await this.records.inTime(permit)));
  }

  private async stored(permit: Permit, report: MonitoringReport): Promise<Reading> {
    try {
      return await this.reading(permit, { filename: report.name, stream: await this.files.open(report.fileId) }, report.laboratory, report.fileId);
    } catch (error) {
      // it was a workbook when it was filed
      if (error instanceof AppError && !['sheet.too-many-rows', 'sheet.headings'].includes(error.code)) throw sheetUnreadable();
      throw error;
    }
  }

  /** Who made the report is known; a row may name another laboratory. */
  private async reading(permit: Permit, upload: SheetUpload, laboratory: string, reportFileId?: string): Promise<Reading> {
    const table = await this.tableOf(permit);
    return withWorkbook(upload, async book => {
      const read = await readTable(await pickSheet(book.sheets, table), { ...table, mostRows: MOST_ROWS }, { requireFilled: true });
      const lines = read.rows.map(({ line, values }) => ({ line, row: { laboratory, ...resultRow(values), ...(reportFileId ? { reportFileId } : {}) } }));
      return { read, lines };
    });
  }

  /** Every row with all that is wrong with it, by address. Wrong cells come first; only rows without any are compared with the plan. */
  private async judged(permit: Permit, { read, lines }: Reading): Promise<CheckedRow[]> {
    const repeated = repeatedLines(lines);
    const whole = lines.filter(one => !read.badLines.has(one.line));
    const tried = await this.monitoring.tryAll(permit, whole.map(one => one.row));
    const outcomes = new Map(whole.map((one, index) => [one.line, tried[index]]));
    return lines.map(({ line, row }) => {
      const told = read.problems.filter(one => one.line === line).map(({ address, found, code, zh, en }) => ({ address, found, code, zh, en }));
      const outcome = outcomes.get(line);
      const again = repeated.get(line);
      const problems = [...told, ...[...(outcome?.errors ?? []), ...(again ? [again] : [])].map(one => placed(read, line, one))];
      return checkedRow({ line, row, result: outcome?.result ?? null, status: problems.length > 0 || !outcome ? 'refused' : outcome.status, problems });
    });
  }
}

function placed(read: ReadTable, line: number, { pointer, code, zh, en }: FieldProblem): CheckedRow['problems'][number] {
  const key = pointer.split('/').at(-1) ?? '';
  return { address: read.present.has(key) ? read.addressOf(line, key) : String(line), found: '', code, zh, en };
}

function sheetView(rows: readonly CheckedRow[], report: MonitoringReport | null): ResultSheetView {
  const count = (status: CheckedRow['status']): number => rows.filter(row => row.status === status).length;
  return {
    name: report?.name ?? null, laboratory: report?.laboratory ?? null, taskId: report?.taskId ?? null, taskTitle: report?.taskTitle ?? null,
    takenAt: report?.takenAt?.toISOString() ?? null, takenByName: report?.takenByName ?? null,
    accepted: count('accepted'), existing: count('existing'), refused: count('refused'), rows: rows.map(row => ({ ...row, problems: [...row.problems] })),
  };
}
