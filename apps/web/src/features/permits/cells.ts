/** One cell of a section as the API takes it. */
export interface Cell {
  readonly pointer: string;
  readonly value: unknown;
}

type Data = Readonly<Record<string, unknown>>;

/** What differs between the changed members and what is stored: cell by cell while a table keeps its rows, else the whole member. */
export function cellsOf(changes: Data, stored: Data): Cell[] {
  return Object.entries(changes).flatMap(([member, value]) => {
    const before = stored[member];
    if (!isTable(value) || !isTable(before) || value.length !== before.length) return [{ pointer: `/${member}`, value }];
    return value.flatMap((row, index) => cellsOfRow(`/${member}/${index}`, row, before[index] ?? {}));
  });
}

function cellsOfRow(base: string, row: Data, before: Data): Cell[] {
  return Object.entries(row).flatMap(([column, value]) => (text(value) === text(before[column]) ? [] : [{ pointer: `${base}/${column}`, value }]));
}

/** A value for comparison: everything empty is the same nothing. */
function text(value: unknown): string {
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '';
  if (Array.isArray(value)) return JSON.stringify(value);
  return typeof value === 'object' ? JSON.stringify(Object.entries(value).sort()) : String(value);
}

function isTable(value: unknown): value is readonly Data[] {
  return Array.isArray(value) && value.every(row => typeof row === 'object' && row !== null && !Array.isArray(row));
}
