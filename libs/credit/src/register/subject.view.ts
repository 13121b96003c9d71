import type { EventStatus, Severity } from '../engine/ledger';
import type { Line } from '../engine/outcome';
import type { SubjectKind } from '../engine/scheme';

export class CreditResultView {
  scheme!: string;
  schemeTitle!: string;
  /** This scheme has its effect on the day; the others are computed beside it. */
  inForce!: boolean;
  score!: string;
  grade!: string;
  gradeTitle!: string;
  colour!: string;
  place!: number;
  vetoes!: string[];
}

export class CreditLineView {
  kind!: Line['kind'];
  code!: string;
  title!: string;
  /** What it adds to the score; null for lines that act on the grade. */
  contribution!: string | null;
  weight!: string | null;
  score!: string | null;
  /** Ids of the events it rests on. */
  eventIds!: string[];
  legalBasis!: string;
  verified!: boolean;
  note!: 'default' | 'not-applicable' | 'reading' | 'effect' | null;
}

export class CreditMeasureView {
  measure!: string;
  title!: string;
  value!: string;
  unit!: string;
  legalBasis!: string;
  verified!: boolean;
  note!: string | null;
}

export class BroughtMeasureView extends CreditMeasureView {
  /** What brings it: the grade, or the list with the number of its decision. */
  because!: string;
}

export class CreditNextView {
  /** The next day on which score or grade may change by itself. */
  on!: string | null;
  /** The event that ends first, and its last day. */
  endingEventId!: string | null;
  endingOn!: string | null;
  /** The event whose repair may be asked for first, and from when. */
  repairEventId!: string | null;
  repairFrom!: string | null;
}

/** Score and grade of a subject as of a day, line by line. */
export class CreditSubjectView {
  subjectId!: string;
  subjectName!: string;
  subjectKind!: SubjectKind;
  uscc!: string | null;
  day!: string;
  knownAt!: string | null;
  scheme!: string;
  schemeTitle!: string;
  schemeBasis!: string;
  /** Some of the values the score rests on have not been compared with the official text. */
  hasUnverified!: boolean;
  score!: string;
  grade!: string;
  gradeTitle!: string;
  /** By the score alone, before vetoes and downgrades. */
  gradeByScore!: string;
  gradeByScoreTitle!: string;
  colour!: string;
  vetoes!: string[];
  /** The grade in force holds since then. Null for a day in the past. */
  gradeSince!: string | null;
  lines!: CreditLineView[];
  results!: CreditResultView[];
  measures!: BroughtMeasureView[];
  next!: CreditNextView;
  actions!: string[];
}

export class CreditEventChangeView {
  status!: EventStatus;
  effectiveOn!: string;
  reason!: string;
  basis!: string;
  documentNo!: string | null;
  recordedAt!: string;
  recordedByName!: string;
}

export class CreditEventView {
  id!: string;
  type!: string;
  severity!: Severity;
  title!: string;
  facts!: string;
  legalBasis!: string;
  sourceType!: string;
  documentNo!: string | null;
  evidenceFileId!: string | null;
  indicator!: string | null;
  measure!: string | null;
  score!: string | null;
  points!: string | null;
  occurredOn!: string;
  validFrom!: string;
  /** Last day under the scheme in force; null while none is set. */
  validUntil!: string | null;
  recordedAt!: string;
  recordedByName!: string;
  /** Null before its first day. */
  status!: EventStatus | null;
  repairFrom!: string | null;
  changes!: CreditEventChangeView[];
  actions!: string[];
}

export class CreditEventPage {
  items!: CreditEventView[];
  nextCursor!: string | null;
}

export class CreditRegisterItemView {
  /** Of the organisation. */
  id!: string;
  subjectName!: string;
  uscc!: string | null;
  subjectKind!: SubjectKind;
  score!: string;
  grade!: string;
  gradeTitle!: string;
  colour!: string;
  vetoes!: string[];
  activeEvents!: number;
  gradeSince!: string;
  nextChangeOn!: string | null;
  computedAt!: string;
  others!: CreditResultView[];
}

export class CreditRegisterPage {
  items!: CreditRegisterItemView[];
  nextCursor!: string | null;
}

export class CreditSnapshotView {
  id!: string;
  asOf!: string;
  computedAt!: string;
  score!: string;
  grade!: string;
  gradeTitle!: string;
  colour!: string;
  beforeScore!: string | null;
  beforeGrade!: string | null;
  cause!: 'event' | 'change' | 'day' | 'scheme' | 'first';
  vetoes!: string[];
}

export class CreditSnapshotPage {
  items!: CreditSnapshotView[];
  nextCursor!: string | null;
}

export class CreditSideView {
  score!: string;
  grade!: string;
  gradeTitle!: string;
  colour!: string;
  lines!: CreditLineView[];
}

export class CreditWhatIfView {
  day!: string;
  scheme!: string;
  schemeTitle!: string;
  before!: CreditSideView;
  after!: CreditSideView;
  delta!: string;
}
