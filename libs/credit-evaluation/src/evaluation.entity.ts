import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FrozenScheme, Reckoned } from '@huanbao/credit';
import type { Answers, Checks, Prefills, Reading } from './rules/answers';
import type { CorrectionFacts } from './rules/correction';
import type { ListedReason } from './rules/listing';

/** A year's evaluation in a region: dates of its stages, and the schemes it is computed by, frozen. */
@Entity('evaluation_year')
export class EvaluationYear {
  @PrimaryColumn('uuid') id!: string;
  /** The year whose conduct is evaluated. */
  @Column('integer') year!: number;
  @Column('text') regionCode!: string;
  /** Last day of the year: what happened later changes the grade of today, not the annual one. */
  @Column('date') asOf!: string;
  @Column('text') state!: 'listing' | 'running';
  @Column('date') reportUntil!: string;
  @Column('date') checkUntil!: string;
  @Column('date') reviewUntil!: string;
  @Column('integer') publicityDays!: number;
  @Column('integer') publishWorkdays!: number;
  @Column('date') publishBy!: string;
  @Column('jsonb') schemes!: FrozenScheme[];
  @Column('text') legalBasis!: string;
  @Column('uuid') openedBy!: string;
  @Column('text') openedByName!: string;
  @Column('timestamptz') openedAt!: Date;
  @Column('timestamptz', { nullable: true }) listPublishedAt!: Date | null;
  @Column('text', { nullable: true }) listPublishedByName!: string | null;
  @Column('integer') version!: number;
}

/** An enterprise on the list of a year, with every reason. Who was taken off stays, marked. */
export interface RemovalAsked {
  readonly byUserId: string;
  readonly byName: string;
  readonly at: string;
  readonly reason: string;
}

@Entity('evaluation_participant')
export class EvaluationParticipant {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') yearId!: string;
  @Column('integer') year!: number;
  @Column('uuid') subjectId!: string;
  @Column('text') subjectName!: string;
  @Column('text', { nullable: true }) uscc!: string | null;
  @Column('text') regionCode!: string;
  @Column('text', { nullable: true }) town!: string | null;
  @Column('text', { nullable: true }) industryCode!: string | null;
  @Column('text', { nullable: true }) industryName!: string | null;
  @Column('jsonb') reasons!: ListedReason[];
  @Column('text') addedByName!: string;
  @Column('timestamptz') addedAt!: Date;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
  @Column('text', { nullable: true }) removedByName!: string | null;
  @Column('text', { nullable: true }) removedReason!: string | null;
  /** Asked for after the list was published; a second person decides. */
  @Column('jsonb', { nullable: true }) removalAsked!: RemovalAsked | null;
  @Column('uuid', { nullable: true }) removedBy!: string | null;
  /** Its case, from the publication of the list on. */
  @Column('uuid', { nullable: true }) evaluationId!: string | null;
  /** The place of the same enterprise that counts instead: it was known, is verified, and was listed twice. */
  @Column('uuid', { nullable: true }) mergedInto!: string | null;
  @Column('text') search!: string;
}

/** A step beyond the law that an enterprise took of its own accord; counts once an officer accepted it. */
export interface VoluntaryStep {
  readonly title: string;
  readonly doneOn: string;
  readonly words: string | null;
}

export interface VoluntaryCheck {
  readonly accepted: boolean;
  readonly reason: string | null;
  readonly byName: string;
}

/** The evaluation of one enterprise in one year. How it goes on is its case of the same id. */
@Entity('credit_evaluation')
export class CreditEvaluation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') yearId!: string;
  @Column('integer') year!: number;
  @Column('uuid') participantId!: string;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('uuid') subjectId!: string;
  @Column('text') subjectName!: string;
  @Column('text', { nullable: true }) uscc!: string | null;
  @Column('text') regionCode!: string;
  @Column('text', { nullable: true }) town!: string | null;
  @Column('text', { nullable: true }) industryCode!: string | null;
  @Column('text', { nullable: true }) industryName!: string | null;
  @Column('jsonb') prefills!: Prefills;
  @Column('jsonb') answers!: Answers;
  @Column('jsonb') voluntary!: VoluntaryStep[];
  @Column('jsonb') checks!: Checks;
  /** By the place of the step in `voluntary`. */
  @Column('jsonb') voluntaryChecks!: Record<string, VoluntaryCheck>;
  /** Goes up with each save of answers or checks; the case has a version of its own for its steps. */
  @Column('integer') version!: number;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('text', { nullable: true }) submittedByName!: string | null;
  @Column('uuid', { nullable: true }) signatureId!: string | null;
  @Column('boolean') late!: boolean;
  @Column('boolean') notReported!: boolean;
  @Column('integer') returned!: number;
  @Column('uuid', { nullable: true }) checkedBy!: string | null;
  @Column('text', { nullable: true }) checkedByName!: string | null;
  @Column('timestamptz', { nullable: true }) checkedAt!: Date | null;
  @Column('text', { nullable: true }) checkNote!: string | null;
  @Column('uuid', { nullable: true }) reviewedBy!: string | null;
  @Column('text', { nullable: true }) reviewedByName!: string | null;
  @Column('timestamptz', { nullable: true }) reviewedAt!: Date | null;
  @Column('text', { nullable: true }) reviewNote!: string | null;
  @Column('date', { nullable: true }) publicFrom!: string | null;
  @Column('date', { nullable: true }) publicUntil!: string | null;
  /** The day on which an objection, or a fact of the year that became known, changed the result. */
  @Column('date', { nullable: true }) changedOn!: string | null;
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
  @Column('text', { nullable: true }) approvedByName!: string | null;
  @Column('timestamptz', { nullable: true }) approvedAt!: Date | null;
  @Column('date', { nullable: true }) publishDue!: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  /** By the scheme in force, as last reckoned. */
  @Column('text', { nullable: true }) score!: string | null;
  @Column('text', { nullable: true }) grade!: string | null;
  @Column('text', { nullable: true }) gradeTitle!: string | null;
  @Column('text', { nullable: true }) colour!: string | null;
  @Column('text', { array: true }) vetoes!: string[];
  /** The evaluation of the same enterprise and year that counts instead. */
  @Column('uuid', { nullable: true }) mergedInto!: string | null;
  /** The published evaluation that this one puts right; until it is published, that one counts. */
  @Column('uuid', { nullable: true }) corrects!: string | null;
  @Column('jsonb', { nullable: true }) correction!: CorrectionFacts | null;
  /** Published or given up: another correction may begin. */
  @Column('timestamptz', { nullable: true }) correctionEndedAt!: Date | null;
  /** When a correction took its place. */
  @Column('timestamptz', { nullable: true }) correctedAt!: Date | null;
  @Column('text') search!: string;
}

/** A self-report as it was handed in. Append-only. */
@Entity('credit_evaluation_report')
export class EvaluationReport {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') evaluationId!: string;
  @Column('integer') nth!: number;
  @Column('jsonb') answers!: Answers;
  @Column('jsonb') voluntary!: VoluntaryStep[];
  @Column('boolean') late!: boolean;
  @Column('timestamptz') submittedAt!: Date;
  @Column('text') submittedByName!: string;
  @Column('uuid', { nullable: true }) signatureId!: string | null;
}

export type ResultCause = 'review' | 'publicity' | 'recheck' | 'facts' | 'correction';

/** What both schemes came to, line by line, each time it was reckoned. Append-only: a changed result leaves the one before. */
@Entity('credit_evaluation_result')
export class EvaluationResult {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') evaluationId!: string;
  @Column('integer') nth!: number;
  @Column('text') cause!: ResultCause;
  @Column('jsonb') results!: Reckoned[];
  @Column('jsonb') readings!: Reading[];
  @Column('timestamptz') computedAt!: Date;
  @Column('text') byName!: string;
}

/** 异议 in the publicity, by the enterprise or by somebody with a name. The contact of a citizen is encrypted. */
@Entity('credit_evaluation_objection')
export class CreditEvaluationObjection {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') evaluationId!: string;
  @Column('text') number!: string;
  /** With the number it lets a citizen read the answer; made anew for each. */
  @Column('text', { nullable: true }) code!: string | null;
  @Column('uuid', { nullable: true }) clientId!: string | null;
  @Column('text') side!: 'enterprise' | 'public';
  @Column('text') byName!: string;
  @Column('text', { nullable: true }) contactCipher!: string | null;
  @Column('text') words!: string;
  @Column('timestamptz') madeAt!: Date;
  @Column('text', { nullable: true }) verdict!: 'kept' | 'changed' | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column('text', { nullable: true }) answeredByName!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
}

export type RunKind = 'announce' | 'publicity' | 'approve' | 'publish';

/** A step over everybody of a year, in the worker, with progress. */
@Entity('credit_evaluation_run')
export class EvaluationRun {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') yearId!: string;
  @Column('text') kind!: RunKind;
  @Column('text') state!: 'running' | 'done';
  @Column('integer') total!: number;
  @Column('integer') done!: number;
  /** Left as they were: an objection came, or the same person had checked them. */
  @Column('integer') skipped!: number;
  @Column('uuid', { nullable: true }) afterId!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid') startedBy!: string;
  @Column('text') startedByName!: string;
  @Column('uuid', { nullable: true }) startedByOrg!: string | null;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
}

/** 评价结果反馈书: number, code and signature; the paper is drawn in the background. */
@Entity('credit_evaluation_letter')
export class EvaluationLetter {
  /** Of the evaluation. */
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('text') code!: string;
  @Column('uuid') subjectId!: string;
  @Column('text') subjectName!: string;
  @Column('text', { nullable: true }) uscc!: string | null;
  @Column('text') regionCode!: string;
  @Column('integer') year!: number;
  @Column('text') score!: string;
  @Column('text') gradeTitle!: string;
  @Column('text') schemeTitle!: string;
  @Column('date') issuedOn!: string;
  @Column('timestamptz') issuedAt!: Date;
  @Column('text') signedText!: string;
  @Column('text') signature!: string;
  @Column('text') signingKey!: string;
  @Column('uuid', { nullable: true }) fileId!: string | null;
}

export const CREDIT_EVALUATION_ENTITIES = [EvaluationYear, EvaluationParticipant, CreditEvaluation, EvaluationReport, EvaluationResult, CreditEvaluationObjection, EvaluationRun, EvaluationLetter];
