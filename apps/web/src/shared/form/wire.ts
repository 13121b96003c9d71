import { isEmpty, type Coordinates, type FieldSpec, type FieldValue, type Row, type Values } from './field';

/** JSON as the API speaks it. */
export type Wire = Readonly<Record<string, unknown>>;

/**
 * What the API sent, as people type it. Numbers become texts: what was typed stays exactly as it was typed, and no
 * measurement passes through a floating-point number.
 */
export function fromWire(fields: readonly FieldSpec[], wire: Wire): Values {
  return Object.fromEntries(fields.map(spec => [spec.name, valueFrom(spec, wire[spec.name])]));
}

function valueFrom(spec: FieldSpec, raw: unknown): FieldValue {
  switch (spec.type) {
    case 'table':
      return Array.isArray(raw) ? raw.map(row => rowFrom(spec, row as Wire)) : [];
    case 'multiselect':
    case 'file':
      return Array.isArray(raw) ? raw.map(String) : [];
    case 'boolean':
      return typeof raw === 'boolean' ? raw : null;
    case 'coordinates': {
      const point = (raw ?? {}) as Partial<Record<keyof Coordinates, unknown>>;
      return { longitude: textFrom(point.longitude), latitude: textFrom(point.latitude) };
    }
    default:
      return textFrom(raw);
  }
}

/** A row that has an id keeps it. */
const rowFrom = (spec: FieldSpec, row: Wire): Row => ({ ...(typeof row['id'] === 'string' ? { id: row['id'] } : {}), ...fromWire(spec.columns ?? [], row) });

const textFrom = (raw: unknown): string => (raw === null || raw === undefined ? '' : String(raw));

/** What people typed, as the API expects it: empty is null, `number` and `integer` are numbers, `decimal` is a text. */
export function toWire(fields: readonly FieldSpec[], values: Values): Record<string, unknown> {
  const given = fields.filter(spec => spec.name in values && spec.type !== 'file');
  return Object.fromEntries(given.map(spec => [spec.name, wireOf(spec, values[spec.name] ?? null)]));
}

/** One value as the API expects it. */
export function wireOf(spec: FieldSpec, value: FieldValue): unknown {
  if (spec.type === 'table') return (value as readonly Row[]).map(row => ({ ...(spec.rowIds && typeof row['id'] === 'string' ? { id: row['id'] } : {}), ...toWire(spec.columns ?? [], row) }));
  if (spec.type === 'multiselect') return value;
  if (isEmpty(value)) return null;
  if (spec.type === 'number' || spec.type === 'integer') {
    const number = Number(value);
    // A half-typed number is kept in the draft but not sent: the server would only refuse it.
    return Number.isFinite(number) ? number : null;
  }
  // A password is taken as it is: a space may be part of it.
  return typeof value === 'string' && spec.type !== 'password' ? value.trim() : value;
}
