import { type Field, type FieldProblem, type PrintedSection, printedSections, type Row, type SectionData, type Text, validateSection } from '@huanbao/permits';
import { ANNUAL, PERIODIC } from './annual';
import type { Part, PartKey, ReportForm, ReportKind } from './part';

/** The parts of a kind of report, in order. */
export const partsOf = (kind: ReportKind): readonly Part[] => (kind === 'annual' ? ANNUAL : PERIODIC);
export const partOf = (kind: ReportKind, key: string): Part | undefined => partsOf(kind).find(part => part.key === key);

export type PartStatus = 'not-started' | 'in-progress' | 'completed' | 'has-errors';

export interface PartProgress {
  readonly part: PartKey;
  readonly status: PartStatus;
  readonly problems: readonly FieldProblem[];
}

/** Where each part stands. What the platform prefilled is a beginning, never an end: a person says when a part is complete. */
export function progressOf(kind: ReportKind, form: ReportForm, declared: ReadonlySet<PartKey>): PartProgress[] {
  return partsOf(kind).map(part => {
    const data = form[part.key] ?? {};
    const problems = validateSection({ fields: part.fields }, data);
    const status = declared.has(part.key) ? (problems.length > 0 ? 'has-errors' : 'completed') : Object.keys(data).length > 0 ? 'in-progress' : 'not-started';
    return { part: part.key, status, problems };
  });
}

/** The report in words: for 核对页, paper and the public page. */
export const printReport = (kind: ReportKind, form: ReportForm, only: (part: Part) => Part | null = part => part): PrintedSection<PartKey>[] =>
  printedSections(partsOf(kind).flatMap(part => only(part) ?? []), form);

export const rowsIn = (data: SectionData | undefined, table: string): readonly Row[] => {
  const value = data?.[table];
  return Array.isArray(value) ? (value as readonly Row[]) : [];
};

export const textIn = (row: Row | undefined, name: string): string => {
  const value = row?.[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

/** What stands at `/part/field` or `/part/table/3/column` (a row also by `@id`), in words; undefined when there is no such place. */
export function placeOf(kind: ReportKind, form: ReportForm, pointer: string): Text | undefined {
  const [key = '', name, index, column, ...rest] = pointer.split('/').slice(1);
  const part = partOf(kind, key);
  if (!pointer.startsWith('/') || !part || rest.length > 0) return undefined;
  if (name === undefined) return part.title;
  const field = part.fields.find(one => one.name === name);
  if (!field) return undefined;
  if (index === undefined) return joined(part.title, field.label);
  return rowPlace(part, field, { rows: rowsIn(form[part.key], name), index, column });
}

function rowPlace(part: Part, field: Field, { rows, index, column }: { rows: readonly Row[]; index: string; column: string | undefined }): Text | undefined {
  const at = index.startsWith('@') ? rows.findIndex(row => row['id'] === index.slice(1)) : /^\d{1,6}$/.test(index) ? Number(index) : -1;
  const row = rows[at];
  if (!row || field.type !== 'table') return undefined;
  const named = ['outletCode', 'place', 'code', 'facility', 'item', 'name'].map(one => textIn(row, one)).find(Boolean);
  const label = joined(joined(part.title, field.label), { zh: `第${at + 1}行${named ? `（${named}）` : ''}`, en: `row ${at + 1}${named ? ` (${named})` : ''}` });
  const cell = column === undefined ? undefined : field.columns?.find(one => one.name === column);
  if (column !== undefined && !cell) return undefined;
  return cell ? joined(label, cell.label) : label;
}

const joined = (a: Text, b: Text): Text => ({ zh: `${a.zh} · ${b.zh}`, en: `${a.en} · ${b.en}` });

/** The nearest place the report still has. */
export function nearestPlace(kind: ReportKind, form: ReportForm, pointer: string): Text {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = placeOf(kind, form, at);
    if (place) return { zh: place.zh, en: place.en };
  }
  return { zh: pointer, en: pointer };
}
