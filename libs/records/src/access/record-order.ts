import { decodeCursor } from '@huanbao/platform';

export const RECORD_SORTS = ['day', '-day', 'entered', '-entered'] as const;
export type RecordSort = (typeof RECORD_SORTS)[number];

interface Columns {
  /** Of the civil day a row is about. */
  readonly day: string;
  /** Grows with the moment of the entry. */
  readonly id: string;
}

/** Order of the rows of one permit as SQL, and where the page goes on. */
export interface RecordOrder {
  readonly orderBy: string;
  /** null on the first page. */
  readonly after: string | null;
  /** What the next page goes on after. */
  readonly keysOf: (row: { readonly id: string; readonly day: string }) => readonly string[];
}

/** @param bind puts a value among those of the query and names its place */
export function recordOrder({ sort = '-day', cursor }: { readonly sort?: RecordSort; readonly cursor?: string }, { day, id }: Columns, bind: (value: unknown) => string): RecordOrder {
  const [way, sign] = sort.startsWith('-') ? ['DESC', '<'] : ['ASC', '>'];
  if (sort.endsWith('entered')) {
    const after = decodeCursor(cursor, 1);
    return { orderBy: `${id} ${way}`, after: after ? `${id} ${sign} ${bind(after[0])}::uuid` : null, keysOf: row => [row.id] };
  }
  const after = decodeCursor(cursor, 2);
  return { orderBy: `${day} ${way}, ${id} ${way}`, after: after ? `(${day}, ${id}) ${sign} (${bind(after[0])}::date, ${bind(after[1])}::uuid)` : null, keysOf: row => [row.day, row.id] };
}
