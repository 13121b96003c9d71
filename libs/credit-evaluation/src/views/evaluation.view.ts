import type { CaseDetailView } from '@huanbao/casework';
import type { CreditLine } from '@huanbao/credit';

/** One evaluation in a list. Score and grade are null for the party until they are public. */
export class AnnualEvaluationItemView {
  id!: string;
  yearId!: string;
  year!: number;
  number!: string | null;
  subjectId!: string;
  subjectName!: string;
  uscc!: string | null;
  industryCode!: string | null;
  industryName!: string | null;
  town!: string | null;
  stage!: string;
  stageZh!: string;
  stageEn!: string;
  /** Last day of the stage. */
  dueOn!: string | null;
  daysLeft!: number | null;
  overdue!: boolean;
  late!: boolean;
  notReported!: boolean;
  score!: string | null;
  grade!: string | null;
  gradeTitle!: string | null;
  colour!: string | null;
  publishedAt!: string | null;
  /** It puts a published result right. */
  isCorrection!: boolean;
}

export class AnnualEvaluationPage {
  items!: AnnualEvaluationItemView[];
  nextCursor!: string | null;
}

export class EvaluationTextView {
  zh!: string;
  en!: string;
}

export class IndicatorBandView {
  from!: string;
  to!: string;
  low!: string;
  high!: string;
}

export class IndicatorPrefillView {
  measure!: number | null;
  level!: number | null;
  score!: number | null;
  /** What was counted. */
  facts!: string;
  source!: string;
  from!: string;
  to!: string;
}

export class IndicatorAnswerView {
  applies!: boolean;
  measure!: number | null;
  level!: number | null;
  score!: number | null;
  words!: string | null;
}

export class IndicatorCheckView {
  verdict!: 'accept' | 'change';
  applies!: boolean | null;
  measure!: number | null;
  level!: number | null;
  score!: number | null;
  reason!: string | null;
  byName!: string;
  at!: string;
}

export class EvaluationFileView {
  id!: string;
  name!: string;
  sizeBytes!: number;
}

/** One indicator: what is asked, what the platform knows, what the enterprise says, what the officer makes of it. */
export class EvaluationIndicatorView {
  code!: string;
  group!: 'pollution' | 'ecology' | 'management' | 'society';
  input!: 'measure' | 'score';
  unit!: string;
  title!: EvaluationTextView;
  help!: EvaluationTextView;
  evidence!: EvaluationTextView;
  /** When it applies; null: always. */
  applies!: EvaluationTextView | null;
  weight!: string | null;
  weightVerified!: boolean;
  bands!: IndicatorBandView[];
  prefill!: IndicatorPrefillView | null;
  answer!: IndicatorAnswerView | null;
  check!: IndicatorCheckView | null;
  /** Of the enterprise. */
  files!: EvaluationFileView[];
  /** Of the officer. */
  checkFiles!: EvaluationFileView[];
}

export class EvaluationLevelView {
  level!: number;
  low!: number;
  high!: number;
}

export class EvaluationVoluntaryView {
  title!: string;
  doneOn!: string;
  words!: string | null;
  accepted!: boolean | null;
  reason!: string | null;
  checkedByName!: string | null;
}

export class EvaluationSubmissionView {
  nth!: number;
  at!: string;
  byName!: string;
  late!: boolean;
  signatureId!: string | null;
}

export class ResultLineView {
  kind!: CreditLine['kind'];
  code!: string;
  title!: string;
  contribution!: string | null;
  weight!: string | null;
  score!: string | null;
  legalBasis!: string;
  verified!: boolean;
  note!: CreditLine['note'];
  /** Events of the ledger the line rests on, in words. */
  events!: string[];
}

export class ResultEventView {
  key!: string;
  typeTitle!: string;
  title!: string;
  documentNo!: string | null;
  occurredOn!: string;
  status!: string;
}

export class SchemeResultView {
  scheme!: string;
  schemeTitle!: string;
  inForce!: boolean;
  score!: string;
  grade!: string;
  gradeTitle!: string;
  colour!: string;
  vetoes!: string[];
  lines!: ResultLineView[];
  events!: ResultEventView[];
}

export class EvaluationReadingView {
  indicator!: string;
  title!: string;
  measure!: string | null;
  score!: string | null;
  source!: 'check' | 'report' | 'platform' | 'none';
}

/** What it came to, each time it was reckoned; the last one counts. */
export class AnnualResultView {
  nth!: number;
  cause!: 'review' | 'publicity' | 'recheck' | 'facts' | 'correction';
  computedAt!: string;
  byName!: string;
  readings!: EvaluationReadingView[];
  schemes!: SchemeResultView[];
}

export class EvaluationObjectionView {
  id!: string;
  number!: string;
  side!: 'enterprise' | 'public';
  byName!: string;
  words!: string;
  madeAt!: string;
  verdict!: 'kept' | 'changed' | null;
  answer!: string | null;
  answeredByName!: string | null;
  answeredAt!: string | null;
  hasContact!: boolean;
}

export class ObjectionContactView {
  name!: string;
  phone!: string;
}

/** An event that counted in the published result and stands otherwise now, or one of that year that became known later. */
export class CorrectionCauseView {
  key!: string;
  title!: string;
  documentNo!: string | null;
  occurredOn!: string;
  /** Its status then; null: nobody knew of it. */
  before!: string | null;
  /** Its status now; `replaced`: another fact stands in its place; null: it has no place in that year any more. */
  after!: string | null;
}

export class CorrectionLineView {
  kind!: CreditLine['kind'];
  code!: string;
  title!: string;
  before!: string | null;
  after!: string | null;
}

export class CorrectionSideView {
  score!: string;
  gradeTitle!: string;
  colour!: string;
}

export class CorrectionDifferenceView {
  scheme!: string;
  schemeTitle!: string;
  inForce!: boolean;
  before!: CorrectionSideView;
  after!: CorrectionSideView;
  lines!: CorrectionLineView[];
}

/** What a correction rests on and makes of the result, old and new line by line; `differences` empty for the party until it is public. */
export class EvaluationCorrectionView {
  causes!: CorrectionCauseView[];
  direction!: 'better' | 'worse' | 'same' | null;
  differences!: CorrectionDifferenceView[];
}

export class EvaluationLetterView {
  number!: string;
  code!: string;
  /** Null while it is being drawn. */
  fileId!: string | null;
  issuedOn!: string;
}

export class MergedEvaluationView {
  id!: string;
  number!: string | null;
}

/** The grade of today beside the annual one, and why they differ. */
export class GradeTodayView {
  day!: string;
  scheme!: string;
  schemeTitle!: string;
  score!: string;
  grade!: string;
  gradeTitle!: string;
  colour!: string;
  differs!: boolean;
  /** Lines that act on the grade today: downgrades, vetoes, gates. */
  lines!: ResultLineView[];
  /** Events since the evaluated year, and older ones whose status is another today; what was revoked stays to be read. */
  since!: ResultEventView[];
}

/** The evaluation of one enterprise with everything the actor may see of it. */
export class AnnualEvaluationView extends AnnualEvaluationItemView {
  asOf!: string;
  reportUntil!: string;
  checkUntil!: string;
  reviewUntil!: string;
  publishBy!: string;
  /** Of the answers and checks; sent as If-Match when they are saved. */
  recordVersion!: number;
  /** Of the case; sent as If-Match with each step. */
  version!: number;
  reasons!: EvaluationTextView[];
  indicators!: EvaluationIndicatorView[];
  levels!: EvaluationLevelView[];
  voluntary!: EvaluationVoluntaryView[];
  /** What not reporting brings, by a dated row. */
  silence!: string;
  silenceVerified!: boolean;
  commitment!: string;
  submissions!: EvaluationSubmissionView[];
  returned!: number;
  checkedByName!: string | null;
  checkedAt!: string | null;
  checkNote!: string | null;
  reviewedByName!: string | null;
  reviewedAt!: string | null;
  reviewNote!: string | null;
  publicFrom!: string | null;
  publicUntil!: string | null;
  /** The day on which an objection changed the result. */
  changedOn!: string | null;
  approvedByName!: string | null;
  approvedAt!: string | null;
  publishDue!: string | null;
  results!: AnnualResultView[];
  objections!: EvaluationObjectionView[];
  /** The evaluation of the same enterprise and year that counts instead of this one. */
  mergedInto!: MergedEvaluationView | null;
  /** The published evaluation this one puts right. */
  corrects!: MergedEvaluationView | null;
  correction!: EvaluationCorrectionView | null;
  /** The correction that is under way for this one. */
  openCorrection!: MergedEvaluationView | null;
  /** When a correction took the place of this one. */
  correctedAt!: string | null;
  letter!: EvaluationLetterView | null;
  today!: GradeTodayView | null;
  case!: CaseDetailView;
  /** save, refresh, submit, take-up, check, finish, give-back, confirm, send-back, propose-correction, decide-correction, object, recheck. */
  actions!: string[];
}
