import { FieldProblemView, FieldView, PrintedFactView, PrintedTableView } from '@huanbao/permits';
import type { PartKey, ReportKind } from '../form/part';
import type { Quality, ReportState } from '../report.entity';

export class ReportTextView {
  zh!: string;
  en!: string;
}

/** One report in a list. */
export class ReportRowView {
  id!: string;
  dutyId!: string;
  permitId!: string;
  permitNumber!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  siteName!: string;
  kind!: ReportKind;
  title!: ReportTextView;
  periodFrom!: string;
  periodTo!: string;
  dueOn!: string;
  /** Days until the due day; negative when it has passed. */
  daysLeft!: number;
  state!: ReportState;
  /** Copies handed in so far. */
  revision!: number;
  submittedAt!: Date | null;
  /** Of the first copy. */
  lateDays!: number | null;
}

export class ReportPageView {
  items!: ReportRowView[];
  nextCursor!: string | null;
}

/** A report that is due and that nobody has begun. */
export class ReportToWriteView {
  dutyId!: string;
  title!: ReportTextView;
  enterpriseName!: string;
  siteName!: string;
  kind!: ReportKind;
  periodFrom!: string;
  periodTo!: string;
  dueOn!: string;
  /** Days until the due day; negative when it has passed. */
  daysLeft!: number;
  /** The holidays of the due year are not published. */
  provisional!: boolean;
  /** False: the day rests on a rule that nobody has verified yet. */
  verified!: boolean;
}

export class ReportToWritePageView {
  items!: ReportToWriteView[];
  nextCursor!: string | null;
}

/** One line of the task list. */
export class PartStatusView {
  part!: PartKey;
  title!: ReportTextView;
  status!: 'not-started' | 'in-progress' | 'completed' | 'has-errors';
  problems!: number;
  version!: number;
  updatedAt!: Date;
}

export class ReportFindingView {
  id!: string;
  ruleId!: string;
  rule!: ReportTextView;
  level!: 'E' | 'W';
  pointer!: string;
  place!: ReportTextView;
  actual!: string;
  expected!: string;
  basis!: string;
  suggestion!: ReportTextView;
  /** For officers: whose text it is like. */
  evidence!: string | null;
  explanation!: string | null;
  explainedByName!: string | null;
}

export class ReportCheckView {
  id!: string;
  state!: 'queued' | 'running' | 'done' | 'failed';
  /** 0–100 */
  progress!: number;
  errors!: number;
  warnings!: number;
  /** Warnings without an explanation. */
  unexplained!: number;
  finishedAt!: Date | null;
  /** False when the content changed after the run. */
  current!: boolean;
  /** Rule id → version. */
  ruleVersions!: Record<string, string>;
}

export class ReportCheckResultView {
  check!: ReportCheckView | null;
  /** At most 1,000. */
  findings!: ReportFindingView[];
}

export class QualityView {
  quality!: Quality;
  met!: boolean;
  comment!: string;
}

export class ReturnedPlaceView {
  pointer!: string;
  label!: string;
  requirement!: string;
}

/** A copy as it was handed in, and what the bureau made of it. */
export class ReportRevisionView {
  number!: number;
  reason!: string | null;
  submittedAt!: Date;
  submittedByName!: string;
  lateDays!: number;
  /** The copy of record of the signature. */
  recordId!: string;
  outcome!: 'accepted' | 'returned' | 'superseded' | 'void' | null;
  qualities!: QualityView[];
  places!: ReturnedPlaceView[];
  outcomeNote!: string | null;
  decidedAt!: Date | null;
  decidedByName!: string | null;
}

/** A report with everything the page needs; `actions` says what the actor may do now. */
export class ReportView extends ReportRowView {
  formVersion!: string;
  /** The period is over: from now on it can be handed in. */
  periodOver!: boolean;
  /** It says that production stood throughout. */
  stopped!: boolean;
  amendmentReason!: string | null;
  /** The last day for mending a copy that had been in time and was returned. */
  mendBy!: string | null;
  /** Days late if it was handed in today; null while nothing is demanded any more. */
  lateNow!: number | null;
  /** The commitment has been given for the content as it is now. */
  committed!: boolean;
  committedAt!: Date | null;
  parts!: PartStatusView[];
  check!: ReportCheckView | null;
  /** Newest first. */
  revisions!: ReportRevisionView[];
  actions!: string[];
  version!: number;
}

/** Where one offered value came from. */
export class ReportOriginView {
  /** `/field` or `/table/@row`. */
  pointer!: string;
  place!: ReportTextView;
  source!: ReportTextView;
}

/** A place where what a person typed and what the platform knows differ. */
export class ReportDifferenceView {
  /** Within the report; a row by `@id`. */
  pointer!: string;
  place!: ReportTextView;
  typed!: string | null;
  platform!: string | null;
  source!: ReportTextView | null;
}

export class ReportPartView {
  part!: PartKey;
  data!: object;
  completed!: boolean;
  /** What keeps the part from being complete; a draft may be saved with them. */
  problems!: FieldProblemView[];
  version!: number;
  updatedAt!: Date;
  /** When the platform's values were last taken. */
  offeredAt!: Date;
  origins!: ReportOriginView[];
  differences!: ReportDifferenceView[];
}

export class PartNewsView {
  part!: PartKey;
  title!: ReportTextView;
  /** What taking the newest values changes. */
  changes!: ReportDifferenceView[];
  /** What stays, because a person typed it. */
  kept!: ReportDifferenceView[];
}

export class ReportNewsView {
  parts!: PartNewsView[];
}

export class ReportPartDefinitionView {
  key!: PartKey;
  title!: ReportTextView;
  intro!: ReportTextView;
  fields!: FieldView[];
}

export class ReportFormView {
  formVersion!: string;
  kind!: ReportKind;
  parts!: ReportPartDefinitionView[];
  /** What the signer agrees to. */
  commitment!: string;
}

export class PrintedPartView {
  key!: PartKey;
  title!: ReportTextView;
  facts!: PrintedFactView[];
  tables!: PrintedTableView[];
}

/** The whole report in words. */
export class ReportPrintView {
  id!: string;
  title!: ReportTextView;
  enterpriseName!: string;
  siteName!: string;
  /** The copy shown; 0 is what is being written. */
  revision!: number;
  parts!: PrintedPartView[];
}

export class ReportChangeView {
  pointer!: string;
  place!: ReportTextView;
  from!: string | null;
  to!: string | null;
}

/** What changed between two copies. */
export class ReportChangesView {
  from!: number;
  to!: number;
  reason!: string | null;
  changes!: ReportChangeView[];
}

/** A published report. */
export class PublicReportRowView {
  id!: string;
  permitId!: string;
  permitNumber!: string;
  enterpriseName!: string;
  siteName!: string;
  kind!: ReportKind;
  title!: ReportTextView;
  periodFrom!: string;
  periodTo!: string;
  submittedAt!: Date;
  acceptedAt!: Date;
}

export class PublicReportPageView {
  items!: PublicReportRowView[];
  nextCursor!: string | null;
}

export class PublicReportView extends PublicReportRowView {
  /** How often it was amended after it had been handed in first. */
  revision!: number;
  parts!: PrintedPartView[];
  /** What is not published, and why. */
  withheld!: ReportTextView[];
}
