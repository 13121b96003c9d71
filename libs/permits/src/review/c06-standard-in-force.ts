import type { Form, Row, SectionKey } from '../form/field';
import { listOf, rowsOf, textOf } from '../form/form';
import { plantFacts } from './limit-facts';
import { codeKey, fitOf } from './limit-fit';
import { Finding, findingOf, LimitRow, ReviewContext, Rule } from './rule';

const finding = findingOf('C6');
const BASIS = '排污许可管理条例 第十一条第二项；生态环境法典 第一百八十条';

const MEDIA = [
  { medium: 'air', limits: 'air-limits', outlets: 'air-outlets' },
  { medium: 'water', limits: 'water-limits', outlets: 'water-outlets' },
] as const;
type Medium = (typeof MEDIA)[number];

/** Where a standard is named. */
const NAMED: readonly { readonly section: SectionKey; readonly table: string }[] = [
  { section: 'air-limits', table: 'limits' }, { section: 'fugitive', table: 'points' }, { section: 'water-limits', table: 'limits' }, { section: 'noise', table: 'boundaries' },
];

/** C6: a standard that is named is in force on the day of the application, and every factor it limits for the source is listed. */
export const c06: Rule = {
  id: 'C6',
  version: '2026.2',
  since: '2026-11-28',
  basis: BASIS,
  title: { zh: '执行标准现行，污染物不漏项', en: 'Standards in force, no factor missing' },
  check: context => [...notInForce(context), ...MEDIA.flatMap(media => factorsMissing(context, media))],
};

interface Known {
  readonly from: string | null;
  readonly to: string | null;
  readonly replacedBy: string | null;
  readonly verified: boolean;
  readonly rows: readonly LimitRow[];
}

/** What is known of each standard by its code: its own dates, else those of its limits. */
function knownStandards({ standards, limits, applicationDate }: ReviewContext): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const [key, rows] of groupedBy(limits, row => codeKey(row.standard))) {
    const holding = rows.filter(row => row.validFrom <= applicationDate && (row.validTo === null || row.validTo >= applicationDate));
    const [first] = holding.length > 0 ? holding : rows;
    known.set(key, { from: first?.validFrom ?? null, to: first?.validTo ?? null, replacedBy: null, verified: rows.every(row => row.verified), rows });
  }
  for (const head of standards ?? []) {
    const key = codeKey(head.code);
    known.set(key, { from: head.inForceFrom, to: head.inForceTo, replacedBy: head.replacedBy, verified: head.verified, rows: known.get(key)?.rows ?? [] });
  }
  return known;
}

function notInForce(context: ReviewContext): Finding[] {
  const known = knownStandards(context);
  return NAMED.flatMap(({ section, table }) => rowsOf(context.form, section, table).flatMap((row, index) => {
    const standard = known.get(codeKey(textOf(row, 'standard') ?? ''));
    if (!standard || isInForce(standard, context.applicationDate)) return [];
    return [ended(standard, { pointer: `/${section}/${table}/${index}/standard`, actual: textOf(row, 'standard') ?? '', date: context.applicationDate })];
  }));
}

/** A standard whose first day nobody knows is not said to be out of force. */
const isInForce = ({ from, to }: Known, date: string): boolean => (from === null || from <= date) && (to === null || to >= date);

function ended(standard: Known, { pointer, actual, date }: { pointer: string; actual: string; date: string }): Finding {
  const span = `${standard.from ?? '（起日未核实）'} 至 ${standard.to ?? '今'}`;
  const next = standard.replacedBy ? { zh: `，已由 ${standard.replacedBy} 代替`, en: ` It was replaced by ${standard.replacedBy}.` } : { zh: '', en: '' };
  return finding({
    level: standard.verified ? 'E' : 'W', pointer, actual, expected: standard.replacedBy ?? `在 ${date} 现行的标准`, basis: BASIS,
    zh: `该标准的施行时间是 ${span}，申请时不适用${next.zh}，请改为现行标准并重新核对限值`, en: `The standard holds ${standard.from ?? '?'} to ${standard.to ?? 'today'}, not on the day of the application.${next.en} Name the one in force.`,
    limits: standard.rows.slice(0, 5),
  });
}

/** What the standards named at an outlet limit for its source must be among its pollutants. */
function factorsMissing(context: ReviewContext, { medium, limits, outlets }: Medium): Finding[] {
  const named = namedAt(context.form, limits);
  const bySource = groupedBy(context.limits.filter(row => row.medium === medium), row => row.source);
  const common = plantFacts(context.form, context.applicationDate);
  return rowsOf(context.form, outlets, 'outlets').flatMap((row: Row, index) => {
    const [standards, listed] = [named.get(textOf(row, 'code') ?? '') ?? new Set<string>(), new Set(listOf(row, 'pollutants'))];
    const source = textOf(row, 'source') ?? '';
    const missing = [...(bySource.get(source) ?? []), ...(bySource.get('*') ?? [])].flatMap(one => {
      if (!standards.has(codeKey(one.standard)) || listed.has(one.pollutant)) return [];
      const fit = fitOf(one, { ...common, medium, source, pollutant: one.pollutant });
      return fit.applies ? [{ row: one, binding: one.verified && fit.certain }] : [];
    });
    if (missing.length === 0) return [];
    const factors = [...new Set(missing.map(one => one.row.pollutant))].join('、');
    return [finding({
      level: missing.some(one => one.binding) ? 'E' : 'W', pointer: `/${outlets}/outlets/${index}/pollutants`, actual: `缺 ${factors}`, expected: '包含执行标准规定的全部因子', basis: BASIS,
      zh: `${textOf(row, 'code') ?? ''} 执行的标准还规定了 ${factors}，请补充；确不排放的，在监测和说明中写明理由`, en: `The standard also limits ${factors}. Add them, or say why they do not occur.`, limits: missing.map(one => one.row),
    })];
  });
}

/** Codes of the standards named at each outlet. */
function namedAt(form: Form, limits: Medium['limits']): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  for (const row of rowsOf(form, limits, 'limits')) {
    const code = textOf(row, 'outletCode') ?? '';
    named.set(code, (named.get(code) ?? new Set<string>()).add(codeKey(textOf(row, 'standard') ?? '')));
  }
  return named;
}

function groupedBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
