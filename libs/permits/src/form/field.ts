/** A word in the two languages of the platform. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** The nineteen pages of the national form, in its order. */
export const SECTION_KEYS = [
  'basic', 'products', 'products-supplement', 'materials', 'process-nodes', 'air-outlets', 'air-limits', 'fugitive', 'air-totals', 'water-outlets',
  'water-limits', 'solid-waste', 'noise', 'self-monitoring', 'ledgers', 'supplementary-registration', 'local', 'attachments', 'submission',
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

export type FieldType =
  | 'text'
  | 'decimal'
  | 'integer'
  | 'select'
  | 'multiselect'
  | 'date'
  | 'code'
  | 'coordinates'
  | 'boolean'
  | 'file'
  | 'table';

/** Kinds of code a field can hold; each is checked by its own rule. */
export type CodeKind = 'uscc' | 'facility' | 'treatment' | 'air-outlet' | 'water-outlet' | 'industry' | 'hazardous-waste';

/** Another field of the same row, else of the section, that decides: it holds one of `in`. */
export interface Condition {
  readonly field: string;
  readonly in: readonly (string | boolean)[];
}

export interface Option extends Text {
  readonly value: string;
}

/** The column that decides the unit of a row, and the units of those of its values that are not in the usual one. */
export interface UnitBy {
  readonly field: string;
  readonly units: Readonly<Record<string, string>>;
}

/**
 * One field of the form: the row that drives the page, the validation, the printed form and the documentation.
 * A decimal travels as a string so that no digit is lost; its unit stands in `unit` and never in the value.
 */
export interface Field {
  readonly name: string;
  readonly label: Text;
  readonly type: FieldType;
  readonly unit?: string;
  /** Of a column: values of another column whose rows are in another unit than `unit`. */
  readonly unitBy?: UnitBy;
  readonly help?: Text;
  readonly example?: string;
  /** `always`, or only when the condition holds. Without it the field is optional. */
  readonly required?: 'always' | Condition;
  readonly visibleWhen?: Condition;
  /** Bounds of a decimal or integer; of rows for a table; of characters for a text. */
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  readonly pattern?: string;
  readonly code?: CodeKind;
  readonly options?: readonly Option[];
  /** The national form writes "/" where a limit does not apply; allowed only where that has a meaning. */
  readonly allowNone?: boolean;
  readonly columns?: readonly Field[];
  /** The state of the application from which the field can no longer be changed. */
  readonly sealedFrom: 'draft' | 'submitted';
  /** Business types that ask for it; all of them when left out. */
  readonly askedFor?: readonly string[];
  /** Stored encrypted and never shown to the public. */
  readonly personal?: boolean;
}

export interface Section {
  readonly key: SectionKey;
  readonly title: Text;
  readonly intro: Text;
  /** Where the section stands in the national form, for those who know that one. */
  readonly nationalPage: string;
  readonly fields: readonly Field[];
}

export interface Coordinates {
  /** Decimal degrees, WGS-84, as strings. */
  readonly longitude: string;
  readonly latitude: string;
}

export type Value = string | number | boolean | readonly string[] | Coordinates | readonly Row[] | null;
export interface Row {
  readonly [field: string]: Value | undefined;
}
/** What one section holds; the whole form by section key. */
export type SectionData = Row;
export type Form = Readonly<Partial<Record<SectionKey, SectionData>>>;

/** One wrong value: where (RFC 6901, within the section), which rule, and how to mend it. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

type Rest = Partial<Omit<Field, 'name' | 'label' | 'type' | 'columns'>>;
const text = (zh: string, en: string): Text => ({ zh, en });
const make = (type: FieldType) => (name: string, label: readonly [string, string], rest: Rest = {}): Field => ({
  name, label: text(label[0], label[1]), type, sealedFrom: 'submitted', ...rest,
});

/** Short constructors, so that a section reads as a table. */
export const f = {
  text: make('text'),
  decimal: make('decimal'),
  integer: make('integer'),
  select: make('select'),
  multiselect: make('multiselect'),
  date: make('date'),
  code: make('code'),
  coordinates: make('coordinates'),
  boolean: make('boolean'),
  file: make('file'),
  table: (name: string, label: readonly [string, string], columns: readonly Field[], rest: Rest = {}): Field => ({ ...make('table')(name, label, rest), columns }),
};

export const option = (value: string, zh: string, en: string): Option => ({ value, zh, en });
export const help = text;
