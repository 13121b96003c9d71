import type { Field, Form, Row, Section, SectionData, SectionKey, Text, Value } from '../form/field';
import { isVisible, SECTIONS } from '../form/form';
import { upgraded } from '../form/upgrade';
import { unitIn } from '../form/units';
import { wordsOf } from '../form/words';

/** One place where the new form says something else than the permit. */
export interface Difference {
  readonly section: SectionKey;
  /** Into the new form; of a row that is gone, of its table. */
  readonly pointer: string;
  readonly place: Text;
  readonly kind: 'changed' | 'added' | 'removed';
  /** In words; empty for nothing. */
  readonly before: string;
  readonly after: string;
}

/** Files and publicity belong to each application anew: they are not part of the permit. */
const NOT_COMPARED: ReadonlySet<SectionKey> = new Set(['attachments', 'submission']);

/** Old → new, field by field and in the order of the form. Rows are matched by their lasting id, else by their code. Pure. */
export function differences(base: Form, now: Form): Difference[] {
  const [before, after] = [upgraded(base), upgraded(now)];
  return SECTIONS.filter(section => !NOT_COMPARED.has(section.key)).flatMap(section => {
    const [old, next] = [before[section.key] ?? {}, after[section.key] ?? {}];
    return fieldDifferences(section, old, next);
  });
}

/** The same of one section, or of a form that is one. Personal fields are left out, unless the reader may see persons. */
export function fieldDifferences({ key, title, fields }: Pick<Section, 'key' | 'title' | 'fields'>, old: SectionData, next: SectionData, persons = false): Difference[] {
  return fields.filter(field => persons || !field.personal).flatMap(field => {
    const at = { section: key, title, field };
    return field.type === 'table' ? tableDifferences(at, old, next) : factDifference(at, old, next);
  });
}

interface At {
  readonly section: SectionKey;
  readonly title: Text;
  readonly field: Field;
}

function factDifference({ section, title, field }: At, old: SectionData, now: SectionData): Difference[] {
  const [before, after] = [shown(field, old, old), shown(field, now, now)];
  if (before === after) return [];
  return [{ section, pointer: `/${section}/${field.name}`, place: join(title, field.label), kind: 'changed', before, after }];
}

function tableDifferences(at: At, old: SectionData, now: SectionData): Difference[] {
  const { section, title, field } = at;
  const [before, after] = [rows(old[field.name]), rows(now[field.name])];
  const pairs = matched(before, after);
  const base = `/${section}/${field.name}`;
  const place = (row: Row, index: number): Text => join(title, field.label, name(row, index));
  const present = after.flatMap((row, index): Difference[] => {
    const earlier = pairs.get(row);
    if (!earlier) return [{ section, pointer: `${base}/${index}`, place: place(row, index), kind: 'added', before: '', after: rowWords(field, row, now) }];
    return (field.columns ?? []).flatMap(column => {
      const [was, is] = [shown(column, earlier, old), shown(column, row, now)];
      return was === is ? [] : [{ section, pointer: `${base}/${index}/${column.name}`, place: join(place(row, index), column.label), kind: 'changed' as const, before: was, after: is }];
    });
  });
  const kept = new Set(pairs.values());
  const gone = before.flatMap((row, index): Difference[] =>
    kept.has(row) ? [] : [{ section, pointer: base, place: place(row, index), kind: 'removed', before: rowWords(field, row, old), after: '' }],
  );
  return [...present, ...gone];
}

/** Which earlier row each later row was: by its lasting id, by its code, at last by saying the same. */
function matched(before: readonly Row[], after: readonly Row[]): Map<Row, Row> {
  const free = new Set(before);
  const pairs = new Map<Row, Row>();
  for (const key of [idOf, codeOf, contentOf]) {
    const byKey = new Map([...free].flatMap(row => (key(row) === undefined ? [] : [[key(row), row] as const])));
    for (const row of after) {
      const earlier = pairs.has(row) || key(row) === undefined ? undefined : byKey.get(key(row));
      if (!earlier || !free.has(earlier)) continue;
      pairs.set(row, earlier);
      free.delete(earlier);
    }
  }
  return pairs;
}

const idOf = (row: Row): string | undefined => (typeof row['id'] === 'string' ? row['id'] : undefined);

/** Of a row that was sent anew without its id and has no code. */
const contentOf = ({ id: _id, ...cells }: Row): string => JSON.stringify(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What names a row within its table when it was typed anew: its code, with the pollutant where a code has several rows. */
export function codeOf(row: Readonly<Record<string, unknown>>): string | undefined {
  const parts = ['code', 'outletCode', 'facilityCode', 'node', 'pollutant', 'name', 'point', 'kind'].flatMap(key => (typeof row[key] === 'string' ? [row[key]] : []));
  return parts.length === 0 ? undefined : parts.join('|');
}

const rows = (value: Value | undefined): readonly Row[] => (Array.isArray(value) ? (value as readonly Row[]) : []);

/** What people see: a field that is hidden by its condition says nothing. */
const shown = (field: Field, row: Row, section: SectionData): string => (isVisible(field, row, section) ? wordsOf(field, row[field.name]) : '');

function rowWords(field: Field, row: Row, section: SectionData): string {
  return (field.columns ?? []).flatMap(column => {
    const words = shown(column, row, section);
    const unit = unitIn(column, row);
    return words === '' ? [] : [`${column.label.zh} ${words}${unit && /\d$/.test(words) ? ` ${unit}` : ''}`];
  }).join('；');
}

function name(row: Row, index: number): Text {
  const code = row['code'] ?? row['outletCode'] ?? row['name'] ?? row['facilityCode'];
  const words = typeof code === 'string' ? code : undefined;
  return { zh: words ?? `第${index + 1}行`, en: words ?? `row ${index + 1}` };
}

const join = (...parts: readonly Text[]): Text => ({ zh: parts.map(one => one.zh).join(' · '), en: parts.map(one => one.en).join(' · ') });
