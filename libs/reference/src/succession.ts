import { addDays } from '@huanbao/calendar';
import type { FieldProblem } from '@huanbao/platform';
import type { ReferenceItem } from './reference-item';

/** What a row becomes from a day on. */
export interface Successor {
  readonly title: string;
  readonly titleEn: string | null;
  readonly value: string;
  readonly unit: string;
  readonly legalBasis: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly note: string | null;
}

/** What a kind lets people change. */
export interface Editing {
  /** Whole numbers of days or months; otherwise a text like the one before. */
  readonly whole: boolean;
  /** Units to choose from; the unit of the row when left out. */
  readonly units?: readonly string[];
  /** The text has an English wording, too. */
  readonly bilingual?: boolean;
}

const MOST = 1000;
const fault = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });

/**
 * What hinders a row from being followed by another. The past is not written anew: what holds today is ended the day before the
 * new row begins, and decisions made until then keep what they were made with.
 */
export function successionFaults(row: ReferenceItem, next: Successor, { editing, today }: { editing: Editing; today: string }): FieldProblem[] {
  return [...dayFaults(row, next, today), ...contentFaults(row, next, editing)];
}

function dayFaults(row: ReferenceItem, next: Successor, today: string): FieldProblem[] {
  const from = row.effectiveFrom ?? '';
  const least = from >= today ? addDays(from, 1) : today;
  if (next.effectiveFrom < least) return [fault('/effectiveFrom', 'day', `最早从 ${least} 起执行：已经作出的决定和正在计算的期限不改变`, `From ${least} at the earliest: what was decided stays as it is.`)];
  if (row.effectiveTo !== null && next.effectiveFrom > addDays(row.effectiveTo, 1)) return [fault('/effectiveFrom', 'day', `现在这一行到 ${row.effectiveTo} 为止，新的一行最迟从次日起，中间不能空缺`, `The row ends on ${row.effectiveTo}: begin on the next day at the latest.`)];
  if (next.effectiveTo !== null && next.effectiveTo < next.effectiveFrom) return [fault('/effectiveTo', 'day', '结束日期早于开始日期，请核对', 'It ends before it begins. Check the days.')];
  if (row.effectiveTo !== null && next.effectiveFrom <= row.effectiveTo && (next.effectiveTo === null || next.effectiveTo > row.effectiveTo)) {
    return [fault('/effectiveTo', 'day', `这一行到 ${row.effectiveTo} 为止，请填这天或更早；以后的数值请改后面的那一行`, `The row ends on ${row.effectiveTo}: not later. Change the row that follows for the time after.`)];
  }
  return [];
}

function contentFaults(row: ReferenceItem, next: Successor, { whole, units, bilingual }: Editing): FieldProblem[] {
  const faults: FieldProblem[] = [];
  if (whole && !(/^[1-9]\d{0,3}$/.test(next.value) && Number(next.value) <= MOST)) faults.push(fault('/value', 'whole', `请填 1 到 ${MOST} 的整数，只填数字，单位在旁边`, `A whole number from 1 to ${MOST}, without its unit.`));
  if (!whole && isNumber(row.value) && !isNumber(next.value)) faults.push(fault('/value', 'number', `请填数字，例如 ${row.value}，单位是 ${row.unit || '无'}`, `A number like ${row.value}, in ${row.unit || 'no unit'}.`));
  if (next.unit !== row.unit && !units?.includes(next.unit)) faults.push(fault('/unit', 'unit', `单位请用${(units ?? [row.unit]).join('、') || '原来的'}`, `Keep to ${(units ?? [row.unit]).join(', ')}.`));
  if (bilingual && !next.titleEn) faults.push(fault('/titleEn', 'english', '请同时填写英文', 'Give the English wording, too.'));
  const same = next.value === row.value && next.title === row.title && next.unit === row.unit && next.legalBasis === row.legalBasis && (next.titleEn ?? '') === (row.titleEn ?? '') && (next.note ?? '') === (row.note ?? '') && next.effectiveTo === row.effectiveTo;
  if (same) faults.push(fault('/value', 'same', '与现在的内容相同，没有需要改的', 'Nothing differs from the row as it is.'));
  return faults;
}

const isNumber = (text: string): boolean => /^-?\d{1,12}(\.\d{1,9})?$/.test(text);

/** The last day of the row that is followed. */
export const lastDayBefore = (effectiveFrom: string): string => addDays(effectiveFrom, -1);
