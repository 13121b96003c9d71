import type { FrozenScheme } from '@huanbao/credit';
import type { EvaluationParticipant, EvaluationRun, EvaluationYear } from '../evaluation.entity';
import { type ListingRule, LISTING_WORDS } from '../rules/listing';
import type { Outlook, Warning, YearPlan } from '../rules/plan';

export class YearPlanView {
  reportUntil!: string;
  checkUntil!: string;
  reviewUntil!: string;
  publicityDays!: number;
  publishWorkdays!: number;
  publishBy!: string;
}

export class EvaluationRuleView {
  key!: string;
  title!: string;
  value!: string;
  unit!: string;
  legalBasis!: string;
  verified!: boolean;
}

export class EvaluationSchemeView {
  key!: string;
  title!: string;
  legalBasis!: string;
  /** First day of the version that is frozen. */
  effectiveFrom!: string;
  inForce!: boolean;
}

/** Dates that are proposed for a year, on which rows they rest, and by which schemes it would be computed. */
export class EvaluationProposalView extends YearPlanView {
  year!: number;
  rows!: EvaluationRuleView[];
  schemes!: EvaluationSchemeView[];
  /** too-late, late-already …; null when it can be published in time. */
  warning!: Warning | null;
}

export class EvaluationYearItemView extends YearPlanView {
  id!: string;
  year!: number;
  regionCode!: string;
  asOf!: string;
  state!: 'listing' | 'running';
  openedByName!: string;
  openedAt!: string;
  listPublishedAt!: string | null;
  participants!: number;
  published!: number;
}

export class EvaluationYearPage {
  items!: EvaluationYearItemView[];
  nextCursor!: string | null;
}

export class EvaluationStageCountView {
  stage!: string;
  stageZh!: string;
  stageEn!: string;
  count!: number;
  overdue!: number;
}

export class EvaluationGradeCountView {
  gradeTitle!: string;
  colour!: string;
  count!: number;
}

export class EvaluationRunView {
  id!: string;
  kind!: 'announce' | 'publicity' | 'approve' | 'publish';
  state!: 'running' | 'done';
  total!: number;
  done!: number;
  skipped!: number;
  note!: string | null;
  startedByName!: string;
  startedAt!: string;
  finishedAt!: string | null;
}

export class EvaluationReadyView {
  announce!: number;
  publicity!: number;
  approve!: number;
  publish!: number;
}

/** A year with its progress in figures. */
export class EvaluationYearView extends EvaluationYearItemView {
  version!: number;
  schemes!: EvaluationSchemeView[];
  stages!: EvaluationStageCountView[];
  grades!: EvaluationGradeCountView[];
  late!: number;
  notReported!: number;
  objections!: number;
  towns!: string[];
  warning!: Warning | null;
  /** First day on which everything could be published. */
  earliestPublication!: string;
  /** Last day on which the publicity has to begin. */
  publicityBy!: string;
  /** How many are ready for each step today. */
  ready!: EvaluationReadyView;
  runs!: EvaluationRunView[];
  /** list, announce, publicity, approve, publish. */
  actions!: string[];
}

export class ListedReasonView {
  rule!: ListingRule;
  zh!: string;
  en!: string;
  words!: string;
}

export class ParticipantView {
  id!: string;
  yearId!: string;
  subjectId!: string;
  subjectName!: string;
  uscc!: string | null;
  town!: string | null;
  industryCode!: string | null;
  industryName!: string | null;
  reasons!: ListedReasonView[];
  addedByName!: string;
  addedAt!: string;
  removedAt!: string | null;
  removedByName!: string | null;
  removedReason!: string | null;
  /** Of a published list: asked for by one person, to be decided by another. */
  removalAskedByName!: string | null;
  removalAskedReason!: string | null;
  evaluationId!: string | null;
}

export class ParticipantPage {
  items!: ParticipantView[];
  nextCursor!: string | null;
}

export class ListedCountView {
  added!: number;
  gone!: number;
  kept!: number;
  elsewhere!: number;
}

export class VolunteeredView {
  year!: number;
}

export const planView = ({ reportUntil, checkUntil, reviewUntil, publicityDays, publishWorkdays, publishBy }: YearPlan): YearPlanView => ({ reportUntil, checkUntil, reviewUntil, publicityDays, publishWorkdays, publishBy });

export const schemeViews = (schemes: readonly FrozenScheme[]): EvaluationSchemeView[] => schemes.map(({ key, title, legalBasis, effectiveFrom, inForce }) => ({ key, title, legalBasis, effectiveFrom, inForce }));

export interface YearCounts {
  readonly participants: number;
  readonly published: number;
}

export const yearItem = (year: EvaluationYear, { participants, published }: YearCounts): EvaluationYearItemView => ({
  ...planView(year), id: year.id, year: year.year, regionCode: year.regionCode, asOf: year.asOf, state: year.state, openedByName: year.openedByName, openedAt: year.openedAt.toISOString(), listPublishedAt: year.listPublishedAt?.toISOString() ?? null, participants, published,
});

export const outlookView = ({ warning, earliest, publicityBy }: Outlook): Pick<EvaluationYearView, 'warning' | 'earliestPublication' | 'publicityBy'> => ({ warning, earliestPublication: earliest, publicityBy });

export const runView = ({ id, kind, state, total, done, skipped, note, startedByName, startedAt, finishedAt }: EvaluationRun): EvaluationRunView => ({ id, kind, state, total, done, skipped, note, startedByName, startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null });

export const participantView = ({ id, yearId, subjectId, subjectName, uscc, town, industryCode, industryName, reasons, addedByName, addedAt, removedAt, removedByName, removedReason, removalAsked, evaluationId }: EvaluationParticipant): ParticipantView => ({
  id, yearId, subjectId, subjectName, uscc, town, industryCode, industryName, reasons: reasons.map(({ rule, words }) => ({ rule, ...LISTING_WORDS[rule], words })), addedByName, addedAt: addedAt.toISOString(), removedAt: removedAt?.toISOString() ?? null, removedByName, removedReason, removalAskedByName: removalAsked?.byName ?? null, removalAskedReason: removalAsked?.reason ?? null, evaluationId,
});
