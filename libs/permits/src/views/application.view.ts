import { BallView, CaseDetailView, TextView } from '@huanbao/casework';
import type { SectionData, SectionKey } from '../form/field';
import { MaterialView } from '../life/life.view';

export class FieldProblemView {
  /** Within the section. */
  pointer!: string;
  code!: string;
  zh!: string;
  en!: string;
}

/** One line of the task list. */
export class SectionStatusView {
  section!: SectionKey;
  title!: TextView;
  /** 未开始、填报中、已完成、有错误 */
  status!: 'not-started' | 'in-progress' | 'completed' | 'has-errors';
  problems!: number;
  version!: number;
  updatedAt!: Date;
}

export class SectionView {
  section!: SectionKey;
  data!: SectionData;
  completed!: boolean;
  /** What keeps the section from being complete; a draft may be saved with them. */
  problems!: FieldProblemView[];
  /** What one should know of what was saved: a place outside the city, a likely wrong unit, a limit looser than the strictest. Hinders nothing. */
  remarks!: FieldProblemView[];
  updatedAt!: Date;
  version!: number;
}

/** One application in a list. */
export class ApplicationRowView {
  id!: string;
  caseNumber!: string | null;
  enterpriseId!: string;
  enterpriseName!: string;
  siteName!: string;
  state!: string;
  stateLabel!: TextView;
  managementCategory!: 'key' | 'simplified';
  businessType!: 'new' | 'reapply' | 'change' | 'adjust' | 'renew';
  open!: boolean;
  createdAt!: Date;
  submittedAt!: Date | null;
  completedSections!: number;
  totalSections!: number;
  dueOn!: string | null;
  remainingDays!: number | null;
  dueProvisional!: boolean;
  clockPaused!: boolean;
  ball!: BallView;
}

export class ApplicationPageView {
  items!: ApplicationRowView[];
  nextCursor!: string | null;
}

/** A reference limit a finding rests on. */
export class FindingLimitView {
  standard!: string;
  title!: string;
  /** national, special, provincial or ultra-low. */
  tier!: string;
  value!: string;
  unit!: string;
  validFrom!: string;
  /** False until somebody compared it with the text of the standard: 未核实. */
  verified!: boolean;
  note!: string | null;
}

export class ReviewFindingView {
  id!: string;
  ruleId!: string;
  /** What the rule checks. */
  rule!: TextView;
  /** E stops the submission, W asks a person to look. */
  level!: 'E' | 'W';
  /** Into the form: `/air-limits/limits/3/concentrationMgM3`. */
  pointer!: string;
  /** The place in words. */
  place!: TextView;
  actual!: string;
  expected!: string;
  basis!: string;
  suggestion!: TextView;
  evidence!: string | null;
  limits!: FindingLimitView[];
  disposition!: 'accepted' | 'overruled' | null;
  dispositionReason!: string | null;
  disposedByName!: string | null;
  disposedAt!: Date | null;
  /** Why the applicant holds that it is no error; null while it does not. */
  contestedReason!: string | null;
  contestedByName!: string | null;
  contestedAt!: Date | null;
}

export class ReviewRunView {
  id!: string;
  state!: 'queued' | 'running' | 'done' | 'failed';
  /** 0–100 */
  progress!: number;
  errors!: number;
  warnings!: number;
  requestedAt!: Date;
  startedAt!: Date | null;
  finishedAt!: Date | null;
  /** False when the content changed after the run. */
  current!: boolean;
  /** Rule id → version. */
  ruleVersions!: Record<string, string>;
}

export class ReviewView {
  run!: ReviewRunView | null;
  /** At most 1,000; the counts in `run` are complete. */
  findings!: ReviewFindingView[];
}

export class OpinionView {
  id!: string;
  section!: string;
  verdict!: 'agree' | 'object';
  text!: string;
  authorName!: string;
  at!: Date;
}

export class ConditionDefinitionView {
  key!: string;
  label!: string;
  article!: string;
}

/** An application with everything the page needs; `actions` says what the actor may do now. */
export class ApplicationView {
  id!: string;
  caseNumber!: string | null;
  enterpriseId!: string;
  enterpriseName!: string;
  uscc!: string;
  siteId!: string;
  siteSequence!: number;
  siteName!: string;
  regionCode!: string;
  managementCategory!: 'key' | 'simplified';
  businessType!: 'new' | 'reapply' | 'change' | 'adjust' | 'renew';
  businessTypeLabel!: TextView;
  /** The version of the permit it changes; null for a first application. */
  baseVersion!: number | null;
  /** Why it is made. */
  triggers!: TextView[];
  occurredOn!: string | null;
  /** What is handed in with it: needed ones first. */
  materials!: MaterialView[];
  /** What both sides should mind: a renewal or change asked for too late. */
  remarks!: TextView[];
  formVersion!: string;
  /** free, flagged (only what 补正 names) or sealed. */
  editing!: 'free' | 'flagged' | 'sealed';
  /** In 补正: pointers that are unlocked. */
  editable!: string[];
  state!: string;
  stateLabel!: TextView;
  createdAt!: Date;
  submittedAt!: Date | null;
  committedAt!: Date | null;
  /** The commitment has been given for the content as it is now. */
  committed!: boolean;
  sections!: SectionStatusView[];
  case!: CaseDetailView;
  review!: ReviewRunView | null;
  /** The bureau's own; empty for the applicant. */
  opinions!: OpinionView[];
  /** The conditions of 排污许可管理条例 art. 11, to be judged at the decision. */
  grantConditions!: ConditionDefinitionView[];
  /** `national`: the officer enters the number; `hj608`: it is allocated. */
  permitNumbering!: 'national' | 'hj608';
  permitId!: string | null;
  actions!: string[];
  /** Version of the case. */
  version!: number;
}

export class PrintedFactView {
  pointer!: string;
  label!: TextView;
  unit!: string | null;
  value!: string;
}

export class PrintedColumnView {
  /** With the table's pointer and the row's number it makes the pointer of a cell. */
  name!: string;
  label!: TextView;
  unit!: string | null;
}

export class PrintedTableView {
  pointer!: string;
  caption!: TextView;
  columns!: PrintedColumnView[];
  rows!: string[][];
}

export class PrintedSectionView {
  key!: SectionKey;
  title!: TextView;
  facts!: PrintedFactView[];
  tables!: PrintedTableView[];
}

/** 核对页: the whole form in words. */
export class PrintView {
  id!: string;
  caseNumber!: string | null;
  enterpriseName!: string;
  siteName!: string;
  state!: string;
  formVersion!: string;
  sections!: PrintedSectionView[];
}
