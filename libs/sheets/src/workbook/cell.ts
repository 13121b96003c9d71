import { toHalfWidth } from '@huanbao/codes';

/** A cell as the file holds it. `text` is what people see of it as far as that can be told. */
export interface SheetCell {
  readonly kind: 'text' | 'number' | 'date' | 'percent' | 'boolean' | 'error' | 'uncomputed';
  readonly text: string;
  /** Words that the number's format puts beside it, e.g. a unit. */
  readonly literal?: string;
  /** More digits than a spreadsheet can hold: the last ones are gone. */
  readonly lost?: boolean;
}

export interface SheetLine {
  readonly line: number;
  readonly hidden: boolean;
  /** By number of the column, from 1; empty cells are not in it. */
  readonly cells: ReadonlyMap<number, SheetCell>;
}

/** How a number is shown: by the format of its cell. */
export interface NumberLook {
  readonly kind: 'number' | 'date' | 'percent';
  readonly literal?: string;
}

const MOST_EXACT = 1e15;
const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31 */
const LAST_SERIAL = 2_958_465;

/** A number cell: fifteen digits as Excel shows them, never in powers of ten. */
export function numberCell(raw: string, look: NumberLook, date1904: boolean): SheetCell {
  const value = Number(raw);
  if (!Number.isFinite(value)) return { kind: 'text', text: raw };
  if (look.kind === 'date') {
    const date = dateOfSerial(value, date1904);
    if (date) return { kind: 'date', text: date };
  }
  if (look.kind === 'percent') return { kind: 'percent', text: `${plainNumber(value * 100)}%` };
  return { kind: 'number', text: plainNumber(value), ...(look.literal ? { literal: look.literal } : {}), ...(Math.abs(value) >= MOST_EXACT ? { lost: true } : {}) };
}

/** The shortest plain digits that stand for the number at Excel's fifteen significant ones. */
export function plainNumber(value: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e');
  const negative = mantissa.startsWith('-');
  const digits = mantissa.replace(/[-.]/g, '');
  const point = 1 + Number(exponent);
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const fraction = (point > 0 ? digits.slice(point) : `${'0'.repeat(-point)}${digits}`).replace(/0+$/, '');
  const plain = fraction === '' ? whole : `${whole}.${fraction}`;
  return negative && plain !== '0' ? `-${plain}` : plain;
}

/** The civil date of a serial number; Excel counts a 29 February 1900 that never was. */
export function dateOfSerial(serial: number, date1904 = false): string | undefined {
  if (serial < 1 || serial > LAST_SERIAL) return undefined;
  const days = Math.floor(serial) + (!date1904 && serial < 60 ? 1 : 0);
  return new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + days * DAY_MS).toISOString().slice(0, 10);
}

const DATE_FORMATS = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
const PERCENT_FORMATS: ReadonlySet<number> = new Set([9, 10]);

/** What a number format makes of a number. */
export function lookOf(id: number, code: string | undefined): NumberLook {
  if (code === undefined) return { kind: DATE_FORMATS(id) ? 'date' : PERCENT_FORMATS.has(id) ? 'percent' : 'number' };
  const first = code.split(';')[0] ?? '';
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[[^\]]*\]/g, '');
  if (/[ymdhs年月日]/i.test(bare.replace(/general/gi, ''))) return { kind: 'date' };
  if (bare.includes('%')) return { kind: 'percent' };
  const literal = [...first.matchAll(/"([^"]*)"|\\(.)/g)].map(([, quoted, escaped]) => quoted ?? escaped ?? '').join('').trim();
  return /[\p{L}³²%℃/]/u.test(toHalfWidth(literal)) ? { kind: 'number', literal } : { kind: 'number' };
}
