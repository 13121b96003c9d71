import type { Row } from '../form/field';
import { listOf, rowsOf, textOf } from '../form/form';
import { Finding, findingOf, LimitRow, ReviewContext, Rule } from './rule';

const finding = findingOf('C6');
const BASIS = '排污许可管理条例 第十一条第二项；生态环境法典 第一百八十条';

const MEDIA = [
  { medium: 'air', limits: 'air-limits', outlets: 'air-outlets' },
  { medium: 'water', limits: 'water-limits', outlets: 'water-outlets' },
] as const;
type Medium = (typeof MEDIA)[number];

/** C6: a standard that is named is in force on the day of the application, and every factor it limits for the source is listed. */
export const c06: Rule = {
  id: 'C6',
  version: '2026.1',
  since: '2026-11-24',
  basis: BASIS,
  title: { zh: '执行标准现行，污染物不漏项', en: 'Standards in force, no factor missing' },
  check: context => MEDIA.flatMap(media => [...notInForce(context, media), ...factorsMissing(context, media)]),
};

const inForce = (row: LimitRow, date: string): boolean => row.validFrom <= date && (row.validTo === null || row.validTo >= date);

function notInForce(context: ReviewContext, { medium, limits }: Medium): Finding[] {
  const byStandard = groupedBy(context.limits.filter(row => row.medium === medium), row => row.standard);
  return rowsOf(context.form, limits, 'limits').flatMap((row, index) => {
    const known = byStandard.get(textOf(row, 'standard') ?? '') ?? [];
    if (known.length === 0 || known.some(one => inForce(one, context.applicationDate))) return [];
    const span = known.map(one => `${one.validFrom} 至 ${one.validTo ?? '今'}`)[0];
    return [finding({
      level: known.every(one => one.verified) ? 'E' : 'W', pointer: `/${limits}/limits/${index}/standard`, actual: textOf(row, 'standard') ?? '', expected: `在 ${context.applicationDate} 现行的标准`, basis: BASIS,
      zh: `该标准的施行时间是 ${span}，申请时不适用，请改为现行标准并重新核对限值`, en: `The standard holds ${span}, not on the day of the application. Name the one in force.`, limits: known,
    })];
  });
}

/** What the standards named at an outlet limit for its source must be among its pollutants. */
function factorsMissing(context: ReviewContext, { medium, limits, outlets }: Medium): Finding[] {
  const named = new Map<string, Set<string>>();
  for (const row of rowsOf(context.form, limits, 'limits')) {
    const code = textOf(row, 'outletCode') ?? '';
    named.set(code, (named.get(code) ?? new Set()).add(textOf(row, 'standard') ?? ''));
  }
  const bySource = groupedBy(context.limits.filter(row => row.medium === medium && inForce(row, context.applicationDate)), row => row.source);
  return rowsOf(context.form, outlets, 'outlets').flatMap((row: Row, index) => {
    const standards = named.get(textOf(row, 'code') ?? '') ?? new Set<string>();
    const listed = new Set(listOf(row, 'pollutants'));
    const missing = (bySource.get(textOf(row, 'source') ?? '') ?? []).filter(one => standards.has(one.standard) && !listed.has(one.pollutant));
    if (missing.length === 0) return [];
    const factors = [...new Set(missing.map(one => one.pollutant))].join('、');
    return [finding({
      level: missing.some(one => one.verified) ? 'E' : 'W', pointer: `/${outlets}/outlets/${index}/pollutants`, actual: `缺 ${factors}`, expected: '包含执行标准规定的全部因子', basis: BASIS,
      zh: `${textOf(row, 'code') ?? ''} 执行的标准还规定了 ${factors}，请补充；确不排放的，在监测和说明中写明理由`, en: `The standard also limits ${factors}. Add them, or say why they do not occur.`, limits: missing,
    })];
  });
}

function groupedBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
