import { textOf } from '@/i18n';
import type { FieldSpec } from './field';

/** A value as people read it; null when there is none. */
export function asText(spec: FieldSpec, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  const name = (one: unknown): string => {
    const option = spec.options?.find(each => each.value === one);
    return option ? textOf(option.label) : String(one);
  };
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(name).join('、');
  if (typeof value === 'object') return Object.values(value).filter(Boolean).join(', ') || null;
  if (typeof value === 'boolean') return value ? textOf({ zh: '是', en: 'Yes' }) : textOf({ zh: '否', en: 'No' });
  return name(value);
}
