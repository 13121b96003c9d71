import type { Prefill } from '../rules/answers';
import { INDICATORS, type PrefillRule } from '../rules/indicators';
import type { Level } from '../rules/answers';

/** What the platform counted of one enterprise in one year. Null: it has no records of this. */
export interface PlatformFacts {
  readonly results: { readonly count: number; readonly exceeded: number } | null;
  readonly permit: { readonly number: string } | null;
  readonly reports: { readonly due: number; readonly inTime: number } | null;
  readonly monitoring: { readonly planned: number; readonly done: number } | null;
  readonly disclosure: { readonly due: number; readonly inTime: number } | null;
  readonly penalties: readonly string[];
  readonly complaints: { readonly received: number; readonly confirmed: number };
}

interface Span {
  readonly from: string;
  readonly to: string;
}

type Known = Omit<Prefill, 'from' | 'to'>;
const NONE = { measure: null, level: null, score: null };
const HUNDRED = 100;

/** The class a share of things done in time falls into: its score is the share within 0 and 100. */
function byShare(share: number, levels: readonly Level[]): Pick<Prefill, 'measure' | 'level' | 'score'> {
  const score = Math.floor(share * HUNDRED);
  const level = [...levels].sort((a, b) => b.low - a.low).find(one => score >= one.low);
  return { measure: null, level: level?.level ?? null, score };
}

const RULES: Readonly<Record<PrefillRule, (facts: PlatformFacts, levels: readonly Level[]) => Known | null>> = {
  attainment: ({ results }) => results && results.count > 0 ? { ...NONE, measure: Math.floor(((results.count - results.exceeded) / results.count) * HUNDRED * HUNDRED) / HUNDRED, facts: `自行监测结果 ${results.count} 个，超标 ${results.exceeded} 个`, source: '自行监测记录' } : null,
  permit: ({ permit }, levels) => permit ? { ...byShare(1, levels), facts: `排污许可证 ${permit.number} 有效`, source: '排污许可' } : { ...NONE, facts: '平台上没有有效的排污许可证', source: '排污许可' },
  reports: ({ reports }, levels) => reports && reports.due > 0 ? { ...byShare(reports.inTime / reports.due, levels), facts: `应报执行报告 ${reports.due} 份，按时 ${reports.inTime} 份`, source: '证后事项' } : null,
  monitoring: ({ monitoring }, levels) => monitoring && monitoring.planned > 0 ? { ...byShare(Math.min(1, monitoring.done / monitoring.planned), levels), facts: `应监测 ${monitoring.planned} 次，完成 ${monitoring.done} 次`, source: '自行监测记录' } : null,
  disclosure: ({ disclosure }, levels) => disclosure && disclosure.due > 0 ? { ...byShare(disclosure.inTime / disclosure.due, levels), facts: `应公开事项 ${disclosure.due} 项，按时 ${disclosure.inTime} 项`, source: '证后事项' } : null,
  penalties: ({ penalties }, levels) => penalties.length === 0 ? { ...byShare(1, levels), facts: '信用记录中没有处罚和行政命令', source: '环境信用记录' } : { ...byShare(0, levels), facts: penalties.join('；'), source: '环境信用记录' },
  complaints: ({ complaints: { received, confirmed } }, levels) => confirmed === 0 ? { ...byShare(1, levels), facts: `收到投诉 ${received} 件，查实 0 件`, source: '投诉举报' } : { ...NONE, facts: `收到投诉 ${received} 件，查实 ${confirmed} 件，请按解决情况选档`, source: '投诉举报' },
};

/** The value of the indicator of penalties by the penalties that stand; pure. */
export const penaltyPrefill = (penalties: readonly string[], span: Span, levels: readonly Level[]): Prefill => ({ ...(RULES.penalties({ penalties } as PlatformFacts, levels) as Known), ...span });

/** What can be said of each indicator from the platform's own records, with what was counted. Pure. */
export function prefillsOf(facts: PlatformFacts, span: Span, levels: readonly Level[]): Record<string, Prefill> {
  return Object.fromEntries(INDICATORS.flatMap(({ code, prefill }) => {
    const known = prefill && RULES[prefill](facts, levels);
    return known ? [[code, { ...known, ...span }]] : [];
  }));
}
