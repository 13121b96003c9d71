import type { Field } from '@huanbao/permits';
import { drawWorkbook, pickSheet, readTable, type SheetColumn, type SheetTable, type SheetUpload, withWorkbook } from '@huanbao/sheets';
import type { RowOutcome } from '../ledger/ledger.service';

/** A wrong cell, or a row that was not taken, with its place in the workbook. */
export interface SheetProblem {
  /** C17, or the number of the line. */
  readonly address: string;
  readonly found: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export interface SheetOutcome {
  readonly accepted: number;
  readonly existing: number;
  readonly refused: number;
  readonly problems: readonly SheetProblem[];
}

/** Rows sent at once to what enters them. */
const CHUNK = 1000;
const MOST_ROWS = 10_000;
const MOST_PROBLEMS = 500;

const TYPES: Readonly<Partial<Record<Field['type'], SheetColumn['type']>>> = { decimal: 'decimal', integer: 'integer', date: 'date', boolean: 'boolean', select: 'choice', multiselect: 'choices' };

/** A field of an entry as a column. What is demanded only in some cases is judged by the row, not by the sheet. */
export function columnOf(field: Field): SheetColumn {
  const { name, label, unit, help, example, min, max, decimals, options, required, type } = field;
  return { key: name, label, type: TYPES[type] ?? 'text', unit, help, example, min: type === 'text' ? undefined : min, max: type === 'text' ? undefined : max, decimals, options, required: required === 'always' };
}

export const emptyWorkbook = (table: SheetTable, intro: string): Promise<Buffer> => drawWorkbook([{ table, rows: [], example: false, intro }]);

type Line = Readonly<Record<string, unknown>>;

interface Reading {
  readonly table: SheetTable;
  /** A read line as a row of the API. */
  readonly rowOf: (values: Line) => object;
  readonly enter: (rows: readonly object[]) => Promise<readonly RowOutcome[]>;
}

/**
 * Reads an uploaded workbook and enters its good rows; rows with a wrong cell are left out and told with their address.
 * Sent again after mending, rows that are there already add nothing.
 */
export function importSheet(upload: SheetUpload, { table, rowOf, enter }: Reading): Promise<SheetOutcome> {
  return withWorkbook(upload, async book => {
    const read = await readTable(await pickSheet(book.sheets, table), { ...table, mostRows: MOST_ROWS }, { requireFilled: true });
    // also lines whose faults are too many to be told, and every line of a merged range
    const good = read.rows.filter(row => !read.badLines.has(row.line));
    const problems: SheetProblem[] = read.problems.map(({ address, found, code, zh, en }) => ({ address, found, code, zh, en }));
    const count = { accepted: 0, existing: 0, refused: read.rows.length - good.length };
    for (let start = 0; start < good.length; start += CHUNK) {
      const part = good.slice(start, start + CHUNK);
      for (const outcome of await enter(part.map(row => rowOf(row.values)))) {
        count[outcome.status] += 1;
        const line = part[outcome.index]?.line ?? 0;
        for (const { pointer, code, zh, en } of outcome.errors) {
          const key = pointer.split('/').at(-1) ?? '';
          problems.push({ address: read.present.has(key) ? read.addressOf(line, key) : String(line), found: '', code, zh, en });
        }
      }
    }
    return { ...count, problems: problems.slice(0, MOST_PROBLEMS) };
  });
}
