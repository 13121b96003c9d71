import { c01 } from './c01-codes-and-references';
import { c03 } from './c03-complete-and-plausible';
import { c04 } from './c04-chain-closed';
import { c05 } from './c05-limit-not-looser-than-standard';
import { c07 } from './c07-totals-add-up';
import { c08 } from './c08-within-approved-totals';
import { c10 } from './c10-monitoring-covers-outlets';
import { c13 } from './c13-project-document';
import type { Text } from '../form/field';
import { Finding, ReviewContext, Rule } from './rule';

/** The rules of the machine review in the order in which they run. */
export const RULES: readonly Rule[] = [c01, c03, c04, c05, c07, c08, c10, c13];

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
