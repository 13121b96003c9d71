import type { ConditionKind, ConditionSubject, PermitCondition } from '../life/permit-limit.entity';
import { DutyTemplate, recurringOf } from './recurring';

/** What a condition says, before it is placed in time. */
export interface ConditionFacts {
  readonly libraryCode: string | null;
  readonly libraryVersion: number | null;
  readonly title: string;
  readonly kind: ConditionKind;
  readonly subject: ConditionSubject;
  readonly subjectCode: string | null;
  readonly text: string;
  readonly legalBasis: string;
  readonly verified: boolean;
  readonly isPublic: boolean;
  readonly reason: string | null;
}

/** One act of an application on the conditions of its permit. What no act names goes on as it is. */
export interface ConditionAct {
  readonly act: 'add' | 'change' | 'drop';
  readonly permitConditionId: string | null;
  readonly facts: ConditionFacts;
  readonly duty: DutyTemplate | null;
}

export type NewCondition = ConditionFacts & Pick<PermitCondition, 'duty' | 'validFrom' | 'validUntil'>;

export interface ConditionPlan {
  /** Rows that no longer hold from the effective day on. */
  readonly end: readonly string[];
  readonly begin: readonly NewCondition[];
}

/** A row with its days, where a renewal that is still to begin gave it some of its own: what changes it keeps them. */
export interface OpenCondition {
  readonly id: string;
  readonly validFrom?: string;
  readonly validUntil?: string | null;
}

/**
 * What changes in the table of conditions when a version takes effect. As with limits nothing that held before is touched:
 * a changed condition ends and begins anew, so the past of every day can be read and duties change in the future only.
 * @param open rows that would still hold on `effectiveFrom` or later
 */
export function planConditions(open: readonly OpenCondition[], acts: readonly ConditionAct[], effectiveFrom: string): ConditionPlan {
  const living = new Map(open.map(one => [one.id, one]));
  const touched = acts.filter(one => one.permitConditionId !== null && living.has(one.permitConditionId));
  const begins = acts.filter(one => one.act === 'add' || (one.act === 'change' && touched.includes(one)));
  return {
    end: touched.map(one => one.permitConditionId as string),
    begin: begins.map(({ act, permitConditionId, facts, duty }) => {
      const row = act === 'change' ? living.get(permitConditionId ?? '') : undefined;
      const validFrom = row?.validFrom !== undefined && row.validFrom > effectiveFrom ? row.validFrom : effectiveFrom;
      return { ...facts, duty: recurringOf(duty, validFrom), validFrom, validUntil: row?.validUntil ?? null };
    }),
  };
}
