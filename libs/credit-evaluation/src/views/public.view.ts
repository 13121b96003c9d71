/** One enterprise as everybody may read it: name and grade, nothing of how it came about. */
export class PublicEvaluationItemView {
  id!: string;
  subjectId!: string;
  subjectName!: string;
  year!: number;
  phase!: 'publicity' | 'published';
  /** Null while an objection to it, or an appeal against an event the grade rests on, is being looked at. */
  gradeTitle!: string | null;
  colour!: string;
  /** Last day for objections; null once it is published. */
  publicUntil!: string | null;
  /** The day on which an objection changed the result, until it is published. */
  changedOn!: string | null;
  publishedOn!: string | null;
  underObjection!: boolean;
  /** What it rests on was revoked or changed; it is being put right. */
  underCorrection!: boolean;
  /** It puts a published result right. */
  isCorrection!: boolean;
}

export class PublicEvaluationPage {
  items!: PublicEvaluationItemView[];
  nextCursor!: string | null;
}

export class PublicEvaluationYearView {
  year!: number;
  publicity!: number;
  published!: number;
}

export class PublicEvaluationYearsView {
  items!: PublicEvaluationYearView[];
  /** Years for which results are shown, by a dated row. */
  shownYears!: number;
}

export class ObjectionReceiptView {
  number!: string;
  /** With the number it opens the answer. */
  code!: string;
}

export class ObjectionTrackView {
  number!: string;
  subjectName!: string;
  year!: number;
  madeAt!: string;
  words!: string;
  verdict!: 'kept' | 'changed' | null;
  answer!: string | null;
  answeredAt!: string | null;
}

export class EvaluationLetterCheckView {
  number!: string;
  subjectName!: string;
  uscc!: string | null;
  year!: number;
  /** Null, as the grade and the signed line, while it is held back. */
  score!: string | null;
  gradeTitle!: string | null;
  schemeTitle!: string;
  issuedOn!: string;
  signedText!: string | null;
  signature!: string | null;
  signingKey!: string;
  signatureHolds!: boolean;
  /** Number of the evaluation that counts instead; null: this letter is of the one that counts. */
  replacedBy!: string | null;
  /** The grade is not shown while an appeal against what it rests on is looked at, or while the result is put right. */
  held!: 'appeal' | 'correction' | null;
  checkedAt!: string;
}
