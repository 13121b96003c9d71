import Decimal from 'decimal.js';
import { dayAfter, monthsAfter } from './ledger';
import type { Band, RowKind, SchemeDefinition, SchemeFault, SchemeRow } from './scheme';

/** Tier with its place: 0 is the best. */
export interface Tier {
  readonly code: string;
  readonly title: string;
  readonly from: Decimal;
  readonly row: SchemeRow;
}

/** A scheme made ready for many evaluations. */
export interface Scheme {
  readonly key: string;
  readonly method: SchemeDefinition['method'];
  readonly indicators: readonly SchemeRow[];
  readonly measures: readonly SchemeRow[];
  readonly downgrades: readonly SchemeRow[];
  readonly gates: readonly SchemeRow[];
  readonly tiers: readonly Tier[];
  /** Rows by the type of event they are about. */
  readonly effects: ReadonlyMap<string, SchemeRow>;
  readonly deductions: ReadonlyMap<string, SchemeRow>;
  readonly vetoes: ReadonlyMap<string, SchemeRow>;
  readonly downgradeOf: ReadonlyMap<string, SchemeRow>;
  /** Types of events that can lower score or grade: only these are repaired. */
  readonly harmful: ReadonlySet<string>;
  /** Last day on which an event of the type counts that became valid on the day; null: no end. */
  lastDayOf(type: string, validFrom: string): string | null;
  /** Months until repair may be asked for, by severity of the event. */
  readonly repairMonths: ReadonlyMap<string, number>;
  parameter(code: string, otherwise: string): Decimal;
}

const NUMBER = /^-?\d{1,9}(\.\d{1,6})?$/;
const NUMERIC: readonly RowKind[] = ['parameter', 'indicator', 'effect', 'deduction', 'downgrade', 'gate', 'tier', 'repair'];

const typesOf = (row: SchemeRow): readonly string[] => row.attributes.types ?? [row.code];
const of = (rows: readonly SchemeRow[], kind: RowKind): SchemeRow[] => rows.filter(row => row.kind === kind);
const nameOf = ({ kind, code }: SchemeRow): string => `${kind}:${code}`;

function byType(rows: readonly SchemeRow[]): Map<string, SchemeRow> {
  return new Map(rows.flatMap(row => typesOf(row).map(type => [type, row] as const)));
}

/** What keeps a scheme from being used, in the words of who draws it up. Empty: it may be used. */
export function faultsOf({ method, rows }: SchemeDefinition): SchemeFault[] {
  const faults = [...numberFaults(rows), ...doubleFaults(rows), ...tierFaults(rows), ...bandFaults(rows)];
  if (faults.length > 0) return faults;
  return [...(method === 'indicators' ? sumFaults(rows) : initialFaults(rows)), ...referenceFaults(rows)];
}

function numberFaults(rows: readonly SchemeRow[]): SchemeFault[] {
  return rows.filter(row => NUMERIC.includes(row.kind) && !NUMBER.test(row.value)).map(row => ({ code: 'decimal', row: nameOf(row), zh: `“${row.title}”的数值须为数字，最多六位小数`, en: `“${row.title}” needs a number with at most six decimals.` }));
}

function doubleFaults(rows: readonly SchemeRow[]): SchemeFault[] {
  const seen = new Set<string>();
  const faults: SchemeFault[] = [];
  for (const row of rows) {
    const names = [nameOf(row), ...(['effect', 'deduction', 'veto', 'downgrade'].includes(row.kind) ? typesOf(row).map(type => `${row.kind}/${type}`) : [])];
    if (names.some(name => seen.has(name))) faults.push({ code: 'double', row: nameOf(row), zh: `“${row.title}”与另一行重复，同一事项只能有一行`, en: `“${row.title}” is there twice; keep one.` });
    for (const name of names) seen.add(name);
  }
  return faults;
}

function tierFaults(rows: readonly SchemeRow[]): SchemeFault[] {
  const tiers = of(rows, 'tier');
  const cuts = new Set(tiers.map(row => row.value));
  if (tiers.length >= 2 && cuts.size === tiers.length) return [];
  return [{ code: 'tiers', row: null, zh: '至少要有两个等级，且每个等级的起点分不同', en: 'There must be at least two grades with different cut-offs.' }];
}

function bandFaults(rows: readonly SchemeRow[]): SchemeFault[] {
  const wrong = (band: Band): boolean => [band.from, band.to, band.low, band.high].some(one => !NUMBER.test(one)) || new Decimal(band.to).lt(band.from);
  return rows.filter(row => (row.attributes.bands ?? []).some(wrong)).map(row => ({ code: 'bands', row: nameOf(row), zh: `“${row.title}”的分档起止须为数字，止不小于起`, en: `The bands of “${row.title}” need numbers, the end not before the start.` }));
}

function sumFaults(rows: readonly SchemeRow[]): SchemeFault[] {
  const sum = of(rows, 'indicator').reduce((total, row) => total.plus(row.value), new Decimal(0));
  if (sum.eq(100)) return [];
  return [{ code: 'sum', row: null, zh: `指标权重合计须为 100，现为 ${sum.toFixed()}，请调整后再保存`, en: `The weights must add up to 100; they come to ${sum.toFixed()}.` }];
}

function initialFaults(rows: readonly SchemeRow[]): SchemeFault[] {
  if (rows.some(row => row.kind === 'parameter' && row.code === 'initial')) return [];
  return [{ code: 'initial', row: null, zh: '记分制须写明初始分', en: 'A scheme of points needs its start.' }];
}

function referenceFaults(rows: readonly SchemeRow[]): SchemeFault[] {
  const tiers = new Set(of(rows, 'tier').map(row => row.code));
  const indicators = new Set(of(rows, 'indicator').map(row => row.code));
  const lost = of(rows, 'gate').filter(row => !tiers.has(row.attributes.tier ?? '')).map((row): SchemeFault => ({ code: 'unknown-tier', row: nameOf(row), zh: `“${row.title}”所指的等级不在本方案中`, en: `“${row.title}” names a grade this scheme does not have.` }));
  const astray = of(rows, 'effect').filter(row => !indicators.has(row.attributes.indicator ?? '')).map((row): SchemeFault => ({ code: 'unknown-indicator', row: nameOf(row), zh: `“${row.title}”所指的指标不在本方案中`, en: `“${row.title}” names an indicator this scheme does not have.` }));
  return [...lost, ...astray];
}

/** @throws Error for a scheme with faults: it must never come so far */
export function compile(definition: SchemeDefinition): Scheme {
  const [fault] = faultsOf(definition);
  if (fault) throw new Error(`Scheme ${definition.key}: ${fault.en}`);
  const { key, method, rows } = definition;
  const parameters = new Map(of(rows, 'parameter').map(row => [row.code, new Decimal(row.value)]));
  const tiers = of(rows, 'tier').map(row => ({ code: row.code, title: row.title, from: new Decimal(row.value), row })).sort((a, b) => b.from.comparedTo(a.from));
  const about = rows.filter(row => ['effect', 'deduction', 'veto', 'downgrade'].includes(row.kind)).flatMap(row => typesOf(row).map(type => ({ type, row })));
  return {
    key, method, tiers,
    harmful: new Set(about.filter(({ row }) => row.kind !== 'deduction' || row.value.startsWith('-')).map(one => one.type)),
    lastDayOf: lastDays(about),
    indicators: of(rows, 'indicator'), measures: of(rows, 'measure'), downgrades: of(rows, 'downgrade'), gates: of(rows, 'gate'),
    effects: byType(of(rows, 'effect')), deductions: byType(of(rows, 'deduction')), vetoes: byType(of(rows, 'veto')), downgradeOf: byType(of(rows, 'downgrade')),
    repairMonths: new Map(of(rows, 'repair').map(row => [row.code, Number(row.value)])),
    parameter: (code, otherwise) => parameters.get(code) ?? new Decimal(otherwise),
  };
}

/** The longest of the rows about a type; each day is reckoned once, as thousands of events share it. */
function lastDays(about: readonly { readonly type: string; readonly row: SchemeRow }[]): Scheme['lastDayOf'] {
  const months = new Map<string, number>();
  for (const { type, row } of about) months.set(type, Math.max(months.get(type) ?? 0, row.attributes.months ?? 0));
  const known = new Map<string, string>();
  return (type, validFrom) => {
    const span = months.get(type) ?? 0;
    if (span === 0) return null;
    const name = `${validFrom}+${span}`;
    const day = known.get(name) ?? dayAfter(monthsAfter(validFrom, span), -1);
    known.set(name, day);
    return day;
  };
}
