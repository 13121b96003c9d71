import { canonicalJson } from '@huanbao/platform';
import type { Row, SectionData, Value } from '@huanbao/permits';

/** One field that two phones changed to different values. */
export interface Clash {
  readonly field: string;
  readonly base: Value | null;
  readonly theirs: Value | null;
  readonly mine: Value | null;
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);
const isTable = (value: unknown): value is readonly Row[] => Array.isArray(value) && value.every(one => typeof one === 'object' && one !== null && typeof (one as Row)['id'] === 'string');

/**
 * What one phone changed since the version it knew, on top of what is stored now. A field that only one side changed is taken;
 * rows of a table are told apart by their id. What both changed differently is a clash: nobody's words are thrown away.
 */
export function mergeSection(base: SectionData, theirs: SectionData, changes: Readonly<Record<string, Value | null>>): { readonly data: SectionData; readonly clashes: readonly Clash[] } {
  const data: Record<string, Value | undefined> = { ...theirs };
  const clashes: Clash[] = [];
  for (const [field, mine] of Object.entries(changes)) {
    const [was, is] = [base[field] ?? null, theirs[field] ?? null];
    if (same(is, was) || same(is, mine)) put(data, field, mine);
    else if (same(mine, was)) continue;
    else {
      const rows = isTable(mine ?? []) && isTable(is ?? []) ? mergeRows((was ?? []) as readonly Row[], (is ?? []) as readonly Row[], (mine ?? []) as readonly Row[]) : null;
      if (rows) put(data, field, rows);
      else clashes.push({ field, base: was, theirs: is, mine });
    }
  }
  return { data: data as SectionData, clashes };
}

function put(data: Record<string, Value | undefined>, field: string, value: Value | null): void {
  if (value === null) delete data[field];
  else data[field] = value;
}

/** Rows of both sides; null when one row was changed by both, or changed here and taken away there. */
function mergeRows(base: readonly Row[], theirs: readonly Row[], mine: readonly Row[]): readonly Row[] | null {
  const by = (rows: readonly Row[]): ReadonlyMap<unknown, Row> => new Map(rows.map(row => [row['id'], row]));
  const [was, is, own] = [by(base), by(theirs), by(mine)];
  const merged: Row[] = [];
  for (const id of new Set([...is.keys(), ...own.keys()])) {
    const [b, t, m] = [was.get(id), is.get(id), own.get(id)];
    const kept = same(t, b) ? m : same(m, b) || same(m, t) ? t : undefined;
    if (kept === undefined && !(same(t, b) && m === undefined) && !(same(m, b) && t === undefined)) return null;
    if (kept) merged.push(kept);
  }
  return merged;
}
