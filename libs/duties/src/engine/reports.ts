import { addDays } from '@huanbao/calendar';
import type { Row, SectionData } from '@huanbao/permits';
import type { DutyInput, DutyVersion, PlannedDuty, Words } from './duty';
import { dayAfterPeriod, dayNextYear, daysOf, isShorterThan, overlap, periodsIn, type Rhythm, type Span } from './periods';
import { valueOn } from './reference';

export type ReportPeriod = 'annual' | 'quarterly' | 'monthly';
export const RHYTHM_OF: Readonly<Record<ReportPeriod, Rhythm>> = { annual: 'year', quarterly: 'quarter', monthly: 'month' };
const TITLE: Readonly<Record<ReportPeriod, string>> = { annual: 'Annual execution report', quarterly: 'Quarterly execution report', monthly: 'Monthly execution report' };
const PARTS: Readonly<Record<ReportPeriod, Words>> = {
  annual: { zh: '按十三个部分报告全年执行情况；停产也要报，零排放注明停产。', en: 'Thirteen parts about the whole year. Due even while production stands; zero amounts name the stoppage.' },
  quarterly: { zh: '报告实际排放量、达标判定、超标和设施异常说明；停产也要报。', en: 'Actual amounts, compliance, exceedances and failures of facilities. Due even while production stands.' },
  monthly: { zh: '报告实际排放量、达标判定、超标和设施异常说明；停产也要报。', en: 'Actual amounts, compliance, exceedances and failures of facilities. Due even while production stands.' },
};
const BASIS = '《排污许可管理条例》第二十二条';

interface Rule {
  readonly dueOn: (period: Span) => string;
  readonly content: string;
  readonly basis: string;
  readonly verified: boolean;
}

/** The days on which a permit holds: to its end, or to the day before it was ended. */
export function heldSpan(input: Pick<DutyInput, 'begins' | 'validTo' | 'endedOn'>): Span {
  const ended = input.endedOn === null ? input.validTo : addDays(input.endedOn, -1);
  return { from: input.begins, to: ended < input.validTo ? ended : input.validTo };
}

/** The version that governs a day: the one issued last of those that have begun, as the permit itself is read. */
export function versionOn(versions: readonly DutyVersion[], day: string): DutyVersion | undefined {
  const order = (a: DutyVersion, b: DutyVersion): number => (b.number ?? 0) - (a.number ?? 0) || b.effectiveFrom.localeCompare(a.effectiveFrom);
  return versions.filter(one => one.effectiveFrom <= day).sort(order)[0];
}

/** 执行报告 of all three periods. The version in effect at the end of a period decides whether and by when. */
export function reportDuties(input: DutyInput): PlannedDuty[] {
  return (['annual', 'quarterly', 'monthly'] as const).flatMap(period => dutiesOf(period, input));
}

function dutiesOf(period: ReportPeriod, input: DutyInput): PlannedDuty[] {
  const held = heldSpan(input);
  const duties: PlannedDuty[] = [];
  let carriedFrom: string | null = null;
  for (const whole of periodsIn(RHYTHM_OF[period], held)) {
    const span = overlap(whole, held);
    const rule = span && ruleOn(period, input, span.to);
    if (!span || !rule) continue;
    // Too short a time is reported with the next period, if there is one.
    const isMerged = isTooShort(period, span, input) && span.to < held.to;
    const from: string = carriedFrom ?? span.from;
    duties.push({
      key: `report-${period}:${whole.from}`, kind: `report-${period}`, rhythm: RHYTHM_OF[period], period: { from, to: span.to }, dueOn: rule.dueOn(whole),
      title: titled(period, whole), content: { zh: [PARTS[period].zh, rule.content].filter(Boolean).join(''), en: PARTS[period].en },
      legalBasis: rule.basis, verified: rule.verified, provisional: false, isDayOff: false, excuse: isMerged ? mergedInto(period) : null,
    });
    carriedFrom = isMerged ? from : null;
  }
  return duties;
}

function isTooShort(period: ReportPeriod, span: Span, { values }: DutyInput): boolean {
  if (period === 'monthly') return daysOf(span) < Number(valueOn('report.monthly.least-days', span.to, values).value);
  return isShorterThan(span, Number(valueOn(`report.${period}.least-months`, span.to, values).value));
}

function mergedInto(period: ReportPeriod): Words {
  const least = { annual: ['三个月', 'three months', '年度', 'year'], quarterly: ['一个月', 'one month', '季度', 'quarter'], monthly: ['十日', 'ten days', '月度', 'month'] }[period] as [string, string, string, string];
  return { zh: `持证不足${least[0]}，并入下一${least[2]}报告`, en: `Held for less than ${least[1]}: reported with the next ${least[3]}` };
}

function titled(period: ReportPeriod, { from, to }: Span): Words {
  const year = from.slice(0, 4);
  const name = { annual: `${year} 年度`, quarterly: `${year} 年第 ${Math.ceil(Number(to.slice(5, 7)) / 3)} 季度`, monthly: `${year} 年 ${Number(from.slice(5, 7))} 月` }[period];
  const en = { annual: year, quarterly: `${year} Q${Math.ceil(Number(to.slice(5, 7)) / 3)}`, monthly: from.slice(0, 7) }[period];
  return { zh: `${name}执行报告`, en: `${TITLE[period]} ${en}` };
}

/** From the certificate; where it has no table of reports, the usual ones of its category. */
function ruleOn(period: ReportPeriod, input: DutyInput, day: string): Rule | null {
  const version = versionOn(input.versions, day);
  if (!version) return null;
  const table = reportsOf(version);
  const own = table.find(row => row['period'] === period);
  if (table.length > 0) return own ? ownRule(period, own, { day, values: input.values }) : null;
  const usual = valueOn(version.category === 'key' ? 'report.periods.key' : 'report.periods.simplified', day, input.values);
  return usual.value.split(',').includes(period) ? usualRule(period, day, input) : null;
}

function reportsOf(version: DutyVersion): readonly Row[] {
  const section = (version.form as Readonly<Record<string, SectionData | undefined>>)['ledgers'];
  const rows = section?.['reports'];
  return Array.isArray(rows) ? (rows as readonly Row[]) : [];
}

function usualRule(period: ReportPeriod, day: string, { values }: DutyInput): Rule {
  const value = valueOn(period === 'annual' ? 'report.annual.due' : `report.${period}.due-day`, day, values);
  return { dueOn: due(period, value.value), content: '', basis: `${BASIS}；${value.legalBasis}`, verified: value.verified };
}

function ownRule(period: ReportPeriod, row: Row, { day, values }: { readonly day: string; readonly values: DutyInput['values'] }): Rule {
  const named = period === 'annual' ? row['dueMonthDay'] : row['dueDay'];
  const usual = valueOn(period === 'annual' ? 'report.annual.due' : `report.${period}.due-day`, day, values);
  const said = typeof named === 'string' || typeof named === 'number' ? String(named) : null;
  const content = typeof row['content'] === 'string' ? row['content'] : '';
  return { dueOn: due(period, said ?? usual.value), content, basis: said ? `${BASIS}；许可证副本` : `${BASIS}；${usual.legalBasis}`, verified: said !== null };
}

const due = (period: ReportPeriod, value: string): ((span: Span) => string) =>
  span => (period === 'annual' ? dayNextYear(span, value) : dayAfterPeriod(span, Number(value)));
