import { type Field, type Row, type Value, wordsOf } from '@huanbao/permits';
import { partsOf, placeOf, rowsIn } from '../form/form';
import type { ReportForm, ReportKind } from '../form/part';

/** One difference between two copies, in words. */
export interface WordedDifference {
  readonly pointer: string;
  readonly zh: string;
  readonly en: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The words of a value; a row by its filled cells. */
export function valueWords(field: Field, value: Value | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (field.type !== 'table') return withUnit(field, wordsOf(field, value));
  const rows = value as readonly Row[];
  return rows.map(row => (field.columns ?? []).flatMap(column => (row[column.name] === undefined ? [] : [`${column.label.zh} ${wordsOf(column, row[column.name])}`])).join('，')).join('；') || null;
}

const withUnit = (field: Field, words: string): string | null => (words === '' ? null : field.unit ? `${words} ${field.unit}` : words);

/** What differs between two copies, cell by cell; rows are found by their ids, wherever they moved. */
export function changesOf(kind: ReportKind, before: ReportForm, after: ReportForm): WordedDifference[] {
  return partsOf(kind).flatMap(part => part.fields.flatMap(field => {
    const base = `/${part.key}/${field.name}`;
    if (field.type !== 'table') return cell({ kind, form: after, pointer: base }, field, [before[part.key]?.[field.name], after[part.key]?.[field.name]]);
    return tableChanges({ kind, before, after, base }, field, [rowsIn(before[part.key], field.name), rowsIn(after[part.key], field.name)]);
  }));
}

interface At {
  readonly kind: ReportKind;
  readonly form: ReportForm;
  readonly pointer: string;
}

function cell({ kind, form, pointer }: At, field: Field, [from, to]: readonly [Value | undefined, Value | undefined]): WordedDifference[] {
  if (JSON.stringify(from ?? null) === JSON.stringify(to ?? null)) return [];
  const place = placeOf(kind, form, pointer) ?? { zh: pointer, en: pointer };
  return [{ pointer, zh: place.zh, en: place.en, from: valueWords(field, from), to: valueWords(field, to) }];
}

function tableChanges({ kind, before, after, base }: { kind: ReportKind; before: ReportForm; after: ReportForm; base: string }, field: Field, [old, now]: readonly [readonly Row[], readonly Row[]]): WordedDifference[] {
  const present = new Map(now.map(row => [row['id'], row]));
  const gone = old.filter(row => !present.has(row['id'])).flatMap(row => cell({ kind, form: before, pointer: `${base}/@${String(row['id'])}` }, field, [[row], undefined]));
  const known = new Map(old.map(row => [row['id'], row]));
  const rest = now.flatMap(row => {
    const pointer = `${base}/@${String(row['id'])}`;
    const was = known.get(row['id']);
    if (!was) return cell({ kind, form: after, pointer }, field, [undefined, [row]]);
    return (field.columns ?? []).flatMap(column => cell({ kind, form: after, pointer: `${pointer}/${column.name}` }, column, [was[column.name], row[column.name]]));
  });
  return [...gone, ...rest];
}
