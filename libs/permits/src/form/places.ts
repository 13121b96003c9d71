import { Field, Form, Row, Text } from './field';
import { fieldNamed, isSectionKey, sectionOf } from './form';

export interface Place {
  /** `大气排放口 · 第1行（DA001）· 高度` */
  readonly label: Text;
  readonly field: Field | undefined;
}

/** What stands at a pointer of the form, in words; undefined when the form has no such place. */
export function fieldAt(form: Form, pointer: string): Place | undefined {
  const [key, name, index, column, ...rest] = pointer.split('/').slice(1);
  if (!pointer.startsWith('/') || key === undefined || !isSectionKey(key) || rest.length > 0) return undefined;
  const section = sectionOf(key);
  if (name === undefined) return { label: section.title, field: undefined };
  const field = fieldNamed(section.fields, name);
  if (!field) return undefined;
  const base = join(section.title, field.label);
  if (index === undefined) return { label: base, field };
  const row = rowAt(form[key]?.[name], index);
  if (field.type !== 'table' || !row) return undefined;
  const rowLabel = join(base, rowWords(row.row, row.number));
  if (column === undefined) return { label: rowLabel, field };
  const cell = fieldNamed(field.columns ?? [], column);
  return cell && { label: join(rowLabel, cell.label), field: cell };
}

/** By number, or by the row's lasting id as `@id`. */
function rowAt(value: Row[string], index: string): { row: Row; number: number } | undefined {
  const rows = Array.isArray(value) ? (value as readonly Row[]) : [];
  const at = index.startsWith('@') ? rows.findIndex(row => row['id'] === index.slice(1)) : /^\d+$/.test(index) ? Number(index) : -1;
  const row = rows[at];
  return row && { row, number: at + 1 };
}

function rowWords(row: Row, number: number): Text {
  const code = row['code'] ?? row['outletCode'];
  const name = typeof code === 'string' ? { zh: `（${code}）`, en: ` (${code})` } : { zh: '', en: '' };
  return { zh: `第${number}行${name.zh}`, en: `row ${number}${name.en}` };
}

const join = (a: Text, b: Text): Text => ({ zh: `${a.zh} · ${b.zh}`, en: `${a.en} · ${b.en}` });
