import { pointerTo, type FieldSpec, type FieldValue, type Row, type Values } from './field';
import { rowChanges, sameValue } from './rows';
import { toWire, wireOf } from './wire';

/** One cell of a section as the API takes it; `value` null on a row takes the row away, `-` appends one. */
export interface Cell {
  readonly pointer: string;
  readonly value: unknown;
}

/** Beyond this a table goes whole; the API takes 5,000 cells at once. */
const MOST_CELLS = 4_000;

/** What differs between the changed members and what the server has, so that one word in 2,400 rows is one cell on the way. */
export function cellsOf(fields: readonly FieldSpec[], changes: Values, known: Values): Cell[] {
  return Object.entries(changes).flatMap(([member, value]) => {
    const spec = fields.find(field => field.name === member);
    if (!spec || spec.type === 'file') return [];
    const whole = [{ pointer: pointerTo('', member), value: spec.type === 'table' ? rowsOf(value).map(row => wholeRow(spec, row)) : wireOf(spec, value) }];
    if (spec.type !== 'table') return whole;
    const cells = tableCells(spec, known[member], value);
    return cells === null || cells.length > MOST_CELLS ? whole : cells;
  });
}

const rowsOf = (value: FieldValue | undefined): readonly Row[] => (Array.isArray(value) ? (value as readonly Row[]) : []);

function tableCells(spec: FieldSpec, before: FieldValue | undefined, now: FieldValue): Cell[] | null {
  const [old, fresh] = [rowsOf(before), rowsOf(now)];
  const changes = rowChanges(before, now);
  if (!changes) return old.length === fresh.length && [...old, ...fresh].every(row => row['id'] === undefined) ? fresh.flatMap((row, index) => rowCells(spec, index, row, old[index] as Row)) : null;
  const gone = new Set(changes.gone);
  const places = old.flatMap((row, index) => (gone.has(row['id'] as string) ? [index] : [])).reverse();
  const stayed = old.filter(row => !gone.has(row['id'] as string));
  return [
    // from the end, so that no place moves before its turn
    ...places.map(index => ({ pointer: pointerTo('', spec.name, index), value: null })),
    ...stayed.flatMap((row, index) => rowCells(spec, index, fresh[index] as Row, row)),
    ...fresh.slice(stayed.length).map(row => ({ pointer: pointerTo('', spec.name, '-'), value: wholeRow(spec, row) })),
  ];
}

function rowCells(spec: FieldSpec, index: number, now: Row, before: Row): Cell[] {
  if (now === before) return [];
  return (spec.columns ?? []).flatMap(column =>
    column.type === 'file' || sameValue(now[column.name], before[column.name]) ? [] : [{ pointer: pointerTo('', spec.name, index, column.name), value: wireOf(column, now[column.name] ?? null) }],
  );
}

/** A row with its id, without what is empty. */
function wholeRow(spec: FieldSpec, row: Row): Record<string, unknown> {
  const filled = Object.entries(toWire(spec.columns ?? [], row)).filter(([, value]) => value !== null);
  return { ...(typeof row['id'] === 'string' ? { id: row['id'] } : {}), ...Object.fromEntries(filled) };
}
