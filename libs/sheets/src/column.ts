/** A word in the two languages of the platform. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export interface SheetOption extends Text {
  readonly value: string;
}

export type SheetColumnType = 'text' | 'decimal' | 'integer' | 'date' | 'boolean' | 'choice' | 'choices';

/** One column of a sheet: what its heading says, what may stand below it, and how it is explained. */
export interface SheetColumn {
  readonly key: string;
  readonly label: Text;
  readonly type: SheetColumnType;
  /** Stands in the heading and never in a cell. */
  readonly unit?: string;
  readonly help?: Text;
  readonly example?: string;
  readonly required?: boolean;
  readonly options?: readonly SheetOption[];
  /** Bounds of a number. */
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  /** "/" as the national form writes what does not apply. */
  readonly allowNone?: boolean;
}

/** One table as a sheet. `title` is the name of the sheet. */
export interface SheetTable {
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  /** Rows accepted at most; never above {@link MOST_ROWS}. */
  readonly mostRows?: number;
  /** Adds the column by which a row is found again, after everything else. */
  readonly withIds?: boolean;
}

/** What a cell holds once read: decimals as text so that no digit is lost, civil dates as YYYY-MM-DD. */
export type SheetValue = string | number | boolean | readonly string[];
export type SheetRow = Readonly<Record<string, SheetValue>>;

/** Rows of one sheet at most; the reader says so and stops. */
export const MOST_ROWS = 50_000;

/** One wrong place of a workbook: where, what stands there, and how to mend it. */
export interface CellProblem {
  readonly sheet: string;
  /** As Excel names it, e.g. C17; of a whole row only its number. */
  readonly address: string;
  readonly line: number;
  /** Number of the column from 1; 0 for a whole row. */
  readonly at: number;
  readonly column: Text | null;
  readonly code: string;
  readonly found: string;
  readonly zh: string;
  readonly en: string;
}

export interface SheetWords {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Key of the column that names a row, and what marks the example row of a template there. */
export const ID_COLUMN: SheetColumn = {
  key: 'id',
  label: { zh: '行标识（请勿修改）', en: 'Row mark (do not change)' },
  type: 'text',
  help: { zh: '平台用它找到原来的那一行；新增的行留空', en: 'Finds the row again; leave it empty for new rows.' },
};
export const EXAMPLE_MARK = '示例';

/** 1 → A, 27 → AA. */
export function columnLetters(at: number): string {
  let [rest, letters] = [at, ''];
  for (; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** C17 → [3, 17]; undefined when it is no address. */
export function parseAddress(address: string): readonly [number, number] | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (!match) return undefined;
  const at = [...(match[1] as string)].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [at, Number(match[2])];
}

export const columnsOf = (table: SheetTable): readonly SheetColumn[] => (table.withIds ? [...table.columns, ID_COLUMN] : table.columns);

/** The words of a choice as they stand in cells; two choices with the same words are told apart by their value. */
export function choiceLabel(column: SheetColumn, value: string): string {
  const option = column.options?.find(one => one.value === value);
  if (!option) return value;
  const shared = column.options?.some(one => one.value !== value && one.zh === option.zh) ?? false;
  return shared ? `${option.zh}（${option.value}）` : option.zh;
}

export const headingOf = (column: SheetColumn): string => `${column.label.zh}${column.unit ? `（${column.unit}）` : ''}${column.required ? '*' : ''}`;
