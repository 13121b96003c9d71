import Decimal from 'decimal.js';
import type { FieldProblem, Option } from '../form/field';
import { option } from '../form/field';
import { isDate } from '../form/normalise';
import { AIR_POLLUTANTS, AIR_SOURCES, WATER_POLLUTANTS, WATER_SOURCES } from '../form/sections/options';
import type { LimitMedium, LimitRow, StandardHead } from '../review/rule';
import { limitInBaseUnit, unitsOf } from '../review/strictest-limit';
import type { LimitContent } from './limit-content';

const ANY = option('*', '任何来源', 'Any source');

/** What emits, by medium, as limits name it. */
export const LIMIT_SOURCES: Readonly<Record<LimitMedium, readonly Option[]>> = {
  air: [...AIR_SOURCES, ANY],
  fugitive: [option('boundary', '厂界', 'Boundary')],
  water: [...WATER_SOURCES, ANY],
  noise: [option('zone-0', '0类区', 'Zone 0'), option('zone-1', '1类区', 'Zone 1'), option('zone-2', '2类区', 'Zone 2'), option('zone-3', '3类区', 'Zone 3'), option('zone-4', '4类区', 'Zone 4')],
};

export const LIMIT_POLLUTANTS: Readonly<Record<LimitMedium, readonly Option[]>> = {
  air: AIR_POLLUTANTS,
  fugitive: AIR_POLLUTANTS,
  water: WATER_POLLUTANTS,
  noise: [option('noise-day', '昼间等效声级', 'Day level'), option('noise-night', '夜间等效声级', 'Night level')],
};

/** The highest value anybody could mean: faecal coliforms in MPN/L are the largest. */
const HIGHEST = 1_000_000;
/** From this factor between two limits of the same pollutant on, the unit was most likely mistaken. */
const SLIP = 300;

const wrong = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });

interface Around {
  readonly standard: StandardHead | undefined;
  readonly near: readonly LimitRow[];
  /** The person said that a surprising value is meant. */
  readonly confirmed: boolean;
}

/** What is wrong with a limit as entered, each with its place and its mend. Pure. */
export function limitProblems(row: LimitContent, { standard, near, confirmed }: Around): FieldProblem[] {
  const problems = [...standardProblems(row, standard), ...placeProblems(row), ...numberProblems(row), ...narrowingProblems(row)];
  if (problems.length > 0 || confirmed) return problems;
  const slip = slipOf(row, near);
  return slip ? [slip] : [];
}

function standardProblems(row: LimitContent, standard: StandardHead | undefined): FieldProblem[] {
  if (!standard) return [wrong('/standard', 'unknown-standard', `没有登记过“${row.standard}”，请先登记标准，或核对标准号`, `“${row.standard}” is not known. Add the standard first, or check its code.`)];
  if (!isDate(row.validFrom)) return [wrong('/validFrom', 'date', '填写真实的起用日期，例如 2026-12-01', 'Enter a day that exists, e.g. 2026-12-01.')];
  if (standard.inForceFrom !== null && row.validFrom < standard.inForceFrom) return [wrong('/validFrom', 'before-standard', `${standard.code} 自 ${standard.inForceFrom} 施行，限值不能更早`, `${standard.code} is in force since ${standard.inForceFrom}.`)];
  if (standard.inForceTo !== null && row.validFrom > standard.inForceTo) return [wrong('/validFrom', 'after-standard', `${standard.code} 已于 ${standard.inForceTo} 终止`, `${standard.code} ended on ${standard.inForceTo}.`)];
  return [];
}

function placeProblems({ medium, source, pollutant, tier }: LimitContent): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!LIMIT_SOURCES[medium].some(one => one.value === source)) problems.push(wrong('/source', 'choice', `“${source}”不是这个介质的排放源，请从列表选择`, `“${source}” is no source of this medium. Choose from the list.`));
  if (!LIMIT_POLLUTANTS[medium].some(one => one.value === pollutant)) problems.push(wrong('/pollutant', 'choice', `“${pollutant}”不是这个介质的污染物，请从列表选择`, `“${pollutant}” is no pollutant of this medium. Choose from the list.`));
  if (!['national', 'special', 'provincial', 'ultra-low', 'approval'].includes(tier)) problems.push(wrong('/tier', 'choice', '请选择限值类别', 'Choose the kind of limit.'));
  return problems;
}

function numberProblems(row: LimitContent): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const typed = row.value.normalize('NFKC').trim();
  if (/^-/.test(typed)) problems.push(wrong('/value', 'min', `限值不能是负数（${typed}），请核对标准原文`, `A limit cannot be negative (${typed}). Check the text.`));
  else if (!/^\d{1,12}(\.\d{1,9})?$/.test(typed)) problems.push(wrong('/value', 'not-a-number', `“${typed.slice(0, 30)}”不是数字，请只填数值，单位在单位栏选择`, `“${typed.slice(0, 30)}” is not a number. The unit goes into its own field.`));
  else if (new Decimal(typed).gt(HIGHEST)) problems.push(wrong('/value', 'max', `${typed} 超出可能的范围（不大于 ${HIGHEST}），疑似单位或小数点有误`, `${typed} is beyond what can be meant (up to ${HIGHEST}). Check unit and decimal point.`));
  if (!unitsOf(row.medium).includes(row.unit)) problems.push(wrong('/unit', 'unit', `这个介质的限值单位是 ${unitsOf(row.medium).join('、')}，请选择其一`, `Units of this medium: ${unitsOf(row.medium).join(', ')}.`));
  if (row.baseOxygen != null && !(/^\d{1,2}(\.\d{1,2})?$/.test(row.baseOxygen) && Number(row.baseOxygen) > 0 && Number(row.baseOxygen) < 21)) problems.push(wrong('/baseOxygen', 'oxygen', '基准含氧量是大于 0、小于 21 的百分数，例如 3.5；没有规定的留空', 'Base oxygen is a percentage above 0 and below 21, e.g. 3.5.'));
  if (row.baseOxygen != null && row.medium !== 'air') problems.push(wrong('/baseOxygen', 'oxygen', '只有有组织废气的限值才有基准含氧量，请留空', 'Only stack limits have base oxygen. Leave it empty.'));
  return problems;
}

function narrowingProblems(row: LimitContent): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (row.industry != null && !/^\d{2,4}$/.test(row.industry)) problems.push(wrong('/industry', 'industry', '行业填 GB/T 4754 的 2–4 位代码，例如 252', 'Two to four digits of GB/T 4754, e.g. 252.'));
  if ((row.buildPeriod ?? null) !== null && !isDate(row.builtSince ?? '')) problems.push(wrong('/builtSince', 'date', '区分新建、现有的，填写分界日期，例如 2014-07-01', 'Enter the day from which plants are new, e.g. 2014-07-01.'));
  if ((row.buildPeriod ?? null) === null && row.builtSince != null) problems.push(wrong('/buildPeriod', 'period', '填了分界日期的，请选择“新建”或“现有”', 'Choose new or existing.'));
  if (row.discharge != null && row.medium !== 'water') problems.push(wrong('/discharge', 'discharge', '只有废水的限值区分直接、间接排放', 'Only limits to water tell direct from indirect discharge.'));
  return problems;
}

/** A value some hundred times off every other limit of the same pollutant is asked about, for μg and mg are easily mistaken. */
function slipOf(row: LimitContent, near: readonly LimitRow[]): FieldProblem | undefined {
  const own = limitInBaseUnit(row);
  const others = near.flatMap(one => {
    const value = limitInBaseUnit(one);
    return value?.gt(0) ? [{ one, value }] : [];
  });
  if (!own || own.lte(0) || others.length === 0) return undefined;
  const far = others.every(({ value }) => own.div(value).gte(SLIP) || value.div(own).gte(SLIP));
  const [first] = others;
  if (!far || !first) return undefined;
  return wrong('/value', 'slip', `${row.value} ${row.unit} 与同一污染物的其他限值（如 ${first.one.standard} ${first.one.value} ${first.one.unit}）相差数百倍，单位是否应为${row.unit.startsWith('μ') ? ` ${row.unit.replace('μg', 'mg')}` : ` ${row.unit.replace('mg', 'μg')}`}？确认无误的请勾选“数值无误”`, `${row.value} ${row.unit} is hundreds of times off other limits of this pollutant (e.g. ${first.one.value} ${first.one.unit}). Is the unit right? If so, confirm the value.`);
}

/** Whether a value and unit say the same as another. */
export function sameValue(a: Pick<LimitRow, 'value' | 'unit'>, b: Pick<LimitRow, 'value' | 'unit'>): boolean {
  const isNumber = ({ value }: Pick<LimitRow, 'value'>): boolean => /^-?\d+(\.\d+)?$/.test(value);
  return a.unit === b.unit && isNumber(a) && isNumber(b) && new Decimal(a.value).eq(b.value);
}

