import Decimal from 'decimal.js';
import { pollutantName } from '../form/pollutants';
import { claimsOf, LimitClaim, LimitIndex, limitsFor } from './limit-facts';
import { Finding, findingOf, LimitRow, ReviewContext, Rule } from './rule';
import { comparedLimits, explainLimit, inClaimUnit } from './strictest-limit';
import { unitSlip } from './unit-slip';

const finding = findingOf('C5');
const BASIS = '排污许可管理条例 第十一条第二项；生态环境法典 第一百八十条';

/**
 * C5: a permitted concentration is not looser than the strictest standard that holds for this source on the day: national,
 * provincial, special, ultra-low, approval; at outlets, at the boundary, and of noise; hourly and daily means against limits of that mean. A row that nobody compared with the
 * standard's text, or that depends on a fact nobody stated, only warns.
 */
export const c05: Rule = {
  id: 'C5',
  version: '2026.5',
  since: '2026-11-30',
  basis: BASIS,
  title: { zh: '许可浓度不宽于适用标准最严值', en: 'Concentration not looser than the strictest standard' },
  check: context => {
    const index = new LimitIndex(context.limits);
    return claimsOf(context.form, context.applicationDate).flatMap(claim => judge(claim, index, context));
  },
};

interface Compared {
  readonly row: LimitRow;
  readonly value: Decimal;
  readonly certain: boolean;
}

function judge(claim: LimitClaim, index: LimitIndex, context: ReviewContext): Finding[] {
  const { claimed, question } = claim;
  if (claimed === undefined || question === undefined) return [];
  const about = limitsFor(claim, question, index);
  const limits = comparedLimits(about.rows, about.question).map(one => ({ ...one, value: inClaimUnit(one.value, claim.unit) }));
  const hasStandard = comparedLimits(index.about(question), question).length > 0;
  const unknown = !hasStandard && (question.medium === 'air' || question.medium === 'water') ? [unknownLimit(claim, context)] : [];
  return [...unknown, ...againstLimits(claim, claimed, limits)];
}

function againstLimits(claim: LimitClaim, claimed: string, limits: readonly Compared[]): Finding[] {
  const strictest = limits[0];
  if (!strictest) return [];
  const amount = new Decimal(claimed);
  const binding = limits.find(one => one.row.verified && one.certain);
  if (binding && amount.gt(binding.value)) return [looser('E', claim, binding, limits)];
  if (amount.gt(strictest.value)) return [looser('W', claim, strictest, limits)];
  const slip = unitSlip(claimed, strictest.value, claim.unit);
  return slip ? [finding({ level: 'W', pointer: claim.pointer, actual: actualOf(claim), expected: `${strictest.value.toFixed()} ${claim.unit} 上下`, basis: `${strictest.row.standard}；${BASIS}`, ...slip, limits: limits.map(one => one.row) })] : [];
}

const actualOf = ({ claimed, unit }: LimitClaim): string => `${claimed ?? ''} ${unit}`;

function unknownLimit(claim: LimitClaim, { applicationDate }: ReviewContext): Finding {
  const name = nameOf(claim);
  return finding({
    level: 'W', pointer: claim.pointer, actual: actualOf(claim), expected: '有据可查的标准限值', basis: BASIS,
    zh: `参考库中没有 ${name} 在 ${applicationDate} 的适用限值，请审核人员对照所填标准核对`, en: `The reference table has no limit for ${name} on ${applicationDate}. Compare with the cited standard.`,
  });
}

const NOISE_WORDS: Readonly<Record<string, string>> = { 'noise-day': '昼间', 'noise-night': '夜间' };
const nameOf = ({ place, pollutant }: LimitClaim): string => `${place} ${NOISE_WORDS[pollutant] ?? pollutantName(pollutant).zh}`.trim();

/** Why a person has to look: the row is unverified, or whether it applies is not known. */
function doubtOf({ row, certain }: Compared): { zh: string; en: string } {
  if (!row.verified) return { zh: '（该限值尚未核对标准原文，请以标准为准）', en: ' (not yet compared with the text of the standard)' };
  return certain ? { zh: '', en: '' } : { zh: '（是否适用取决于未填的情况，请人工确认）', en: ' (whether it applies depends on what was not stated)' };
}

function looser(level: 'E' | 'W', claim: LimitClaim, limit: Compared, limits: readonly Compared[]): Finding {
  const [name, doubt] = [nameOf(claim), doubtOf(limit)];
  const { row } = limit;
  const shown = `${row.value} ${row.unit || claim.unit}`;
  const compared = comparedWords(claim, limit);
  const slip = unitSlip(claim.claimed as string, limit.value, claim.unit);
  return finding({
    level, pointer: claim.pointer, actual: actualOf(claim), expected: `≤ ${shown}`, basis: `${row.standard}${row.legalBasis ? ` ${row.legalBasis}` : ''}；${BASIS}`,
    zh: `${name} 的许可浓度应不大于 ${shown}${compared}${doubt.zh}，请按 ${row.standard} 改正${slip ? `。${slip.zh}` : ''}`,
    en: `${name}: at most ${shown}${compared} by ${row.standard}${doubt.en}.${slip ? ` ${slip.en}` : ''}`,
    evidence: limits.map(one => explainLimit(one.row)).join('；'), limits: limits.map(one => one.row),
  });
}

/** The value in the unit of the field where it stands in another unit or at another oxygen. */
function comparedWords({ unit }: LimitClaim, { row, value }: Compared): string {
  return new Decimal(row.value).eq(value) ? '' : `（即 ${value.toDecimalPlaces(9).toFixed()} ${unit}）`;
}
