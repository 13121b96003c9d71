import i18n from 'i18next';
import { textOf } from '@/i18n';
import { isEmpty, isNumeric, isRequired, isVisible, pointerTo, type Coordinates, type FieldSpec, type FieldValue, type Row, type Values } from './field';
import { usccProblem } from './uscc';

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const INTEGER = /^[+-]?\d+$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^(?:1\d{10}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?)$/;
const DEFAULT_TEXT_LENGTH = 2_000;
const EXAMPLE_NUMBER = '12.5';

interface Place {
  readonly row: Values;
  readonly section: Values;
}

/**
 * Everything to mend in a section: pointer → sentence that says how. Hidden fields are not asked for. The server judges
 * again; these are the checks one wants to hear of while typing.
 */
export function validateSection(fields: readonly FieldSpec[], section: Values): Record<string, string> {
  const found: Record<string, string> = {};
  for (const spec of fields) collect(spec, pointerTo('', spec.name), { row: section, section }, found);
  return found;
}

function collect(spec: FieldSpec, pointer: string, place: Place, found: Record<string, string>): void {
  if (!isVisible(spec, place.row, place.section)) return;
  const value = place.row[spec.name];
  const message = problemOf(spec, value, place);
  if (message) found[pointer] = message;
  if (spec.type !== 'table') return;
  ((value ?? []) as readonly Row[]).forEach((row, index) => {
    for (const column of spec.columns ?? []) collect(column, pointerTo(pointer, index, column.name), { row, section: place.section }, found);
  });
}

/** What is to mend in one field, or null. */
export function problemOf(spec: FieldSpec, value: FieldValue | undefined, place: Place): string | null {
  if (isEmpty(value)) return isRequired(spec, place.row, place.section) ? missing(spec) : null;
  if (isNumeric(spec.type)) return numberProblem(spec, String(value).trim());
  if (spec.type === 'coordinates') return coordinatesProblem(value as Coordinates);
  if (spec.type === 'email' && !EMAIL.test(String(value).trim())) return i18n.t('form.email');
  if (spec.type === 'phone' && !PHONE.test(String(value).trim())) return i18n.t('form.phone');
  if (spec.type === 'uscc') return usccProblem(String(value).trim());
  return typeof value === 'string' ? textProblem(spec, value.trim()) : null;
}

const CHOSEN: ReadonlySet<FieldSpec['type']> = new Set(['select', 'lookup', 'multiselect', 'boolean', 'date', 'file']);

function missing(spec: FieldSpec): string {
  const label = textOf(spec.label);
  if (spec.unit) return i18n.t('form.fillUnit', { label, unit: spec.unit });
  return i18n.t(CHOSEN.has(spec.type) ? 'form.choose' : 'form.fill', { label });
}

function numberProblem(spec: FieldSpec, text: string): string | null {
  const label = textOf(spec.label);
  if (!DECIMAL.test(text)) return i18n.t('form.number', { label, example: spec.example ?? EXAMPLE_NUMBER });
  if (spec.type === 'integer' && !INTEGER.test(text)) return i18n.t('form.integer', { label });
  const limit = { unit: spec.unit ? ` ${spec.unit}` : '' };
  if (spec.min !== undefined && Number(text) < spec.min) return i18n.t('form.min', { label, limit: spec.min + limit.unit });
  if (spec.max !== undefined && Number(text) > spec.max) return i18n.t('form.max', { label, limit: spec.max + limit.unit });
  return null;
}

function textProblem(spec: FieldSpec, text: string): string | null {
  const label = textOf(spec.label);
  const limit = spec.max ?? DEFAULT_TEXT_LENGTH;
  if (text.length > limit) return i18n.t('form.tooLong', { label, limit });
  if (!spec.pattern || new RegExp(`^(?:${spec.pattern})$`, 'u').test(text)) return null;
  const hint = spec.patternHint ? textOf(spec.patternHint) : i18n.t('form.patternHint', { example: spec.example ?? '' });
  return i18n.t('form.pattern', { label, hint });
}

function coordinatesProblem({ longitude, latitude }: Coordinates): string | null {
  const within = (text: string, limit: number): boolean => DECIMAL.test(text.trim()) && Math.abs(Number(text)) <= limit;
  return within(longitude, 180) && within(latitude, 90) ? null : i18n.t('form.coordinates');
}
