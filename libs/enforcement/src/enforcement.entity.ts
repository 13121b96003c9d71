import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DrawOrigin } from './draw/origin';
import type { LeftOut, TargetClass, WeightPart } from './draw/pool';
import { RECORD_ENTITIES } from './record/record.entity';

export type { TargetClass, WeightPart };

const id = { default: () => 'uuidv7()' };

/** Who holds a certificate to inspect (执法证). A member of the bureau, in whatever role. */
@Entity('enforcement_officer')
export class EnforcementOfficer {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') userId!: string;
  @Column('text') name!: string;
  @Column('uuid') orgId!: string;
  @Column('text') regionCode!: string;
  @Column('text') certificateNo!: string;
  @Column('date') validFrom!: string;
  @Column('date') validUntil!: string;
  @Column('text') state!: 'active' | 'paused';
  @Column('text', { nullable: true }) pausedReason!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz') createdAt!: Date;
}

/** 回避: an officer who does not go to an enterprise. */
@Entity('officer_avoidance')
export class OfficerAvoidance {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') officerId!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('text') reason!: string;
  @Column('text') declaredByName!: string;
  @Column('timestamptz') declaredAt!: Date;
  @Column('timestamptz', { nullable: true }) liftedAt!: Date | null;
  @Column('text', { nullable: true }) liftedByName!: string | null;
  @Column('text', { nullable: true }) liftedReason!: string | null;
}

/** An enterprise in the library of inspected units (检查对象名录库). */
@Entity('draw_target')
export class DrawTarget {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('text', { nullable: true }) uscc!: string | null;
  @Column('text') regionCode!: string;
  @Column('text') targetClass!: TargetClass;
  /** Keys of special facts; their factors are reference data. */
  @Column('text', { array: true }) facts!: string[];
  @Column('text') note!: string;
  @Column('text') changedByName!: string;
  @Column('text') search!: string;
  @Column('integer') version!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

/** Why an entry ended: an officer found it, a grade fell, a violation was found, its term was over, the enterprise asked. */
export const EXIT_CAUSES = ['violation', 'grade', 'term', 'asked', 'other'] as const;
export type ExitCause = (typeof EXIT_CAUSES)[number];

/** The entry looked at again before its term ends: all conditions anew, by two persons. */
export interface Renewal {
  readonly basis: string;
  readonly offsiteChecks: string;
  readonly conditions: readonly AttestedCondition[];
  readonly byUserId: string;
  readonly byName: string;
  readonly at: string;
}

/** A renewal that was decided. */
export interface DecidedRenewal extends Renewal {
  readonly approved: boolean;
  readonly decidedByName: string;
  readonly decidedAt: string;
  readonly reason: string;
  readonly until: string | null;
}

export type PositiveState = 'proposed' | 'active' | 'refused' | 'left';

/** A condition of the positive list, as it was attested. */
export interface AttestedCondition {
  readonly key: string;
  readonly title: string;
  readonly note: string;
}

/** 监督执法正面清单: an enterprise that is not visited without need. */
@Entity('positive_entry')
export class PositiveEntry {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('text') number!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('text') regionCode!: string;
  @Column('text') category!: string;
  @Column('text') categoryTitle!: string;
  @Column('text') basis!: string;
  /** What is watched from afar instead of visits. */
  @Column('text') offsiteChecks!: string;
  @Column('jsonb') conditions!: AttestedCondition[];
  @Column('text') state!: PositiveState;
  @Column('date', { nullable: true }) activeFrom!: string | null;
  /** Reviewed by this day, or it ends. */
  @Column('date', { nullable: true }) reviewOn!: string | null;
  @Column('uuid') proposedBy!: string;
  @Column('text') proposedByName!: string;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decisionReason!: string | null;
  @Column('date', { nullable: true }) leftOn!: string | null;
  @Column('text', { nullable: true }) exitReason!: string | null;
  @Column('text', { nullable: true }) exitCause!: ExitCause | null;
  /** One that waits for a second person. */
  @Column('jsonb', { nullable: true }) renewal!: Renewal | null;
  /** What came to light while it waited to be decided. */
  @Column('text', { nullable: true }) violation!: string | null;
  @Column('jsonb') renewals!: DecidedRenewal[];
  @Column('text', { nullable: true }) exitByName!: string | null;
  @Column('text') search!: string;
  @Column('integer') version!: number;
}

export type DrawState = 'announced' | 'drawn' | 'cancelled';

/** A draw: announced with a commitment to its seed and its frozen pool, then drawn once. */
@Entity('inspection_draw')
export class InspectionDraw {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('text') number!: string;
  @Column('text') title!: string;
  @Column('text') regionCode!: string;
  @Column('text') bureauName!: string;
  @Column('date') periodFrom!: string;
  @Column('date') periodTo!: string;
  /** How many of each class. */
  @Column('integer') wantKey!: number;
  @Column('integer') wantGeneral!: number;
  @Column('integer') wantSpecial!: number;
  @Column('text') state!: DrawState;
  @Column('text') algorithm!: string;
  /** SM3 of the seed (its hex text), published before anybody can know the result. */
  @Column('char', { length: 64 }) commitment!: string;
  /** The seed while it is secret; null when somebody outside the house keeps it. */
  @Column('text', { nullable: true }) seedCipher!: string | null;
  @Column('char', { length: 64, nullable: true }) seed!: string | null;
  /** What the seed rests on; null for draws announced before 2026-11-30, whose seed somebody kept. */
  @Column('jsonb', { nullable: true }) origin!: DrawOrigin | null;
  /** The public value of the later day, and the secret of the platform: opened by the draw. */
  @Column('text', { nullable: true }) publicValue!: string | null;
  @Column('char', { length: 64, nullable: true }) secret!: string | null;
  /** SM3 of the frozen pool, published with the commitment. */
  @Column('char', { length: 64 }) poolHash!: string;
  @Column('integer') poolSize!: number;
  @Column('integer') leftOut!: number;
  @Column('integer') drawnCount!: number;
  @Column('uuid') announcedBy!: string;
  @Column('text') announcedByName!: string;
  @Column('timestamptz') announcedAt!: Date;
  @Column('text', { nullable: true }) drawnByName!: string | null;
  @Column('timestamptz', { nullable: true }) drawnAt!: Date | null;
  @Column('text', { nullable: true }) cancelledReason!: string | null;
  /** Day by which the result is made public. */
  @Column('date', { nullable: true }) publishBy!: string | null;
  /** Officers as they could be sent when the pool was frozen. */
  @Column('jsonb') officers!: FrozenOfficer[];
  @Column('text') search!: string;
  @Column('integer') version!: number;
}

export interface FrozenOfficer {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly certificateNo: string;
}

/** An enterprise in the frozen pool of a draw: with its weight, why it was left out, its lot. */
@Entity('draw_candidate')
export class DrawCandidate {
  @PrimaryColumn('uuid') drawId!: string;
  @PrimaryColumn('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  /** Credit code; names it in the record. */
  @Column('text') code!: string;
  @Column('text') targetClass!: TargetClass;
  @Column('numeric') weight!: string;
  @Column('jsonb') parts!: WeightPart[];
  @Column('text', { nullable: true }) leftOut!: LeftOut | null;
  @Column('jsonb', { nullable: true }) why!: { readonly zh: string; readonly en: string } | null;
  /** Certificate numbers of who may not go there. */
  @Column('text', { array: true }) avoided!: string[];
  /** Why it fell out between the announcement and the draw: looked at again at that moment. */
  @Column('text', { nullable: true }) fallen!: LeftOut | null;
  @Column('jsonb', { nullable: true }) fallenWhy!: { readonly zh: string; readonly en: string } | null;
  /** Who keeps away, or can no longer be sent, since the announcement. */
  @Column('text', { array: true }) avoidedSince!: string[];
  @Column('char', { length: 64, nullable: true }) lot!: string | null;
  @Column('text', { nullable: true }) arrival!: string | null;
  /** Place in the order of its class, from 1. */
  @Column('integer', { nullable: true }) place!: number | null;
  @Column('boolean') drawn!: boolean;
}

export const INSPECTION_KINDS = ['random', 'special', 'complaint', 'follow-up', 'offsite'] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];
export const INSPECTION_STATES = ['planned', 'drafting', 'signing', 'held', 'cancelled'] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];
/** Not over yet. */
export const OPEN_STATES = ['planned', 'drafting', 'signing'] as const satisfies readonly InspectionState[];

/** A visit that was drawn is to be cancelled; a second person decides. */
export interface CancelAsked {
  readonly byUserId: string;
  readonly byName: string;
  readonly at: string;
  readonly reason: string;
}

/** An officer gave way to another one before the party signed. */
export interface CrewChange {
  readonly left: InspectionOfficer;
  readonly joined: InspectionOfficer;
  readonly reason: string;
  readonly byName: string;
  readonly at: string;
}

/** The day of the visit as it was closed for signing, each time. */
export interface HeldDay {
  readonly on: string;
  readonly reason: string | null;
  readonly byName: string;
  readonly at: string;
}

/** A record that was sealed without one of its officers' signatures. */
export interface SealNote {
  readonly missing: readonly InspectionOfficer[];
  readonly reason: string;
  readonly byName: string;
  readonly at: string;
}

export interface InspectionOfficer {
  readonly userId: string;
  readonly name: string;
  readonly certificateNo: string;
}

/** A visit to an enterprise, or a check from afar. */
@Entity('inspection')
export class Inspection {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('text') number!: string;
  @Column('text') kind!: InspectionKind;
  @Column('uuid', { nullable: true }) drawId!: string | null;
  @Column('text', { nullable: true }) drawNumber!: string | null;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('text', { nullable: true }) uscc!: string | null;
  @Column('text') regionCode!: string;
  @Column('date') plannedFrom!: string;
  @Column('date') plannedTo!: string;
  @Column('jsonb') officers!: InspectionOfficer[];
  @Column('jsonb') crewChanges!: CrewChange[];
  @Column('jsonb', { nullable: true }) sealNote!: SealNote | null;
  @Column('text') state!: InspectionState;
  /** Whether it takes a visit of the yearly cap: complaints and checks from afar do not. */
  @Column('boolean') countsToCap!: boolean;
  @Column('text', { nullable: true }) cancelledReason!: string | null;
  @Column('jsonb', { nullable: true }) cancelAsked!: CancelAsked | null;
  @Column('uuid', { nullable: true }) cancelledBy!: string | null;
  @Column('text', { nullable: true }) cancelledByName!: string | null;
  @Column('text') createdByName!: string;
  @Column('text') search!: string;
  @Column('integer') version!: number;
  @Column('timestamptz') createdAt!: Date;
  /** Why and by what law, where no lot decided. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) legalBasis!: string | null;
  @Column('uuid', { nullable: true }) complaintId!: string | null;
  @Column('text', { nullable: true }) complaintNumber!: string | null;
  @Column('uuid', { nullable: true }) followsId!: string | null;
  @Column('text', { nullable: true }) followsNumber!: string | null;
  @Column('text', { nullable: true }) overrideReason!: string | null;
  /** What was passed: `cap`, `positive`. */
  @Column('text', { array: true }) overrideWhat!: string[];
  @Column('text', { nullable: true }) overrideByName!: string | null;
  @Column('date', { nullable: true }) heldOn!: string | null;
  @Column('jsonb') heldDays!: HeldDay[];
  @Column('timestamptz', { nullable: true }) frozenAt!: Date | null;
  /** What is signed, as canonical text, encrypted: names of those who were there. */
  @Column('text', { nullable: true, select: false }) contentCipher?: string | null;
  @Column('char', { length: 64, nullable: true }) contentHash!: string | null;
  @Column('text', { nullable: true }) result!: 'clear' | 'violations' | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) sealText!: string | null;
  @Column('text', { nullable: true }) sealSignature!: string | null;
  @Column('text', { nullable: true }) sealKey!: string | null;
  @Column('date', { nullable: true }) statementDueOn!: string | null;
  @Column('uuid', { nullable: true }) paperFileId!: string | null;
  @Column('char', { length: 64, nullable: true }) paperSm3!: string | null;
  @Column('text', { nullable: true }) paperSignature!: string | null;
}

/** What a new inspection has not yet. */
export const UNHELD = {
  crewChanges: [], heldDays: [], sealNote: null, cancelAsked: null, cancelledBy: null, cancelledByName: null,
  reason: null, legalBasis: null, complaintId: null, complaintNumber: null, followsId: null, followsNumber: null, overrideReason: null, overrideWhat: [], overrideByName: null, heldOn: null, frozenAt: null, contentHash: null, result: null, closedAt: null,
  sealText: null, sealSignature: null, sealKey: null, statementDueOn: null, paperFileId: null, paperSm3: null, paperSignature: null,
} satisfies Partial<Inspection>;

export const ENFORCEMENT_ENTITIES = [EnforcementOfficer, OfficerAvoidance, DrawTarget, PositiveEntry, InspectionDraw, DrawCandidate, Inspection, ...RECORD_ENTITIES];
