import Decimal from 'decimal.js';
import type { Text } from '../form/field';
import { fitOf, isAbout, LimitQuestion } from './limit-fit';
import type { LimitRow } from './rule';
import { comparable, comparedLimits, comparedUnit, commonOxygen, limitInBaseUnit } from './strictest-limit';

/** One limit that could apply: its value made comparable, and why it applies or does not. */
export interface Candidate {
  readonly row: LimitRow;
  readonly applies: boolean;
  /** False when a fact it depends on is not known. */
  readonly certain: boolean;
  readonly why: Text;
  /** In the common unit and at the common oxygen; null for a unit that cannot be compared. */
  readonly comparedValue: string | null;
  readonly comparedUnit: string;
  /** How the value came about; null when it is the row's own. */
  readonly conversion: Text | null;
  readonly wins: boolean;
}

export interface Explanation {
  readonly strictest: Candidate | null;
  readonly candidates: readonly Candidate[];
  readonly commonOxygen: string | null;
  /** The whole in one sentence. */
  readonly summary: Text;
}

const DIGITS = 9;
const plain = (value: Decimal): string => value.toDecimalPlaces(DIGITS).toFixed();

/** Every limit that speaks of the source and pollutant, those that apply first and the strictest of them in front. Pure. */
export function explainStrictest(rows: readonly LimitRow[], question: LimitQuestion): Explanation {
  const about = rows.filter(row => isAbout(row, question));
  const compared = comparedLimits(about, question);
  const oxygen = commonOxygen(compared.map(one => one.row));
  const winner = compared[0]?.row;
  const applying = compared.map(({ row }) => candidateOf(row, question, { oxygen, winner }));
  const others = about.filter(row => !compared.some(one => one.row === row)).map(row => candidateOf(row, question, { oxygen, winner }))
    .sort((a, b) => Number(b.applies) - Number(a.applies) || a.row.standard.localeCompare(b.row.standard) || a.row.tier.localeCompare(b.row.tier));
  const strictest = applying[0] ?? null;
  return { strictest, candidates: [...applying, ...others], commonOxygen: oxygen, summary: summaryOf(strictest) };
}

function candidateOf(row: LimitRow, question: LimitQuestion, { oxygen, winner }: { oxygen: string | null; winner: LimitRow | undefined }): Candidate {
  const fit = fitOf(row, question);
  const value = comparable(row, fit.applies ? oxygen : null);
  return {
    row, ...fit, why: value === undefined ? { zh: `${fit.why.zh}；单位 ${row.unit} 不能与其他限值比较`, en: `${fit.why.en}; the unit ${row.unit} cannot be compared` } : fit.why,
    comparedValue: value === undefined ? null : plain(value), comparedUnit: comparedUnit(row), conversion: conversionOf(row, fit.applies ? oxygen : null), wins: row === winner,
  };
}

function conversionOf(row: LimitRow, oxygen: string | null): Text | null {
  const inUnit = limitInBaseUnit(row);
  if (!inUnit) return null;
  const unit = comparedUnit(row);
  const units = unit === row.unit || row.unit === '' ? '' : `${row.value} ${row.unit} = ${plain(inUnit)} ${unit}`;
  const moved = oxygen !== null && row.medium === 'air' && row.baseOxygen != null && !new Decimal(row.baseOxygen).eq(oxygen);
  const at = moved ? `${plain(inUnit)} ×（21 − ${oxygen}）÷（21 − ${row.baseOxygen}）= ${plain(comparable(row, oxygen) as Decimal)} ${unit}` : '';
  if (!units && !at) return oxygen !== null && row.medium === 'air' && row.baseOxygen == null ? { zh: '未规定基准含氧量，按原值比较', en: 'No base oxygen: compared as it is' } : null;
  const zh = [units && `单位换算：${units}`, at && `换算到含氧量 ${oxygen}%：${at}`].filter(Boolean).join('；');
  return { zh, en: [units && `Units: ${units}`, at && `At ${oxygen} % oxygen: ${at.replaceAll('（', '(').replaceAll('）', ')')}`].filter(Boolean).join('; ') };
}

function summaryOf(strictest: Candidate | null): Text {
  if (!strictest) return { zh: '参考库中没有适用的限值，请对照标准原文', en: 'The reference table has no limit that applies. See the standard itself.' };
  const { row, certain } = strictest;
  const oxygen = row.baseOxygen == null ? { zh: '', en: '' } : { zh: `（基准含氧量 ${row.baseOxygen}%）`, en: ` (at ${row.baseOxygen} % oxygen)` };
  const doubt = [row.verified ? null : { zh: '未核实', en: 'not verified' }, certain ? null : { zh: '是否适用需人工确认', en: 'a person has to confirm that it applies' }].filter((one): one is Text => one !== null);
  return {
    zh: `最严 ${row.value} ${row.unit}${oxygen.zh}，依据 ${row.standard}${row.legalBasis ? ` ${row.legalBasis}` : ''}${doubt.map(one => `，${one.zh}`).join('')}`,
    en: `Strictest ${row.value} ${row.unit}${oxygen.en}, by ${row.standard}${row.legalBasis ? ` ${row.legalBasis}` : ''}${doubt.map(one => `, ${one.en}`).join('')}`,
  };
}
