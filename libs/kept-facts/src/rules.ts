import type { FieldProblem } from '@huanbao/platform';

export const FACT_KINDS = ['performance-grade', 'online-exceed-hours', 'online-run-hours', 'carbon-emission', 'carbon-intensity'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** 绩效分级: letters of the guides with grades, 引领性 and 非引领性 of the others. */
export const GRADES = ['A', 'B', 'B-', 'C', 'D', 'leading', 'non-leading'] as const;
export const GRADE_WORDS: Readonly<Record<string, string>> = { leading: '绩效引领性', 'non-leading': '非引领性' };

/** What a fact says, from which document. */
export interface FactContent {
  readonly kind: FactKind;
  readonly value: string;
  readonly unit: string;
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly authority: string;
  readonly documentNo: string;
  readonly note: string;
}

interface KindRule {
  readonly zh: string;
  readonly en: string;
  /** The first is meant where none is named. */
  readonly units: readonly string[];
  /** `open`: until further notice if it has no last day; a whole month; a whole calendar year. */
  readonly span: 'open' | 'month' | 'year';
}

/** What is kept, in which units, of which time. */
export const KIND_RULES: Readonly<Record<FactKind, KindRule>> = {
  'performance-grade': { zh: '重污染天气绩效等级', en: 'Performance grade', units: ['级'], span: 'open' },
  'online-exceed-hours': { zh: '在线监测超标小时数', en: 'Online hours above limits', units: ['h'], span: 'month' },
  'online-run-hours': { zh: '在线监测有效运行小时数', en: 'Online hours run', units: ['h'], span: 'month' },
  'carbon-emission': { zh: '碳排放量', en: 'Carbon emission', units: ['tCO2'], span: 'year' },
  'carbon-intensity': { zh: '碳排放强度', en: 'Carbon intensity', units: ['tCO2/t', 'tCO2/万元', 'tCO2/MWh'], span: 'year' },
};
export const FACT_UNITS = [...new Set(FACT_KINDS.flatMap(kind => KIND_RULES[kind].units))];

const DECIMAL = /^(0|[1-9]\d{0,11})(\.\d{1,6})?$/;
const DAY_MS = 86_400_000;
const HOURS = 24;
const problem = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });

/** Everything that is wrong with a fact by itself, each at its field. */
export function faultsOf(fact: FactContent, today: string): FieldProblem[] {
  const { units } = KIND_RULES[fact.kind];
  return [
    ...valueFaults(fact),
    ...(units.includes(fact.unit) ? [] : [problem('/unit', 'unit', `这类数据的单位是 ${units.join('、')}，请换算后填写`, `The unit is ${units.join(', ')}. Convert the value.`)]),
    ...spanFaults(fact, today),
  ];
}

function valueFaults({ kind, value, fromOn, toOn }: FactContent): FieldProblem[] {
  if (kind === 'performance-grade') return (GRADES as readonly string[]).includes(value) ? [] : [problem('/value', 'grade', `绩效等级请填 ${GRADES.map(one => GRADE_WORDS[one] ?? one).join('、')}`, `A grade: ${GRADES.join(', ')}.`)];
  if (!DECIMAL.test(value)) return [problem('/value', 'decimal', '请填写不小于 0 的数字，最多 12 位整数、6 位小数，不要写单位和逗号', 'A number not below 0, at most 12 digits and 6 decimals, without unit or commas.')];
  const most = toOn === null ? null : hoursOf(fromOn, toOn);
  const isHours = KIND_RULES[kind].span === 'month';
  return isHours && most !== null && Number(value) > most ? [problem('/value', 'hours', `这个月只有 ${most} 小时，请核对`, `The month has ${most} hours only.`)] : [];
}

function spanFaults({ kind, fromOn, toOn }: FactContent, today: string): FieldProblem[] {
  const { span } = KIND_RULES[kind];
  if (span === 'open') return toOn !== null && toOn < fromOn ? [problem('/toOn', 'order', '截止日期不能早于起始日期', 'The last day must not be before the first.')] : [];
  const whole = span === 'month' ? { from: `${fromOn.slice(0, 7)}-01`, to: lastOfMonth(fromOn) } : { from: `${fromOn.slice(0, 4)}-01-01`, to: `${fromOn.slice(0, 4)}-12-31` };
  const words = span === 'month' ? { zh: '一个自然月', en: 'a calendar month' } : { zh: '一个自然年', en: 'a calendar year' };
  if (fromOn !== whole.from) return [problem('/fromOn', span, `请填${words.zh}的第一天，例如 ${whole.from}`, `The first day of ${words.en}, e.g. ${whole.from}.`)];
  if (toOn !== whole.to) return [problem('/toOn', span, `请填${words.zh}的最后一天：${whole.to}`, `The last day of ${words.en}: ${whole.to}.`)];
  return toOn >= today ? [problem('/toOn', 'later', '这段时间还没有结束，结束后再登记', 'This time is not over; enter it when it is.')] : [];
}

/** The last day of the month of a day. */
export function lastOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

const hoursOf = (from: string, to: string): number => ((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS + 1) * HOURS;

/** A correction that says the same again is none. */
export const isSame = (a: FactContent, b: FactContent): boolean => (['value', 'unit', 'fromOn', 'toOn', 'authority', 'documentNo', 'note'] as const).every(key => a[key] === b[key]);

/** A value in words, as lists and letters show it. */
export const valueWords = ({ kind, value, unit }: Pick<FactContent, 'kind' | 'value' | 'unit'>): string => (kind === 'performance-grade' ? (GRADE_WORDS[value] ?? `${value} 级`) : `${value} ${unit}`);
