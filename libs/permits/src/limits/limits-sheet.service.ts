import { Injectable, StreamableFile } from '@nestjs/common';
import { Actor, Audit, Clock, Db } from '@huanbao/platform';
import { CellProblem, drawReport, drawWorkbook, hiddenSheets, pickSheet, readTable, SheetUpload, withWorkbook, Workbook, workbookDownload } from '@huanbao/sheets';
import { allPages } from '@huanbao/documents';
import { LimitProposal } from './limit-proposal.entity';
import { LIMIT_SHEET, limitOfSheet, sheetOfLimit } from './limits-sheet';
import { LimitTable } from './limit-table';
import { LimitQueries } from './limits.queries';
import { nothingNew, sheetUnfit } from './limits.errors';
import type { LimitExportDto } from './limits.dto';
import type { LimitImportCountsView, LimitPreviewView } from './limits.view';
import { changeView } from './limit-views';
import { sameValue } from './limit-checks';
import { Book, LimitChange, LimitContent, planChanges, sameLimit } from './plan-changes';
import { LimitProposals } from './proposals.service';

const MOST_CHANGES_SHOWN = 200;
const MOST_NOTES = 200;

interface ReadLimits {
  readonly sheet: string;
  readonly incoming: number;
  readonly changes: readonly LimitChange[];
  readonly counts: LimitImportCountsView;
  readonly problems: readonly CellProblem[];
  readonly notes: readonly CellProblem[];
  readonly book: Book;
}

/** Limits by Excel: out as they are, in as one proposal. A workbook is looked at and applied by sending it each time; none is kept. */
@Injectable()
export class LimitsSheet {
  constructor(
    private readonly db: Db,
    private readonly table: LimitTable,
    private readonly queries: LimitQueries,
    private readonly proposals: LimitProposals,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async template(): Promise<StreamableFile> {
    return workbookDownload(await drawWorkbook([{ table: LIMIT_SHEET, rows: [], example: true, intro: INTRO }]), '模板-排放限值');
  }

  async export(actor: Actor, filter: LimitExportDto): Promise<StreamableFile> {
    const rows = [];
    for await (const row of allPages((cursor, limit) => this.queries.list({ ...filter, cursor, limit }))) rows.push(sheetOfLimit(row));
    await this.audit.record({ actor, action: 'limit.export', subject: { type: 'limit', id: 'all' }, details: { ...filter, rows: rows.length } });
    return workbookDownload(await drawWorkbook([{ table: LIMIT_SHEET, rows, intro: INTRO }]), '排放限值');
  }

  async preview(upload: SheetUpload): Promise<LimitPreviewView> {
    return withWorkbook(upload, async book => {
      const read = await this.read(book);
      return {
        sheet: read.sheet, incoming: read.incoming, counts: read.counts, changes: read.changes.slice(0, MOST_CHANGES_SHOWN).map(change => changeView(change, read.book)),
        problems: [...read.problems], problemCount: read.problems.length, notes: [...read.notes],
      };
    });
  }

  report(upload: SheetUpload): Promise<StreamableFile> {
    return withWorkbook(upload, async book => workbookDownload(await drawReport(book, (await this.read(book)).problems), '错误标注-排放限值'));
  }

  /** @throws 422 while a cell is wrong, or when the workbook says nothing new */
  async import(actor: Actor, upload: SheetUpload, { reason, citation }: { reason: string; citation: string }): Promise<LimitProposal> {
    const read = await withWorkbook(upload, book => this.read(book));
    if (read.problems.length > 0) throw sheetUnfit(read.problems.length);
    if (read.changes.length === 0) throw nothingNew();
    return this.db.transaction(() => this.proposals.propose(actor, { reason, citation, items: read.changes, source: 'excel' }));
  }

  private async read(workbook: Workbook): Promise<ReadLimits> {
    const table = await readTable(await pickSheet(workbook.sheets, LIMIT_SHEET), LIMIT_SHEET, { requireFilled: true });
    const book = await this.table.stored();
    const counts = { added: 0, replaced: 0, corrected: 0, same: 0 };
    const bad = new Set(table.problems.map(one => one.line));
    const lines: number[] = [];
    const changes = table.rows.filter(row => !bad.has(row.line)).flatMap(row => {
      const change = changeFor(limitOfSheet(row.values), book);
      counts[change === null ? 'same' : change.op === 'add' ? 'added' : change.op === 'replace' ? 'replaced' : 'corrected'] += 1;
      if (change) lines.push(row.line);
      return change ? [change] : [];
    });
    const placed = planChanges(book, changes, this.clock.today()).problems.map(({ pointer, code, zh, en }): CellProblem => {
      const [, , index = '0', , member = ''] = pointer.split('/');
      const line = lines[Number(index)] ?? 0;
      const column = LIMIT_SHEET.columns.find(one => one.key === member);
      const address = column && table.present.has(member) ? table.addressOf(line, member) : String(line);
      return { sheet: table.sheet, address, line, at: LIMIT_SHEET.columns.findIndex(one => one.key === member) + 1, column: column?.label ?? null, code, found: '', zh, en };
    });
    return {
      sheet: table.sheet, incoming: table.rows.length, changes, counts, book, problems: [...table.problems, ...placed].sort((a, b) => a.line - b.line || a.at - b.at),
      notes: [...hiddenSheets(workbook.sheets), ...table.notes].slice(0, MOST_NOTES),
    };
  }
}

/** What a row of the sheet means for the table: something new, a new value from a day on, a correction of what begins on that day, or nothing. */
function changeFor(row: LimitContent, { limits }: Book): LimitChange | null {
  const kin = limits.filter(one => sameLimit(one, row));
  const same = kin.find(one => one.validFrom === row.validFrom);
  if (same) return sameValue(same, row) ? null : { op: 'correct', id: same.id, row };
  const running = kin.find(one => one.validFrom < row.validFrom && (one.validTo === null || one.validTo >= row.validFrom));
  return running ? { op: 'replace', id: running.id, row } : { op: 'add', row };
}

const INTRO = '带 * 的列必填；单位在“单位”列选择，“限值”列只填数字。同一限值换新值的，另起一行填新的起用日期；导入后由另一位同事确认才生效。';
