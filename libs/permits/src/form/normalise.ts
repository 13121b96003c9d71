import { codeProblem } from './codes';
import { Coordinates, Field, FieldProblem, Value } from './field';
import { decimalOf, splitUnit, toHalfWidth, toPlainNumber } from './plain-text';
import { problem } from './problems';

type Words = Pick<FieldProblem, 'code' | 'zh' | 'en'>;
export type Normalised = { readonly value: Value } | { readonly problem: Words };

const ok = (value: Value): Normalised => ({ value });
const wrong = (words: Words): Normalised => ({ problem: words });

/** "Does not apply" as the national form writes it. */
export const NONE = '/';

const DEFAULT_TEXT_LENGTH = 500;

/**
 * The value as it is stored, or what is wrong with it. Empty text becomes null; 全角 digits become plain ones.
 * A unit typed behind a number is not guessed away: a wrong unit is the most costly error of these forms.
 */
export function normalise(field: Field, raw: unknown): Normalised {
  if (raw === null || raw === undefined) return ok(null);
  if (typeof raw === 'string' && toHalfWidth(raw).trim() === '') return ok(null);
  return NORMALISERS[field.type](field, raw);
}

const NORMALISERS: Record<Field['type'], (field: Field, raw: unknown) => Normalised> = {
  text,
  decimal,
  integer,
  select,
  multiselect,
  date,
  code,
  coordinates,
  boolean: (field, raw) => (typeof raw === 'boolean' ? ok(raw) : wrong(problem.type(field))),
  file: (field, raw) => (typeof raw === 'string' && UUID.test(raw) ? ok(raw.toLowerCase()) : wrong(problem.missing(field))),
  table: (field, raw) => (Array.isArray(raw) ? ok(raw as Value) : wrong(problem.type(field))),
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

function text(field: Field, raw: unknown): Normalised {
  if (typeof raw !== 'string') return wrong(problem.type(field));
  const value = field.pattern ? toHalfWidth(raw).trim() : raw.replace(CONTROL, '').trim();
  if (value.length > (field.max ?? DEFAULT_TEXT_LENGTH)) return wrong(problem.long({ ...field, max: field.max ?? DEFAULT_TEXT_LENGTH }));
  if (field.pattern && !new RegExp(field.pattern).test(value)) return wrong(problem.pattern(field));
  return ok(value);
}

function decimal(field: Field, raw: unknown): Normalised {
  if (typeof raw !== 'string' && typeof raw !== 'number') return wrong(problem.type(field));
  const typed = toPlainNumber(String(raw));
  if (typed === NONE || typed === '无') return field.allowNone ? ok(NONE) : wrong(problem.none(field));
  const value = decimalOf(typed);
  if (value === undefined) return wrong(notNumber(field, typed));
  if (value.replace('-', '').length > 30) return wrong(problem.high(field));
  if (field.decimals !== undefined && (value.split('.')[1] ?? '').length > field.decimals) return wrong(problem.decimals(field));
  return bounded(field, Number(value)) ?? ok(value);
}

function integer(field: Field, raw: unknown): Normalised {
  if (typeof raw !== 'string' && typeof raw !== 'number') return wrong(problem.type(field));
  const typed = toPlainNumber(String(raw));
  const value = decimalOf(typed);
  if (value === undefined) return wrong(notNumber(field, typed));
  if (value.includes('.')) return wrong(problem.decimals({ ...field, decimals: 0 }));
  return bounded(field, Number(value)) ?? ok(Number(value));
}

function notNumber(field: Field, typed: string): Words {
  if (/^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)/i.test(typed) || typed.startsWith('=')) return problem.formula(field, typed);
  const split = splitUnit(typed);
  return split && !/^[eE.,\d]/.test(split.rest) ? problem.unitTyped(field, split.number, split.rest) : problem.notNumber(field, typed);
}

function bounded(field: Field, value: number): Normalised | undefined {
  if (field.min !== undefined && value < field.min) return wrong(problem.low(field));
  if (field.max !== undefined && value > field.max) return wrong(problem.high(field));
  return undefined;
}

function select(field: Field, raw: unknown): Normalised {
  if (typeof raw !== 'string') return wrong(problem.type(field));
  return field.options?.some(one => one.value === raw) ? ok(raw) : wrong(problem.choice(field, raw));
}

function multiselect(field: Field, raw: unknown): Normalised {
  if (!Array.isArray(raw) || !raw.every(one => typeof one === 'string')) return wrong(problem.type(field));
  const chosen = [...new Set(raw as string[])];
  const strange = chosen.find(one => !field.options?.some(known => known.value === one));
  if (strange !== undefined) return wrong(problem.choice(field, strange));
  return ok(chosen.length > 0 ? chosen : null);
}

function date(field: Field, raw: unknown): Normalised {
  if (typeof raw !== 'string') return wrong(problem.type(field));
  const value = toHalfWidth(raw).trim().replaceAll('/', '-');
  return isDate(value) ? ok(value) : wrong(problem.date(field));
}

/** A civil date `YYYY-MM-DD` between 1900 and 2100 that exists. */
export function isDate(value: string): boolean {
  const match = /^(19|20)(\d{2})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
}

function code(field: Field, raw: unknown): Normalised {
  if (typeof raw !== 'string') return wrong(problem.type(field));
  const value = toHalfWidth(raw).trim().toUpperCase();
  const found = codeProblem(field.code ?? 'facility', value);
  return found ? wrong({ code: 'code', ...found }) : ok(value);
}

function coordinates(field: Field, raw: unknown): Normalised {
  const pair = pairOf(raw);
  if (!pair) return wrong(problem.coordinates(field));
  const [longitude, latitude] = pair.map(part => decimalOf(toPlainNumber(part)));
  if (longitude === undefined || latitude === undefined) return wrong(problem.coordinates(field));
  if (Math.abs(Number(longitude)) > 180 || Math.abs(Number(latitude)) > 90) return wrong(problem.coordinates(field));
  if (longitude.length > 20 || latitude.length > 20) return wrong(problem.coordinates(field));
  return ok({ longitude, latitude } satisfies Coordinates);
}

function pairOf(raw: unknown): readonly string[] | undefined {
  if (typeof raw === 'string') {
    const parts = toHalfWidth(raw).split(/[,，\s]+/).filter(part => part !== '');
    return parts.length === 2 ? parts : undefined;
  }
  if (typeof raw !== 'object' || raw === null || Object.keys(raw).some(key => key !== 'longitude' && key !== 'latitude')) return undefined;
  const { longitude, latitude } = raw as Record<string, unknown>;
  const isPart = (part: unknown): part is string | number => typeof part === 'string' || typeof part === 'number';
  return isPart(longitude) && isPart(latitude) ? [String(longitude), String(latitude)] : undefined;
}
