import { CellProblem, columnLetters, EXAMPLE_MARK, MOST_ROWS, parseAddress, SheetColumn, SheetRow, SheetTable, SheetValue, SheetWords } from './column';
import { Headings, headingsIn } from './headings';
import { readValue } from './read-value';
import { noSheet, tooManyRows, tooMuch } from './sheets.errors';
import { short, words } from './words';
import { SheetCell, SheetLine } from './workbook/cell';
import { Sheet } from './workbook/xlsx';

/** Rows in which the headings are looked for. */
const HEADING_LINES = 20;
/** Problems that are told in full where nobody asks for more; their number is counted beyond. */
export const MOST_PROBLEMS = 1000;
const MOST_MS = 60_000;

export interface ReadRow {
  readonly line: number;
  /** From the column of row marks. */
  readonly id: string | null;
  readonly values: SheetRow;
}

export interface ReadTable {
  readonly sheet: string;
  readonly rows: readonly ReadRow[];
  /** What hinders, at most {@link MOST_PROBLEMS}. */
  readonly problems: readonly CellProblem[];
  readonly problemCount: number;
  /** Every line on which something hinders, also beyond the problems that are told. */
  readonly badLines: ReadonlySet<number>;
  /** What one should know: unknown columns, hidden rows. */
  readonly notes: readonly CellProblem[];
  /** Keys of the columns the sheet has. */
  readonly present: ReadonlySet<string>;
  /** Where the value of a row and column stands, e.g. C17. */
  readonly addressOf: (line: number, key: string) => string;
}

export interface ReadOptions {
  /** Whether an empty required cell hinders. Drafts may have gaps. */
  readonly requireFilled?: boolean;
  /** Problems that are told in full; {@link MOST_PROBLEMS} when left out. */
  readonly mostProblems?: number;
}

/**
 * Reads a sheet into rows by the description of its columns. Every bad cell is named; its row is still read as far as it goes.
 * @throws AppError `sheet.headings` without a row of headings, `sheet.too-many-rows`, `sheet.too-much`
 */
export async function readTable(sheet: Sheet, table: SheetTable, options: ReadOptions = {}): Promise<ReadTable> {
  const reader = new TableReader(sheet, table, options);
  const until = performance.now() + MOST_MS;
  for await (const line of sheet.rows()) {
    if (performance.now() > until) throw tooMuch();
    reader.take(line);
  }
  return reader.finish(sheet.merges());
}

class TableReader {
  private headings: Headings | undefined;
  private readonly rows: ReadRow[] = [];
  private readonly problems: CellProblem[] = [];
  private readonly notes: CellProblem[] = [];
  private problemCount = 0;
  private readonly badLines = new Set<number>();
  private last = 0;
  private readonly most: number;
  private readonly example: string;

  constructor(
    private readonly sheet: Sheet,
    private readonly table: SheetTable,
    private readonly options: ReadOptions,
  ) {
    this.most = Math.min(table.mostRows ?? MOST_ROWS, MOST_ROWS);
    this.example = JSON.stringify(exampleValues(table));
  }

  take(line: SheetLine): void {
    if (this.headings) return this.data(line);
    if (line.line > HEADING_LINES) throw noSheet(this.table.columns.map(column => column.label.zh));
    this.headings = headingsIn(this.table, line);
    for (const fault of this.headings?.problems ?? []) this.report(this.problemAt(line.line, fault.at, fault));
    for (const fault of this.headings?.notes ?? []) this.notes.push(this.problemAt(line.line, fault.at, fault));
  }

  finish(merges: readonly string[]): ReadTable {
    if (!this.headings) throw noSheet(this.table.columns.map(column => column.label.zh));
    for (const range of merges) this.merged(range);
    const places = new Map([...this.headings.at].map(([at, column]) => [column.key, at]));
    this.problems.sort((a, b) => a.line - b.line || a.at - b.at);
    return {
      sheet: this.sheet.name, rows: this.rows, problems: this.problems, problemCount: this.problemCount, badLines: this.badLines, notes: this.notes,
      present: new Set(places.keys()),
      addressOf: (line, key) => `${columnLetters(places.get(key) ?? 1)}${line}`,
    };
  }

  private data(line: SheetLine): void {
    const { at: places } = this.headings as Headings;
    const row: Record<string, SheetValue> = {};
    const faults: CellProblem[] = [];
    let mark: string | null = null;
    for (const [at, column] of places) {
      const cell = line.cells.get(at);
      if (column.key === 'id') mark = cell?.text.trim() ?? null;
      else this.cell(line.line, { at, column, cell }, { row, faults });
    }
    if (Object.keys(row).length === 0 && faults.every(one => one.code === 'missing')) return;
    if (mark === EXAMPLE_MARK && this.isExample(row)) return;
    if (mark === EXAMPLE_MARK) faults.push(this.problemAt(line.line, 0, { column: null, found: EXAMPLE_MARK, words: words.example() }));
    faults.forEach(fault => this.report(fault));
    if (this.rows.length >= this.most) throw tooManyRows(this.most);
    this.last = line.line;
    if (line.hidden) this.note(this.problemAt(line.line, 0, { column: null, found: '', words: words.hiddenRow() }));
    this.rows.push({ line: line.line, id: mark === EXAMPLE_MARK || mark === '' ? null : mark, values: row });
  }

  private cell(line: number, { at, column, cell }: { at: number; column: SheetColumn; cell: SheetCell | undefined }, into: { row: Record<string, SheetValue>; faults: CellProblem[] }): void {
    const read = readValue(column, cell);
    const fault = (said: SheetWords): void => void into.faults.push(this.problemAt(line, at, { column: column.label, found: cell?.text ?? '', words: said }));
    if ('problem' in read) fault(read.problem);
    else if (read.value !== null) into.row[column.key] = read.value;
    else if (column.required && this.options.requireFilled) fault(words.missing(column));
  }

  /** Merged cells among the data: what the hidden ones hold nobody can tell. */
  private merged(range: string): void {
    const [from, to] = range.split(':').map(parseAddress);
    const { line, at } = this.headings as Headings;
    if (!from || !to || to[1] <= line || from[1] > this.last) return;
    const column = [...at].find(([place]) => place >= from[0] && place <= to[0])?.[1];
    if (!column) return;
    for (let each = Math.max(from[1], line + 1); each <= Math.min(to[1], this.last); each++) this.badLines.add(each);
    this.report({ ...this.problemAt(Math.max(from[1], line + 1), from[0], { column: column.label, found: '', words: words.merged(range) }), address: range });
  }

  private isExample(row: SheetRow): boolean {
    return JSON.stringify(Object.fromEntries(Object.entries(row).sort())) === this.example;
  }

  private problemAt(line: number, at: number, { column, found, words: said }: Pick<CellProblem, 'column' | 'found'> & { words: SheetWords }): CellProblem {
    return { sheet: this.sheet.name, address: at === 0 ? String(line) : `${columnLetters(at)}${line}`, line, at, column, found: short(found), ...said };
  }

  private report(problem: CellProblem): void {
    this.problemCount += 1;
    this.badLines.add(problem.line);
    if (this.problems.length < (this.options.mostProblems ?? MOST_PROBLEMS)) this.problems.push(problem);
  }

  private note(problem: CellProblem): void {
    if (this.notes.length < MOST_PROBLEMS) this.notes.push(problem);
  }
}

/** The example row of the template as it reads back. */
function exampleValues(table: SheetTable): SheetRow {
  const entries = table.columns.flatMap(column => {
    if (!column.example) return [];
    const read = readValue(column, { kind: 'text', text: column.example });
    return 'value' in read && read.value !== null ? [[column.key, read.value] as const] : [];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
