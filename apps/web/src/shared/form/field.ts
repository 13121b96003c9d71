import type { Text } from '@/i18n';

export type FieldType =
  | 'text'
  | 'textarea'
  | 'password'
  | 'email'
  | 'phone'
  | 'number'
  | 'integer'
  | 'decimal'
  | 'select'
  | 'lookup'
  | 'multiselect'
  | 'boolean'
  | 'date'
  | 'uscc'
  | 'code'
  | 'coordinates'
  | 'file'
  | 'table';

/** WGS-84 decimal degrees, kept as typed. */
export interface Coordinates {
  readonly longitude: string;
  readonly latitude: string;
}

export type Row = Readonly<Record<string, FieldValue>>;
export type FieldValue = string | boolean | null | readonly string[] | Coordinates | readonly Row[];
export type Values = Readonly<Record<string, FieldValue>>;

/** A condition on a field of the same row or, failing that, of the section. Data, so that the server can send it. */
export interface Condition {
  readonly field: string;
  readonly in: readonly (string | boolean)[];
}

/** A list of the server that is searched by `q`, from two characters on, in answers of one page or as plain rows. Members are named, so that this is data. */
export interface Lookup {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Member of a row that is kept. */
  readonly value: string;
  /** Members that name it, in this order. */
  readonly label: readonly string[];
  /** Only rows whose member is one of these are offered. */
  readonly among?: { readonly member: string; readonly in: readonly string[] };
  /** Below this path a record is found by what is kept: names what is chosen beforehand. */
  readonly one?: string;
}

/** One row of a field table: it drives the page, the checks, the printed form and the documentation. */
export interface FieldSpec {
  /** Member of the section's JSON, units in the name: `height_m`. */
  readonly name: string;
  readonly label: Text;
  readonly type: FieldType;
  readonly unit?: string;
  /** Of a column: rows whose other column has one of these values are in that unit. */
  readonly unitBy?: { readonly field: string; readonly units: Readonly<Record<string, string>> };
  /** `autocomplete` of the browser, e.g. `username`, `new-password`, `one-time-code`. */
  readonly autoComplete?: string;
  readonly help?: Text;
  readonly example?: string;
  readonly required?: boolean | Condition;
  readonly visibleWhen?: Condition;
  /** For numbers: limits of the value. For texts: `max` is the number of characters. For tables: of the rows. */
  readonly min?: number;
  readonly max?: number;
  /** Regular expression the whole text must match. */
  readonly pattern?: string;
  /** How to mend a text that does not match. */
  readonly patternHint?: Text;
  readonly options?: readonly { readonly value: string; readonly label: Text }[];
  /** For `lookup`. */
  readonly lookup?: Lookup;
  /** For `table`. */
  readonly columns?: readonly FieldSpec[];
  /** For `table`: rows the server knows by an id are sent with it. */
  readonly rowIds?: boolean;
  /** States of the record in which this field can no longer be changed. */
  readonly sealedIn?: readonly string[];
  /** Heading above this and the following fields. */
  readonly group?: Text;
  /** Share of the line on wide screens; whole line if not given for long texts and tables. */
  readonly width?: 'half' | 'full';
}

/** The unit of a field in this row. */
export function unitIn(spec: Pick<FieldSpec, 'unit' | 'unitBy'>, row: Row | undefined): string | undefined {
  const decides = spec.unitBy && row?.[spec.unitBy.field];
  return (typeof decides === 'string' ? spec.unitBy?.units[decides] : undefined) ?? spec.unit;
}

const NUMERIC: ReadonlySet<FieldType> = new Set(['number', 'integer', 'decimal']);
export const isNumeric = (type: FieldType): boolean => NUMERIC.has(type);

/** RFC 6901 pointer of a member below another one. */
export const pointerTo = (base: string, ...members: (string | number)[]): string =>
  members.reduce<string>((pointer, member) => `${pointer}/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`, base);

export const membersOf = (pointer: string): string[] => {
  const members = pointer.split('/').slice(1);
  return pointer.includes('~') ? members.map(member => member.replaceAll('~1', '/').replaceAll('~0', '~')) : members;
};

/** id of the input of a field, so that summaries and findings can lead to it. */
export const fieldId = (pointer: string): string => `field${pointer.replaceAll('/', '-')}`;

export function holds(condition: Condition, row: Values, section: Values): boolean {
  const value = condition.field in row ? row[condition.field] : section[condition.field];
  if (Array.isArray(value)) return condition.in.some(each => value.includes(each as never));
  return condition.in.includes((value ?? '') as string | boolean);
}

export const isVisible = (spec: FieldSpec, row: Values, section: Values): boolean => !spec.visibleWhen || holds(spec.visibleWhen, row, section);

export const isRequired = (spec: FieldSpec, row: Values, section: Values): boolean =>
  typeof spec.required === 'object' ? holds(spec.required, row, section) : spec.required === true;

export function isEmpty(value: FieldValue | undefined): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object') return (value as Coordinates).longitude === '' && (value as Coordinates).latitude === '';
  return false;
}
