import { Column, Entity, PrimaryColumn } from 'typeorm';
import { TenderComplaint } from './complaints/complaint.entity';
import type { ExpertKind, Relation } from './rules/committee';
import type { Condition } from './rules/conditions';
import type { Criterion } from './rules/criteria';
import type { PriceFormula } from './rules/price-score';
import type { Ranking, SeatSheet } from './rules/ranking';
import type { Remedy } from './rules/remedy';
import type { Review } from './rules/review';

export type ExpertStatus = 'active' | 'suspended' | 'retired';
export type EvaluationState = 'forming' | 'checking' | 'competition' | 'scoring' | 'revealed' | 'publicity' | 'awarded' | 'ended';
export type SeatState = 'asked' | 'accepted' | 'recused' | 'declined' | 'removed';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A person of the bureau's pool; contact encrypted. */
@Entity('expert')
export class Expert {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') regionCode!: string;
  @Column('text') name!: string;
  @Column('text') unit!: string;
  @Column('text', { nullable: true }) unitUscc!: string | null;
  @Column('text', { array: true }) relatedUnits!: string[];
  @Column('jsonb', { default: [] }) relations!: Relation[];
  @Column('text') title!: string;
  @Column('text') kind!: ExpertKind;
  @Column('text', { array: true }) specialties!: string[];
  @Column('text') phoneCipher!: string;
  @Column('text') emailCipher!: string;
  @Column('text') emailIndex!: string;
  @Column('text') status!: ExpertStatus;
  @Column('text', { nullable: true }) statusReason!: string | null;
  @Column('integer') version!: number;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

/** How the offers of a task will be judged; fixed at the publication. */
@Entity('evaluation_plan')
export class EvaluationPlan {
  @PrimaryColumn('uuid') taskId!: string;
  @Column('integer') committeeSize!: number;
  @Column('integer') representatives!: number;
  @Column('text', { array: true }) specialties!: string[];
  @Column('jsonb') formula!: PriceFormula;
  @Column('jsonb') criteria!: Criterion[];
  @Column('integer') scoringDays!: number;
  /** Substantial requirements, how long a bid must bind and what it may cost at most; null where nothing was announced. */
  @Column('text', { array: true }) substantial!: string[];
  @Column('integer', { nullable: true }) validityDays!: number | null;
  @Column('numeric', { nullable: true }) ceilingYuan!: string | null;
  /** What bids are held against, as fixed at the publication. */
  @Column('jsonb', { nullable: true }) conditions!: Condition[] | null;
  @Column('integer') version!: number;
  @Column('uuid') updatedBy!: string;
  @Column('timestamptz') updatedAt!: Date;
}

/** What came out, with every sheet: written at once when the last one is in. */
export interface EvaluationResult {
  readonly ranking: Ranking;
  readonly sheets: readonly SeatSheet[];
}

/** One evaluation from the first draw to the award. */
@Entity('evaluation')
export class Evaluation {
  @PrimaryColumn('uuid') taskId!: string;
  @Column('text') state!: EvaluationState;
  @Column('timestamptz', { nullable: true }) scoringDueAt!: Date | null;
  /** The findings of the review, opened when the last one was in. */
  @Column('timestamptz', { nullable: true }) reviewedAt!: Date | null;
  @Column('jsonb', { nullable: true }) review!: Review | null;
  @Column('text', { nullable: true }) reviewSignature!: string | null;
  @Column('timestamptz', { nullable: true }) revealedAt!: Date | null;
  @Column('jsonb', { nullable: true }) result!: EvaluationResult | null;
  @Column('text', { nullable: true }) resultSignature!: string | null;
  @Column('uuid', { nullable: true }) reportFileId!: string | null;
  @Column('timestamptz', { nullable: true }) publicityDueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) publicityFrom!: Date | null;
  @Column('timestamptz', { nullable: true }) publicityTo!: Date | null;
  @Column('timestamptz', { nullable: true }) pausedAt!: Date | null;
  /** A cancelled award is before the bureau: the clock stands until it has ruled. */
  @Column('boolean', { default: false }) rulingPending!: boolean;
  /** The bureau has suspended the procedure because of a complaint. */
  @Column('boolean', { default: false }) held!: boolean;
  /** Which result this is; after an upheld objection the next one begins. */
  @Column('integer', { default: 1 }) round!: number;
  /** Criteria the same panel scores again; everything else stands. */
  @Column('text', { array: true, default: '{}' }) rescoring!: string[];
  @Column('timestamptz') createdAt!: Date;
}

/** A result that an upheld objection has ended, as it was. */
@Entity('evaluation_round')
export class EvaluationRound {
  @PrimaryColumn('uuid') taskId!: string;
  @PrimaryColumn('integer') round!: number;
  @Column('jsonb') result!: EvaluationResult;
  @Column('text') resultSignature!: string;
  @Column('jsonb', { nullable: true }) review!: Review | null;
  @Column('text', { nullable: true }) reviewSignature!: string | null;
  @Column('uuid', { nullable: true }) reportFileId!: string | null;
  @Column('timestamptz', { nullable: true }) publicityFrom!: Date | null;
  /** Bids that were off the list. */
  @Column('uuid', { array: true }) excluded!: string[];
  @Column('text') remedy!: Remedy;
  @Column('uuid', { array: true }) objectionIds!: string[];
  @Column('timestamptz') endedAt!: Date;
}

export interface Excluded {
  readonly expertId: string;
  readonly reasons: readonly Words[];
}

/** One draw: with seed and candidates anybody reckons it again. */
@Entity('evaluation_draw')
export class EvaluationDraw {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('integer') nth!: number;
  @Column('text') nonce!: string;
  @Column('text', { array: true }) digests!: string[];
  @Column('text') seed!: string;
  @Column('uuid', { array: true }) candidates!: string[];
  @Column('jsonb') excluded!: Excluded[];
  @Column('uuid', { array: true }) drawn!: string[];
  @Column('uuid') drawnBy!: string;
  @Column('timestamptz') drawnAt!: Date;
}

/** A place in the committee and who has, or had, it. Name and unit are those of the day of the draw. */
@Entity('evaluation_seat')
export class EvaluationSeat {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('integer') nth!: number;
  @Column('text') kind!: 'expert' | 'representative';
  @Column('uuid', { nullable: true }) expertId!: string | null;
  @Column('text') name!: string;
  @Column('text') unit!: string;
  @Column('text') title!: string;
  @Column('text') emailCipher!: string;
  @Column('text') state!: SeatState;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz', { nullable: true }) declaredAt!: Date | null;
  @Column('text', { nullable: true }) reviewCipher!: string | null;
  @Column('timestamptz', { nullable: true }) reviewSavedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) reviewedAt!: Date | null;
  @Column('text', { nullable: true }) competitionCipher!: string | null;
  @Column('timestamptz', { nullable: true }) competitionAt!: Date | null;
  @Column('text', { nullable: true }) sheetCipher!: string | null;
  @Column('timestamptz', { nullable: true }) savedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) handedInAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
}

/** The written question about an abnormally low price. */
@Entity('evaluation_enquiry')
export class EvaluationEnquiry {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('uuid') bidId!: string;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('jsonb') grounds!: Words[];
  @Column('timestamptz') askedAt!: Date;
  @Column('timestamptz') dueAt!: Date;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
}

/** A bidder's objection to the candidates. */
@Entity('evaluation_objection')
export class EvaluationObjection {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('text') text!: string;
  @Column('timestamptz') raisedAt!: Date;
  @Column('uuid') raisedBy!: string;
  @Column('timestamptz') dueAt!: Date;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('boolean', { nullable: true }) upheld!: boolean | null;
  @Column('uuid', { nullable: true }) excludesBidId!: string | null;
  /** To which result it was raised. */
  @Column('integer', { default: 1 }) round!: number;
  @Column('text', { nullable: true }) remedy!: Remedy | null;
  @Column('text', { array: true, default: '{}' }) criterionIds!: string[];
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
}

export const EVALUATION_ENTITIES = [TenderComplaint, Expert, EvaluationPlan, Evaluation, EvaluationDraw, EvaluationSeat, EvaluationEnquiry, EvaluationObjection, EvaluationRound];
