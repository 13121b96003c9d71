import { CellProblem, ReadTable, readTable, Sheet } from '@huanbao/sheets';
import type { Field, FieldProblem, Row, Section, SectionData } from '../form/field';
import { acceptDraft, validateSection } from '../form/validate';
import { IncomingRow } from './merge-rows';
import { ExchangeTable, firstColumn, fromSheetRow } from './table-columns';

export interface ReadSectionTable {
  readonly sheet: string;
  readonly incoming: readonly IncomingRow[];
  readonly problems: readonly CellProblem[];
  readonly problemCount: number;
  readonly notes: readonly CellProblem[];
  /** Fields the sheet has columns for. */
  readonly present: ReadonlySet<string>;
}

const MOST_NOTES = 200;

/** Reads a sheet as a table of the form: first the cells, then the rules of the fields, each fault at its cell. */
export async function readSectionTable({ section, field, sheet: description }: ExchangeTable<Pick<Section, 'fields'>>, sheet: Sheet): Promise<ReadSectionTable> {
  const columns = field.columns ?? [];
  const read = await readTable(sheet, description);
  const rows = read.rows.map(({ values }) => fromSheetRow(columns, values));
  const problems = acceptDraft(section, { [field.name]: rows }).problems;
  const bad = new Set([...read.problems.map(one => one.address)]);
  const found = problems.map(one => placed({ read, rows, columns }, one)).filter(one => !bad.has(one.address));
  const missing = validateSection(section, { [field.name]: rows } as SectionData)
    .filter(one => one.code === 'missing' && one.pointer.startsWith(`/${field.name}/`))
    .map(one => placed({ read, rows, columns }, one)).filter(one => !bad.has(one.address));
  return {
    sheet: read.sheet, incoming: read.rows.map(({ id }, index) => ({ id, row: rows[index] as Row })),
    problems: [...read.problems, ...found].sort((a, b) => a.line - b.line || a.at - b.at), problemCount: read.problemCount + found.length,
    notes: [...read.notes, ...missing].slice(0, MOST_NOTES),
    present: new Set(columns.filter(column => read.present.has(firstColumn(column))).map(column => column.name)),
  };
}

interface Placing {
  readonly read: ReadTable;
  readonly rows: readonly Row[];
  readonly columns: readonly Field[];
}

/** A fault of `/outlets/3/heightM` at the cell that row and column came from. */
function placed({ read, rows, columns }: Placing, { pointer, code, zh, en }: FieldProblem): CellProblem {
  const [, , index = '', name = ''] = pointer.split('/');
  const row = read.rows[Number(index)];
  const column = columns.find(one => one.name === name);
  if (!row || index === '') return { sheet: read.sheet, address: '', line: 0, at: 0, column: null, code, found: '', zh, en };
  const address = column ? read.addressOf(row.line, firstColumn(column)) : String(row.line);
  const value = rows[Number(index)]?.[name];
  const found = value === undefined || value === null ? '' : typeof value === 'object' ? Object.values(value).join(', ') : String(value);
  return { sheet: read.sheet, address, line: row.line, at: columnNumber(address), column: column?.label ?? null, code, found: found.slice(0, 30), zh, en };
}

/** C17 → 3; 0 for a whole row. */
function columnNumber(address: string): number {
  return [...(/^[A-Z]+/.exec(address)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
