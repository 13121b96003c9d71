import { c01 } from './c01-codes-and-references';
import { c02 } from './c02-class-and-industry';
import { c03 } from './c03-complete-and-plausible';
import { c04 } from './c04-chain-closed';
import { c05 } from './c05-limit-not-looser-than-standard';
import { c06 } from './c06-standard-in-force';
import { c07 } from './c07-totals-add-up';
import { c08 } from './c08-within-approved-totals';
import { c09 } from './c09-amount-recomputed';
import { c10 } from './c10-monitoring-covers-outlets';
import { c11 } from './c11-automatic-monitoring';
import { c12 } from './c12-ledgers-and-reports';
import { c13 } from './c13-project-document';
import { c14 } from './c14-publicity-and-attachments';
import { c15 } from './c15-renewal-in-time';
import { c16 } from './c16-change-or-reapply';
import type { Text } from '../form/field';
import { Finding, ReviewContext, Rule } from './rule';

/** The rules of the machine review in the order in which they run. */
export const RULES: readonly Rule[] = [c01, c02, c03, c04, c05, c06, c07, c08, c09, c10, c11, c12, c13, c14, c15, c16];

/** What a run records: which rules in which version. */
export function ruleVersions(): Record<string, string> {
  return Object.fromEntries(RULES.map(rule => [rule.id, rule.version]));
}

/** What a rule checks, in words; its id where a run knew a rule that is gone. */
export function titleOf(ruleId: string): Text {
  const { zh, en } = RULES.find(rule => rule.id === ruleId)?.title ?? { zh: ruleId, en: ruleId };
  return { zh, en };
}

/** All findings of all rules, errors first within each rule. */
export function review(context: ReviewContext): Finding[] {
  return RULES.flatMap(rule => rule.check(context));
}

/** The rules as a table for `docs/rules.md`. */
export function rulesTable(): string {
  const rows = RULES.map(({ id, version, since, basis, title }) => `| ${id} | ${title.zh} | ${basis} | ${version} | ${since} |`);
  return ['| 规则 | 查什么 | 依据 | 版本 | 起用 |', '|---|---|---|---|---|', ...rows].join('\n');
}
