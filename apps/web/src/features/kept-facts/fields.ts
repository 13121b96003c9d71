import type { TFunction } from 'i18next';
import type { FieldSpec } from '@/shared/form/field';
import { GRADES, UNITS, type Kind } from './model';

/** The fields of a fact of one kind. A number is asked for as its document has it. */
export function factFields(t: TFunction<'kept-facts'>, kind: Kind): FieldSpec[] {
  const units = UNITS[kind];
  const isGrade = kind === 'performance-grade';
  const span = isGrade ? 'open' : kind.startsWith('carbon') ? 'year' : 'month';
  return [
    isGrade
      ? { name: 'value', label: t('field.value'), type: 'select', required: true, options: GRADES.map(value => ({ value, label: t(`grade.${value}`) })), width: 'full' }
      : { name: 'value', label: t('field.value'), type: 'decimal', unit: units.length === 1 ? units[0] : undefined, required: true, min: 0, help: t('help.value'), width: units.length > 1 ? 'half' : 'full' },
    ...(units.length > 1 ? [{ name: 'unit', label: t('field.unit'), type: 'select', required: true, options: units.map(value => ({ value, label: value })), width: 'half' } as const] : []),
    { name: 'fromOn', label: t('field.fromOn'), type: 'date', required: true, help: t(`help.from.${span}`), width: 'half' },
    { name: 'toOn', label: t('field.toOn'), type: 'date', required: !isGrade, help: t(`help.to.${span}`), width: 'half' },
    { name: 'authority', label: t('field.authority'), type: 'text', required: true, max: 100, example: t('help.authority'), width: 'half' },
    { name: 'documentNo', label: t('field.documentNo'), type: 'text', required: true, max: 80, example: t('help.documentNo'), width: 'half' },
    { name: 'note', label: t('field.note'), type: 'text', max: 500, help: t('help.note'), width: 'full' },
  ];
}

const NAMES = ['value', 'unit', 'fromOn', 'toOn', 'authority', 'documentNo', 'note'] as const;

/** What was filled in, without the empty fields. */
export const filled = (values: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(NAMES.filter(name => values[name]).map(name => [name, values[name]]));
