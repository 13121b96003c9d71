import { decimalOf, splitUnit, toHalfWidth, toPlainNumber } from '@huanbao/codes';
import { choiceLabel, SheetColumn, SheetValue, SheetWords } from './column';
import { words } from './words';
import { dateOfSerial, SheetCell } from './workbook/cell';

export type ReadValue = { readonly value: SheetValue | null } | { readonly problem: SheetWords };

const NONE = '/';
const ok = (value: SheetValue | null): ReadValue => ({ value });
const wrong = (problem: SheetWords): ReadValue => ({ problem });

/** What a cell means in its column, or what is wrong with it. Nothing is guessed: a unit or a doubtful number is refused with a hint. */
export function readValue(column: SheetColumn, cell: SheetCell | undefined): ReadValue {
  if (!cell || (cell.kind === 'text' && toHalfWidth(cell.text).trim() === '')) return ok(null);
  if (cell.kind === 'error') return wrong(words.formulaError(column));
  if (cell.kind === 'uncomputed') return wrong(words.uncomputed(column));
  // the text of an error, pasted as a value
  if (/^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!)/i.test(cell.text)) return wrong(words.formulaError(column));
  return READERS[column.type](column, cell);
}

const READERS: Record<SheetColumn['type'], (column: SheetColumn, cell: SheetCell) => ReadValue> = {
  text, decimal: number, integer: number, date, boolean: yesNo, choice, choices,
};

/** Characters XML and PostgreSQL cannot hold. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function text(column: SheetColumn, cell: SheetCell): ReadValue {
  if (cell.kind === 'date') return wrong(words.becameDate(column, cell.text));
  if (cell.lost) return wrong(words.lostDigits(column));
  const value = cell.text.replace(CONTROL, '').replaceAll('\r\n', '\n').trim();
  return ok(value === '' ? null : value);
}

function number(column: SheetColumn, cell: SheetCell): ReadValue {
  if (cell.kind === 'date') return wrong(words.becameDate(column, cell.text));
  if (cell.kind === 'percent') return wrong(words.percent(column, cell.text));
  if (cell.kind === 'boolean') return wrong(words.notNumber(column));
  if (cell.literal && toHalfWidth(cell.literal) !== column.unit) return wrong(words.unitInCell(column, cell.text));
  const typed = toPlainNumber(cell.text);
  if (typed === NONE || typed === '无') return column.allowNone ? ok(NONE) : wrong(words.none(column));
  const value = decimalOf(typed.replace(/^\+(?=\d)/, '')) ?? fromPowers(typed);
  if (value === undefined) return wrong(notANumber(column, typed));
  return bounded(column, value) ?? ok(column.type === 'integer' ? Number(value) : value);
}

/** 1.5E-3 as text, as programs write it; plain digits afterwards. */
function fromPowers(typed: string): string | undefined {
  const match = /^(-?)(\d)(?:\.(\d{1,14}))?[eE]([+-]?\d{1,2})$/.exec(typed);
  if (!match) return undefined;
  const [, sign = '', first = '0', fraction = '', power = '0'] = match;
  const exponent = Number(power);
  if (Math.abs(exponent) > 15) return undefined;
  const digits = first + fraction;
  const point = 1 + exponent;
  const padded = point > 0 ? digits.padEnd(point, '0') : `${'0'.repeat(1 - point)}${digits}`;
  const cut = Math.max(point, 1);
  return decimalOf(sign + (padded.length > cut ? `${padded.slice(0, cut)}.${padded.slice(cut)}` : padded));
}

function notANumber(column: SheetColumn, typed: string): SheetWords {
  if (typed.startsWith('=')) return words.uncomputed(column);
  const split = splitUnit(typed);
  return split && !/^[.,\d]|^[eE][+-]?\d|^[-~–—至到]+\s*\d/.test(split.rest) ? words.unitInCell(column, split.number) : words.notNumber(column);
}

const MOST_DIGITS = 30;

function bounded(column: SheetColumn, value: string): ReadValue | undefined {
  const decimals = (value.split('.')[1] ?? '').length;
  if (column.type === 'integer' && decimals > 0) return wrong(words.whole(column));
  if (column.decimals !== undefined && decimals > column.decimals) return wrong(words.decimals(column));
  if (column.min !== undefined && Number(value) < column.min) return wrong(words.low(column));
  if ((column.max !== undefined && Number(value) > column.max) || value.length > MOST_DIGITS) return wrong(words.high({ ...column, max: column.max ?? 1e15 }));
  return undefined;
}

/** Serials that can only be meant as dates: 1927 to 2173. */
const SERIAL = /^[1-9]\d{4}$/;

function date(column: SheetColumn, cell: SheetCell): ReadValue {
  if (cell.kind === 'date') return ok(cell.text);
  const typed = toHalfWidth(cell.text).trim();
  if (cell.kind === 'number' && SERIAL.test(typed)) return ok(dateOfSerial(Number(typed)) ?? typed);
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]00?:00(?::00(?:\.0+)?)?Z?)?$/.exec(typed);
  if (!match) return wrong(words.date(column));
  const [, year = '', month = '', day = ''] = match;
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${value}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) && Number(year) >= 1900 && Number(year) < 2200;
  return exists ? ok(value) : wrong(words.date(column));
}

const YES = new Set(['是', 'TRUE', 'YES', 'Y', '√', '✓']);
const NO = new Set(['否', 'FALSE', 'NO', 'N', '×', '✗']);

function yesNo(column: SheetColumn, cell: SheetCell): ReadValue {
  const typed = toHalfWidth(cell.text).trim().toUpperCase();
  return YES.has(typed) ? ok(true) : NO.has(typed) ? ok(false) : wrong(words.yesNo(column));
}

const plain = (typed: string): string => toHalfWidth(typed).trim().replace(/\s+/g, ' ').toLowerCase();

/** Everything by which a choice may be named, and its value. */
function namesOf(column: SheetColumn): Map<string, string> {
  const known = names.get(column);
  if (known) return known;
  const made = new Map<string, string>();
  const options = column.options ?? [];
  for (const option of options) for (const name of [option.en, option.zh]) if (options.every(one => one === option || (one.zh !== name && one.en !== name))) made.set(plain(name), option.value);
  for (const option of options) made.set(plain(choiceLabel(column, option.value)), option.value);
  for (const option of options) made.set(plain(option.value), option.value);
  names.set(column, made);
  return made;
}
const names = new WeakMap<SheetColumn, Map<string, string>>();

const labelsOf = (column: SheetColumn): string[] => (column.options ?? []).map(option => choiceLabel(column, option.value));

function choice(column: SheetColumn, cell: SheetCell): ReadValue {
  const value = namesOf(column).get(plain(cell.text));
  return value === undefined ? wrong(words.choice(column, labelsOf(column))) : ok(value);
}

const BETWEEN = /^[、,;\n\s]+/;

/** Several choices in one cell. A choice may itself contain the mark that stands between them, so the longest name wins. */
function choices(column: SheetColumn, cell: SheetCell): ReadValue {
  const known = [...namesOf(column)].sort(([a], [b]) => b.length - a.length);
  const found = new Set<string>();
  let rest = toHalfWidth(cell.text).trim().toLowerCase();
  while (rest !== '') {
    const hit = known.find(([name]) => rest.startsWith(name) && (rest.length === name.length || BETWEEN.test(rest.slice(name.length))));
    if (!hit) return wrong(words.choice(column, labelsOf(column)));
    found.add(hit[1]);
    rest = rest.slice(hit[0].length).replace(BETWEEN, '').trim();
  }
  return ok([...found]);
}
