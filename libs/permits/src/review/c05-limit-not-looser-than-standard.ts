import Decimal from 'decimal.js';
import type { Row } from '../form/field';
import { rowsOf, textOf } from '../form/form';
import { amountOf } from '../form/validate';
import { Finding, findingOf, LimitRow, ReviewContext, Rule } from './rule';
import { explainLimit, limitInBaseUnit, LimitQuestion, strictestLimit } from './strictest-limit';

const finding = findingOf('C5');
const BASIS = '排污许可管理条例 第十一条第二项；生态环境法典 第一百八十条';

const MEDIA = [
  { medium: 'air', limits: 'air-limits', outlets: 'air-outlets', field: 'concentrationMgM3', unit: 'mg/m³' },
  { medium: 'water', limits: 'water-limits', outlets: 'water-outlets', field: 'concentrationMgL', unit: 'mg/L' },
] as const;

/**
 * C5: a permitted concentration is not looser than the strictest standard that holds for this source on the day.
 * A row of the reference table that nobody compared with the standard's text only warns.
 */
export const c05: Rule = {
  id: 'C5',
  version: '2026.1',
  since: '2026-11-23',
  basis: BASIS,
  title: { zh: '许可浓度不宽于适用标准最严值', en: 'Concentration not looser than the strictest standard' },
  check: context => MEDIA.flatMap(one => checkMedium(context, one)),
};

function checkMedium(context: ReviewContext, media: (typeof MEDIA)[number]): Finding[] {
  const sources = new Map(rowsOf(context.form, media.outlets, 'outlets').map(row => [textOf(row, 'code'), textOf(row, 'source')]));
  return rowsOf(context.form, media.limits, 'limits').flatMap((row, index) => {
    const claimed = amountOf(row, media.field);
    const pollutant = textOf(row, 'pollutant');
    const source = sources.get(textOf(row, 'outletCode'));
    if (claimed === undefined || pollutant === undefined || source === undefined) return [];
    const question: LimitQuestion = { medium: media.medium, source, pollutant, date: context.applicationDate, inKeyRegion: context.form.basic?.['inKeyRegion'] === true };
    return judge({ row, claimed: new Decimal(claimed), pointer: `/${media.limits}/limits/${index}/${media.field}`, unit: media.unit }, strictestLimit(context.limits, question));
  });
}

interface Claim {
  readonly row: Row;
  readonly claimed: Decimal;
  readonly pointer: string;
  readonly unit: string;
}

function judge(claim: Claim, limit: ReturnType<typeof strictestLimit>): Finding[] {
  const name = `${textOf(claim.row, 'outletCode') ?? ''} ${textOf(claim.row, 'pollutant') ?? ''}`;
  const actual = `${claim.claimed.toFixed()} ${claim.unit}`;
  const evidence = limit.applicable.map(explainLimit).join('；');
  if (!limit.strictest) return [finding({
    level: 'W', pointer: claim.pointer, actual, expected: '有据可查的标准限值', basis: BASIS,
    zh: `参考库中没有 ${name} 的适用限值，请审核人员对照所填标准核对`, en: `The reference table has no limit for ${name}. Compare with the cited standard.`,
  })];
  if (isLooser(claim, limit.verified)) return [looser('E', claim, limit.verified as LimitRow, { name, actual, evidence, limits: limit.applicable })];
  if (isLooser(claim, limit.strictest)) return [looser('W', claim, limit.strictest, { name, actual, evidence, limits: limit.applicable })];
  return [];
}

function isLooser(claim: Claim, row: LimitRow | undefined): boolean {
  return row !== undefined && claim.claimed.gt(limitInBaseUnit(row) as Decimal);
}

function looser(level: 'E' | 'W', claim: Claim, row: LimitRow, words: { name: string; actual: string; evidence: string; limits: readonly LimitRow[] }): Finding {
  const unsure = level === 'W' ? { zh: '（该限值尚未核对标准原文，请以标准为准）', en: ' (not yet compared with the text of the standard)' } : { zh: '', en: '' };
  return finding({
    level, pointer: claim.pointer, actual: words.actual, expected: `≤ ${row.value} ${row.unit || claim.unit}`, basis: `${row.standard}；${BASIS}`,
    zh: `${words.name} 的许可浓度应不大于 ${row.value}${unsure.zh}，请按 ${row.standard} 改正`,
    en: `${words.name}: at most ${row.value} by ${row.standard}${unsure.en}.`,
    evidence: words.evidence, limits: words.limits,
  });
}
