import { textOf } from '@/i18n';
import { asText } from '@/shared/form/as-text';
import { specOf, type PermitForm } from './model';

interface Change {
  readonly pointer: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** A difference as people read it: the place by its labels, the values by the words of their options. */
export interface WordedChange {
  readonly pointer: string;
  readonly place: string;
  readonly from: string | null;
  readonly to: string | null;
}

type Spec = ReturnType<typeof specOf>;

/** The place and both values of a change in the words of the form. */
export function wordedChange(form: PermitForm, { pointer, from, to }: Change): WordedChange {
  const [key, name, index, column] = pointer.split('/').slice(1);
  const section = form.sections.find(each => each.key === key);
  const found = section?.fields.find(field => field.name === name);
  const spec = found && specOf(found);
  const cell = spec?.columns?.find(each => each.name === column);
  const row = index === undefined ? null : textOf({ zh: `第 ${Number(index) + 1} 行`, en: `row ${Number(index) + 1}` });
  const place = [section && textOf(section.title), spec && textOf(spec.label), row, cell && textOf(cell.label)].filter(Boolean).join(' · ');
  const shown = cell ?? spec;
  const unit = shown?.unit ? ` ${shown.unit}` : '';
  const worded = (value: unknown): string | null => {
    const text = shown ? valueText(shown, value) : value === undefined ? null : String(value);
    return text === null ? null : `${text}${typeof value === 'object' ? '' : unit}`;
  };
  return { pointer, place: place || pointer, from: worded(from), to: worded(to) };
}

function valueText(spec: Spec, value: unknown): string | null {
  if (spec.type !== 'table') return asText(spec, value);
  const rows = Array.isArray(value) ? (value as readonly Record<string, unknown>[]) : value && typeof value === 'object' ? [value as Record<string, unknown>] : [];
  const lines = rows.map(row => (spec.columns ?? []).flatMap(column => asText(column, row[column.name]) ?? []).join('，'));
  return lines.length === 0 ? null : lines.join('；');
}
