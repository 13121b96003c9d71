import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A field of work in which points are given, with its limits: a dated row. */
@Entity('integrity_domain')
export class IntegrityDomain {
  @PrimaryColumn('text') code!: string;
  @PrimaryColumn('date') effectiveFrom!: string;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('text') nameZh!: string;
  @Column('text') nameEn!: string;
  /** Tasks that ask for one of these qualifications are closed to a restricted firm. */
  @Column('text', { array: true }) kinds!: string[];
  @Column('integer') warnPoints!: number;
  @Column('integer') restrictPoints!: number;
  @Column('integer') cycleMonths!: number;
  @Column('integer') restrictMonths!: number;
  @Column('integer') publishYears!: number;
  @Column('text') legalBasis!: string;
  @Column('boolean') verified!: boolean;
}

/** What is worth how many points: a dated row. */
@Entity('integrity_rule')
export class IntegrityRule {
  @PrimaryColumn('text') code!: string;
  @PrimaryColumn('date') effectiveFrom!: string;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('text') domain!: string;
  @Column('text') textZh!: string;
  @Column('text') textEn!: string;
  @Column('integer') points!: number;
  @Column('text') article!: string;
  @Column('text') legalBasis!: string;
  @Column('boolean') verified!: boolean;
}

export type PointState = 'proposed' | 'refused' | 'confirmed' | 'objected' | 'upheld' | 'revoked';

/** States in which a point counts; an objection does not stop it. */
export const COUNTING: readonly PointState[] = ['confirmed', 'objected', 'upheld'];

/** Points against a firm: proposed by one officer, confirmed by another, open to objection. */
@Entity('integrity_point')
export class IntegrityPoint {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('text') regionCode!: string;
  @Column('text') domain!: string;
  @Column('text') ruleCode!: string;
  @Column('text') ruleTextZh!: string;
  @Column('text') ruleTextEn!: string;
  @Column('text') article!: string;
  @Column('integer') points!: number;
  @Column('date') occurredOn!: string;
  @Column('date') expiresOn!: string;
  @Column('text') source!: string;
  @Column('text') facts!: string;
  @Column('uuid') evidenceFileId!: string;
  @Column('text') state!: PointState;
  @Column('uuid') proposedBy!: string;
  @Column('text') proposedByName!: string;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decisionReason!: string | null;
  @Column('text', { nullable: true }) objection!: string | null;
  @Column('timestamptz', { nullable: true }) objectedAt!: Date | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column('text', { nullable: true }) answeredByName!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('integer') version!: number;
}

/** What the counting points of a firm come to. */
@Entity('firm_integrity')
export class FirmIntegrity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('text') domain!: string;
  @Column('text', { array: true }) kinds!: string[];
  @Column('date', { nullable: true }) warnedFrom!: string | null;
  @Column('date', { nullable: true }) warnedUntil!: string | null;
  @Column('date', { nullable: true }) restrictedFrom!: string | null;
  @Column('date', { nullable: true }) restrictedUntil!: string | null;
}
