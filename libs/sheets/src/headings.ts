import { toHalfWidth } from '@huanbao/codes';
import { columnsOf, SheetColumn, SheetTable, SheetWords, Text } from './column';
import { words } from './words';
import { SheetCell, SheetLine } from './workbook/cell';

/** Which column of the sheet holds which of the table. */
export interface Headings {
  readonly line: number;
  readonly at: ReadonlyMap<number, SheetColumn>;
  /** Columns of the table that the sheet does not have. */
  readonly missing: readonly SheetColumn[];
  readonly problems: readonly HeadingFault[];
  /** What does not hinder. */
  readonly notes: readonly HeadingFault[];
}

interface HeadingFault {
  readonly at: number;
  readonly column: Text | null;
  readonly found: string;
  readonly words: SheetWords;
}

const bare = (heading: string): string => toHalfWidth(heading).replace(/[\s*]/g, '').toLowerCase();
const UNIT = /^(.*?)[([【]([^()[\]【】]*)[)\]】]$/;

interface Match {
  readonly column: SheetColumn;
  readonly unitDiffers: boolean;
}

/** Names a heading may have: in both languages, with or without its unit. */
function matchOf(columns: readonly SheetColumn[], heading: string): Match | undefined {
  const typed = bare(heading);
  const same = (column: SheetColumn, name: string, unit: string | undefined): boolean => {
    const label = bare(name);
    return typed === label || (unit !== undefined && typed === `${label}(${bare(unit)})`);
  };
  const exact = columns.find(column => same(column, column.label.zh, column.unit) || same(column, column.label.en, column.unit) || typed === column.key.toLowerCase());
  if (exact) return { column: exact, unitDiffers: false };
  const split = UNIT.exec(typed);
  const named = split ? columns.find(column => [column.label.zh, column.label.en].some(label => bare(label) === split[1])) : undefined;
  return named && { column: named, unitDiffers: true };
}

/** Reads a row as headings; undefined when it does not look like them. */
export function headingsIn(table: SheetTable, row: SheetLine): Headings | undefined {
  const columns = columnsOf(table);
  const at = new Map<number, SheetColumn>();
  const problems: HeadingFault[] = [];
  const notes: HeadingFault[] = [];
  const taken = new Set<SheetColumn>();
  for (const [place, cell] of row.cells) {
    const match = matchOf(columns, cell.text);
    if (!match) notes.push(fault(place, null, { cell, words: words.headingUnknown() }));
    else if (taken.has(match.column)) problems.push(fault(place, match.column, { cell, words: words.headingTwice(match.column) }));
    else {
      if (match.unitDiffers) problems.push(fault(place, match.column, { cell, words: words.headingUnit(match.column) }));
      taken.add(match.column);
      at.set(place, match.column);
    }
  }
  const own = columns.filter(column => column.key !== 'id');
  const known = own.filter(column => taken.has(column)).length;
  if (known < Math.min(2, own.length)) return undefined;
  const missing = own.filter(column => !taken.has(column));
  for (const column of missing) (column.required ? problems : notes).push({ at: 0, column: column.label, found: '', words: column.required ? words.headingMissing(column) : words.headingAbsent(column) });
  return { line: row.line, at, missing, problems, notes };
}

const fault = (at: number, column: SheetColumn | null, { cell, words: said }: { cell: SheetCell; words: SheetWords }): HeadingFault => ({ at, column: column?.label ?? null, found: cell.text, words: said });
