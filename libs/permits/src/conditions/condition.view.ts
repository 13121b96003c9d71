import type { ConditionKind, ConditionSubject, DutyPeriod, PermitCondition } from '../life/permit-limit.entity';
import type { ApplicationCondition, LibraryCondition } from './condition.entity';
import type { DutyTemplate, FirstDueRule } from './recurring';

export class ParameterView {
  name!: string;
  label!: string;
  type!: 'text' | 'number' | 'date' | 'choice';
  unit!: string | null;
  options!: string[];
  example!: string | null;
}

export class DutyTemplateView {
  period!: DutyPeriod;
  content!: string;
  rule!: FirstDueRule;
  days!: number | null;
  monthDay!: string | null;
  date!: string | null;
}

/** One version of a condition of the library. */
export class LibraryConditionView {
  id!: string;
  code!: string;
  version!: number;
  isCurrent!: boolean;
  title!: string;
  kind!: ConditionKind;
  subject!: ConditionSubject;
  text!: string;
  parameters!: ParameterView[];
  legalBasis!: string;
  /** False until somebody compared it with the published text: 未核实. */
  verified!: boolean;
  duty!: DutyTemplateView | null;
  effectiveFrom!: string;
  /** First day on which it is no longer laid down; null while open. */
  effectiveTo!: string | null;
  state!: 'in-force' | 'to-come' | 'retired' | 'replaced';
  changeNote!: string;
  retiredReason!: string | null;
  createdAt!: Date;
  createdByName!: string;
}

export class LibraryConditionPageView {
  items!: LibraryConditionView[];
  nextCursor!: string | null;
}

/** A condition with all its versions, the newest first, and how often it stands in permits. */
export class LibraryConditionDetailView {
  current!: LibraryConditionView;
  versions!: LibraryConditionView[];
  /** Permits in which it holds today, whatever the version. */
  permits!: number;
  actions!: string[];
}

export class RecurringView {
  period!: DutyPeriod;
  content!: string;
  firstDueOn!: string;
}

/** A condition of a permit with the days on which it holds. */
export class PermitConditionView {
  id!: string;
  libraryCode!: string | null;
  libraryVersion!: number | null;
  title!: string;
  kind!: ConditionKind;
  subject!: ConditionSubject;
  subjectCode!: string | null;
  text!: string;
  legalBasis!: string;
  verified!: boolean;
  isPublic!: boolean;
  duty!: RecurringView | null;
  validFrom!: string;
  validUntil!: string | null;
}

/** What an application lays down. */
export class LaidDownView {
  id!: string;
  act!: 'add' | 'change' | 'drop';
  permitConditionId!: string | null;
  libraryCode!: string | null;
  libraryVersion!: number | null;
  title!: string;
  kind!: ConditionKind;
  subject!: ConditionSubject;
  subjectCode!: string | null;
  text!: string;
  legalBasis!: string;
  verified!: boolean;
  isPublic!: boolean;
  duty!: DutyTemplateView | null;
  reason!: string | null;
  createdByName!: string;
  createdAt!: Date;
  /** The condition of the permit as it was; null for one added. */
  before!: PermitConditionView | null;
}

/** Conditions of an application: what goes on from the permit, and what is added, changed and dropped. */
export class ApplicationConditionsView {
  /** drafted while the decision is open; decided afterwards. */
  standing!: 'drafted' | 'decided';
  kept!: PermitConditionView[];
  items!: LaidDownView[];
  /** Whether the actor may add, change and drop now. */
  editable!: boolean;
  /** Outlets and facilities of the form, for conditions laid on one. */
  outlets!: string[];
  facilities!: string[];
}

export function libraryView(row: LibraryCondition, today: string): LibraryConditionView {
  const { id, code, version, isCurrent, title, kind, subject, text, parameters, legalBasis, verified, duty, effectiveFrom, effectiveTo, changeNote, retiredReason, createdAt, createdByName } = row;
  return {
    id, code, version, isCurrent, title, kind, subject, text, legalBasis, verified, effectiveFrom, effectiveTo, changeNote, retiredReason, createdAt, createdByName,
    parameters: parameters.map(one => ({ ...one, options: [...one.options] })), duty: duty && { ...duty }, state: stateOf(row, today),
  };
}

function stateOf({ effectiveFrom, effectiveTo, isCurrent }: LibraryCondition, today: string): LibraryConditionView['state'] {
  if (effectiveTo !== null && effectiveTo <= today) return isCurrent ? 'retired' : 'replaced';
  return effectiveFrom > today ? 'to-come' : 'in-force';
}

export function permitConditionView(row: PermitCondition): PermitConditionView {
  const { id, libraryCode, libraryVersion, title, kind, subject, subjectCode, text, legalBasis, verified, isPublic, duty, validFrom, validUntil } = row;
  return { id, libraryCode, libraryVersion, title, kind, subject, subjectCode, text, legalBasis, verified, isPublic, duty: duty && { period: duty.period, content: duty.content, firstDueOn: duty.firstDueOn }, validFrom, validUntil };
}

export function laidDownView(row: ApplicationCondition, before: PermitCondition | undefined): LaidDownView {
  const { id, act, permitConditionId, libraryCode, libraryVersion, title, kind, subject, subjectCode, text, legalBasis, verified, isPublic, duty, reason, createdByName, createdAt } = row;
  return { id, act, permitConditionId, libraryCode, libraryVersion, title, kind, subject, subjectCode, text, legalBasis, verified, isPublic, duty: duty && { ...duty }, reason, createdByName, createdAt, before: before ? permitConditionView(before) : null };
}

export function templateOf(given: Partial<DutyTemplate> & Pick<DutyTemplate, 'period' | 'content' | 'rule'>): DutyTemplate {
  const { period, content, rule, days, monthDay, date } = given;
  return { period, content, rule, days: rule === 'after-days' || rule === 'period-end' ? (days ?? 0) : null, monthDay: rule === 'month-day' ? (monthDay ?? null) : null, date: rule === 'date' ? (date ?? null) : null };
}
