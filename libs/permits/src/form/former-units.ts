import Decimal from 'decimal.js';
import type { Form, Row, SectionData, SectionKey } from './field';

/** A pollutant whose concentrations are written in another unit from a form on. */
export interface FormerUnit {
  readonly pollutant: string;
  /** First form that asks for the unit of today. */
  readonly since: string;
  readonly former: string;
  /** What a number in the former unit is multiplied by. */
  readonly factor: string;
  /** A number from here on cannot have been meant in the former unit: it was written in today's all the same, and is right. */
  readonly below: string;
}

/** Before 2026.4 the form asked for benzo[a]pyrene in mg/m³; the loosest national limit is 0.3 μg/m³, that is 0.0003 mg/m³. */
export const FORMER_UNITS: readonly FormerUnit[] = [{ pollutant: 'BaP', since: '2026.4', former: 'mg/m³', factor: '1000', below: '0.002' }];

const TABLES: Readonly<Partial<Record<SectionKey, string>>> = { 'air-limits': 'limits', fugitive: 'points' };
const COLUMNS: readonly string[] = ['concentrationMgM3', 'approvalMgM3', 'committedMgM3'];

/**
 * A stored form in the units of today: what a permit version or a sealed form of an earlier form says, read as it was meant. What was signed
 * stays as it was signed. Pure; a form of today comes back as it is.
 * @param fromVersion the form it was written in, `2026.3`
 */
export function inTodaysUnits(form: Form, fromVersion: string): Form {
  const changed = Object.keys(TABLES).flatMap(key => {
    const [section, data] = [key as SectionKey, form[key as SectionKey]];
    const next = data && sectionInTodaysUnits(section, data, fromVersion);
    return next === data ? [] : [[section, next] as const];
  });
  return changed.length === 0 ? form : { ...form, ...Object.fromEntries(changed) };
}

/** The same of one section. */
export function sectionInTodaysUnits(section: SectionKey, data: SectionData, fromVersion: string): SectionData {
  const units = FORMER_UNITS.filter(one => isBefore(fromVersion, one.since));
  const table = TABLES[section];
  const rows = table === undefined ? undefined : data[table];
  if (units.length === 0 || table === undefined || !Array.isArray(rows)) return data;
  const next = (rows as readonly Row[]).map(row => converted(row, units));
  return next.every((row, index) => row === rows[index]) ? data : { ...data, [table]: next };
}

function converted(row: Row, units: readonly FormerUnit[]): Row {
  const unit = units.find(one => one.pollutant === row['pollutant']);
  if (!unit) return row;
  const cells = COLUMNS.flatMap(name => {
    const value = row[name];
    return typeof value === 'string' && wasFormer(value, unit) ? [[name, new Decimal(value).mul(unit.factor).toFixed()] as const] : [];
  });
  return cells.length === 0 ? row : { ...row, ...Object.fromEntries(cells) };
}

const wasFormer = (value: string, { below }: FormerUnit): boolean => /^\d+(\.\d+)?$/.test(value) && new Decimal(value).gt(0) && new Decimal(value).lt(below);

/** `2026.4` is before `2026.10`. */
export function isBefore(version: string, other: string): boolean {
  const [year = 0, number = 0] = version.split('.').map(Number);
  const [otherYear = 0, otherNumber = 0] = other.split('.').map(Number);
  return year === otherYear ? number < otherNumber : year < otherYear;
}
