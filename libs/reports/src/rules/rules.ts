import type { Text } from '@huanbao/permits';
import { r1 } from './r1-values-and-names';
import { r2 } from './r2-amounts-plausible';
import { r3 } from './r3-sums-add-up';
import { r4 } from './r4-concentrations-agree';
import { r5 } from './r5-production-and-fuel';
import { r6 } from './r6-monitoring-complete';
import { r7 } from './r7-in-time-and-own-words';
import type { Finding, Rule, RuleContext } from './rule';

/** The rules of reports in the order in which they run. */
export const REPORT_RULES: readonly Rule[] = [r1, r2, r3, r4, r5, r6, r7];

export const reportRuleVersions = (): Record<string, string> => Object.fromEntries(REPORT_RULES.map(rule => [rule.id, rule.version]));

/** What a rule checks, in words; its id where a run knew a rule that is gone. */
export function reportRuleTitle(ruleId: string): Text {
  const { zh, en } = REPORT_RULES.find(rule => rule.id === ruleId)?.title ?? { zh: ruleId, en: ruleId };
  return { zh, en };
}

export const checkReport = (context: RuleContext): Finding[] => REPORT_RULES.flatMap(rule => rule.check(context));

/** The rules as a table for `docs/rules.md`. */
export function reportRulesTable(): string {
  const rows = REPORT_RULES.map(({ id, version, since, basis, title }) => `| ${id} | ${title.zh} | ${basis} | ${version} | ${since} |`);
  return ['| 规则 | 查什么 | 依据 | 版本 | 起用 |', '|---|---|---|---|---|', ...rows].join('\n');
}
