import type { Form, Text } from '@huanbao/permits';
import type { ReportForm, ReportKind } from '../form/part';
import type { AmountFact, OtherReport, PermittedFact, StoppageFact } from '../prefill/facts';
import type { PeriodFacts } from '@huanbao/records';

/** E stops the submission; W asks for an explanation that goes with the report. */
export type FindingLevel = 'E' | 'W';

export interface Finding {
  readonly ruleId: string;
  readonly level: FindingLevel;
  /** Into the report: `/emissions/totals/3/totalT`. */
  readonly pointer: string;
  readonly actual: string;
  readonly expected: string;
  readonly basis: string;
  readonly suggestion: Text;
  /** For officers only. */
  readonly evidence: string | null;
}

/** A text of another report: of another enterprise, or of this permit's last one. */
export interface LikeText {
  readonly own: boolean;
  /** Title of the report, and whose it is. */
  readonly title: string;
  readonly owner: string;
  readonly text: string;
}

export interface RuleContext {
  readonly kind: ReportKind;
  readonly period: { readonly from: string; readonly to: string };
  readonly dueOn: string;
  /** Day of the check: the day on which it would be handed in. */
  readonly today: string;
  readonly report: ReportForm;
  /** The permit's form of the period's last day. */
  readonly permit: Form;
  readonly permitted: readonly PermittedFact[];
  readonly records: PeriodFacts;
  readonly amounts: readonly AmountFact[];
  readonly stoppages: readonly StoppageFact[];
  readonly previous: OtherReport | null;
  readonly children: readonly OtherReport[];
  /** Texts that share marks with one of this report, by its pointer. */
  readonly like: Readonly<Record<string, readonly LikeText[]>>;
}

export interface Rule {
  readonly id: string;
  /** Changes with the rule's content; a run records the versions it used. */
  readonly version: string;
  readonly since: string;
  readonly basis: string;
  readonly title: Text;
  check(context: RuleContext): Finding[];
}

type Details = Omit<Finding, 'ruleId' | 'suggestion' | 'evidence' | 'basis'> & { readonly zh: string; readonly en: string; readonly evidence?: string };

/** Findings of one rule, written as one line each. */
export function findingOf(ruleId: string, basis: string): (details: Details) => Finding {
  return ({ zh, en, evidence, ...rest }) => ({ ruleId, basis, ...rest, suggestion: { zh, en }, evidence: evidence ?? null });
}
