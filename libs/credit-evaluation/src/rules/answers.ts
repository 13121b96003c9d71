import type { FieldProblem } from '@huanbao/platform';
import { INDICATORS, type IndicatorField, indicatorOf } from './indicators';

/** A value of one indicator: a measure in percent, or a class (1–3) with its score. */
export interface IndicatorValue {
  readonly applies: boolean;
  readonly measure: number | null;
  readonly level: number | null;
  readonly score: number | null;
}

/** What the enterprise says of one indicator. */
export interface Answer extends IndicatorValue {
  /** Why it does not apply, or how the value came about. */
  readonly words: string | null;
}

/** What the platform knows of it. A value is only proposed; `facts` say what was counted, and from which records. */
export interface Prefill {
  readonly measure: number | null;
  readonly level: number | null;
  readonly score: number | null;
  readonly facts: string;
  readonly source: string;
  readonly from: string;
  readonly to: string;
}

/** What the officer makes of it. */
export interface Check {
  readonly verdict: 'accept' | 'change';
  /** For `change`: the value that holds instead. */
  readonly value: IndicatorValue | null;
  readonly reason: string | null;
  readonly by: string;
  readonly byName: string;
  readonly at: string;
}

export type Answers = Readonly<Record<string, Answer>>;
export type Prefills = Readonly<Record<string, Prefill>>;
export type Checks = Readonly<Record<string, Check>>;

/** Lowest and highest score of each class, from dated rows. */
export interface Level {
  readonly level: number;
  readonly low: number;
  readonly high: number;
}

const problem = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });
const PERCENT_DIGITS = 2;

/** What is wrong with values that were typed; empty ones are allowed in a draft. */
export function valueFaults(value: Partial<IndicatorValue>, field: IndicatorField, { at, levels }: { readonly at: string; readonly levels: readonly Level[] }): FieldProblem[] {
  const { title } = field;
  if (value.applies === false) return [];
  if (field.input === 'measure') {
    if (value.score != null || value.level != null) return [problem(`${at}/score`, 'measure', `“${title.zh}”按百分比填写，不填档次和分值`, `${title.en} is given in percent, without class and score.`)];
    if (value.measure == null) return [];
    const wrong = value.measure < 0 || value.measure > 100 || Number(value.measure.toFixed(PERCENT_DIGITS)) !== value.measure;
    return wrong ? [problem(`${at}/measure`, 'percent', `“${title.zh}”请填写 0 至 100 的数，最多两位小数`, `${title.en}: a number from 0 to 100 with at most two decimals.`)] : [];
  }
  if (value.measure != null) return [problem(`${at}/measure`, 'score', `“${title.zh}”请选择档次并填写分值`, `${title.en} is given by class and score.`)];
  if (value.score == null && value.level == null) return [];
  const level = levels.find(one => one.level === value.level);
  if (!level) return [problem(`${at}/level`, 'level', `“${title.zh}”请选择第一档、第二档或第三档`, `${title.en}: choose the first, second or third class.`)];
  if (value.score == null || value.score < level.low || value.score > level.high) {
    return [problem(`${at}/score`, 'band', `“${title.zh}”第${level.level}档的分值须在 ${level.low} 至 ${level.high} 之间`, `${title.en}: a score of class ${level.level} lies between ${level.low} and ${level.high}.`)];
  }
  return [];
}

/** What keeps a report from being handed in. */
export function reportFaults(answers: Answers, levels: readonly Level[]): FieldProblem[] {
  return INDICATORS.flatMap(field => {
    const answer = answers[field.code];
    const at = `/answers/${field.code}`;
    const { zh, en } = field.title;
    if (!answer) return [problem(at, 'missing', `请填写第 ${field.code} 项“${zh}”`, `Fill in indicator ${field.code}, ${en}.`)];
    if (!answer.applies) {
      if (!field.applies) return [problem(`${at}/applies`, 'always', `“${zh}”对所有参评企业适用，请填写`, `${en} applies to everybody.`)];
      return (answer.words ?? '').trim().length < 4 ? [problem(`${at}/words`, 'reason', `“${zh}”不适用的，请写明原因`, `Say why ${en} does not apply.`)] : [];
    }
    const faults = valueFaults(answer, field, { at, levels });
    if (faults.length > 0) return faults;
    const empty = field.input === 'measure' ? answer.measure == null : answer.score == null;
    return empty ? [problem(at, 'missing', `请填写第 ${field.code} 项“${zh}”`, `Fill in indicator ${field.code}, ${en}.`)] : [];
  });
}

/** Indicators nobody has checked yet, in the order of the table. */
export const unchecked = (checks: Checks): string[] => INDICATORS.map(one => one.code).filter(code => !checks[code]);

export interface Reading {
  readonly indicator: string;
  readonly title: string;
  readonly measure: string | null;
  readonly score: string | null;
  /** Whose word it is. */
  readonly source: 'check' | 'report' | 'platform' | 'none';
}

export interface Given {
  readonly answers: Answers;
  readonly prefills: Prefills;
  readonly checks: Checks;
  /** Score of an indicator of which neither the enterprise nor the platform says anything (not reported). */
  readonly silent: number;
}

/** What counts: the officer's change, else the enterprise's word, else what the platform knows, else the score for silence. */
export function readingsOf({ answers, prefills, checks, silent }: Given): Reading[] {
  return INDICATORS.map(field => {
    const { code } = field;
    const changed = checks[code]?.verdict === 'change' ? (checks[code]?.value ?? null) : null;
    const found: readonly [IndicatorValue | null, Reading['source']] = changed ? [changed, 'check'] : answers[code] ? [answers[code], 'report'] : known(prefills[code]) ? [{ applies: true, ...(prefills[code] as Prefill) }, 'platform'] : [null, 'none'];
    const [value, source] = found;
    const base = { indicator: code, title: `${field.title.zh}（${SOURCES[source]}）`, source };
    if (value && !value.applies) return { ...base, measure: null, score: null };
    if (value?.measure != null) return { ...base, measure: String(value.measure), score: null };
    return { ...base, measure: null, score: String(value?.score ?? silent) };
  });
}

const known = (prefill: Prefill | undefined): boolean => prefill !== undefined && (prefill.measure !== null || prefill.score !== null);
const SOURCES: Readonly<Record<Reading['source'], string>> = { check: '县级初核', report: '企业自报', platform: '平台数据', none: '未自查自报' };

export const isKnownIndicator = (code: string): boolean => indicatorOf(code) !== undefined;
