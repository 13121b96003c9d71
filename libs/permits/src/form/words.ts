import type { Coordinates, Field, Value } from './field';

/** A value as it is printed in Chinese. */
export function wordsOf(field: Field, value: Value | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return (value as readonly string[]).map(one => optionLabel(field, one)).join('、');
  if (typeof value === 'object') return coordinatesWords(value as Coordinates);
  return field.type === 'select' ? optionLabel(field, String(value)) : String(value);
}

export function optionLabel(field: Field, value: string): string {
  return field.options?.find(one => one.value === value)?.zh ?? value;
}

const coordinatesWords = ({ longitude, latitude }: Coordinates): string => `东经 ${longitude}°，北纬 ${latitude}°`;
