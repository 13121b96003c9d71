import { ApiToken } from './api-token.entity';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrgKind } from './roles';

/** `known`: named by a list of permits, without people yet. */
export type OrgStatus = 'known' | 'pending' | 'active' | 'rejected' | 'suspended';
export type MandateState = 'proposed' | 'active' | 'declined' | 'revoked' | 'expired' | 'stopped';

@Entity('organisation')
export class Organisation {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: OrgKind;
  @Column('text', { nullable: true }) uscc!: string | null;
  @Column('text') name!: string;
  @Column('text') status!: OrgStatus;
  @Column('text', { nullable: true }) statusReason!: string | null;
  @Column('text') regionCode!: string;
  @Column('text') address!: string;
  @Column('text') legalRepresentative!: string;
  @Column('text') contactName!: string;
  @Column('text', { nullable: true }) contactPhoneCipher!: string | null;
  /** Since when the platform knew it without its registering; null for those that came by themselves. */
  @Column('timestamptz', { nullable: true }) knownSince!: Date | null;
  @Column('integer') version!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

/** One step in the standing of an organisation: registered, verified, rejected, suspended, reinstated. */
@Entity('organisation_standing')
export class OrganisationStanding {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') orgId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text', { nullable: true }) fromStatus!: OrgStatus | null;
  @Column('text') toStatus!: OrgStatus;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text') byName!: string;
}

/** What the bureau verifies of an organisation, and what a change may ask for. The credit code never changes. */
export interface VerifiedFacts {
  readonly name: string;
  readonly address: string;
  readonly legalRepresentative: string;
}

export type ChangeState = 'draft' | 'requested' | 'confirmed' | 'refused' | 'withdrawn';

/** A request of a verified organisation to be known by other facts, with what came of it: the history of its facts. */
@Entity('organisation_change')
export class OrganisationChange {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') orgId!: string;
  @Column('text') state!: ChangeState;
  /** The facts when it was asked for. */
  @Column('jsonb') before!: VerifiedFacts;
  @Column('jsonb') after!: VerifiedFacts;
  @Column('text') reason!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) requestedAt!: Date | null;
  @Column('text', { nullable: true }) requestedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('text', { nullable: true }) decisionReason!: string | null;
}

/** 生产经营场所: where an enterprise works. Permits are for one site, mandates may be for some. */
@Entity('site')
export class Site {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') orgId!: string;
  /** 1 for the first: the three digits after the credit code in the number of its permit (HJ 608-2017). */
  @Column('integer') sequence!: number;
  @Column('text') name!: string;
  @Column('text') address!: string;
  @Column('timestamptz') createdAt!: Date;
}

export interface Preferences {
  readonly language?: 'zh-CN' | 'en';
  readonly textSize?: 'normal' | 'large';
  readonly contrast?: 'normal' | 'high';
}

@Entity('app_user')
export class AppUser {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) phoneCipher!: string | null;
  @Column('text', { nullable: true }) phoneIndex!: string | null;
  @Column('text') passwordHash!: string;
  @Column('timestamptz') passwordChangedAt!: Date;
  @Column('text', { nullable: true }) totpCipher!: string | null;
  /** Offered, not yet proved by a code. */
  @Column('text', { nullable: true }) totpOfferCipher!: string | null;
  @Column('bigint', { nullable: true }) totpLastStep!: string | null;
  @Column('jsonb') preferences!: Preferences;
  @Column('timestamptz') createdAt!: Date;
}

@Entity('password_history')
export class PasswordHistory {
  @PrimaryColumn('uuid') userId!: string;
  @PrimaryColumn('timestamptz') at!: Date;
  @Column('text') hash!: string;
}

@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn('uuid') userId!: string;
  @PrimaryColumn('text') hash!: string;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}

@Entity('membership')
export class Membership {
  @PrimaryColumn('uuid') userId!: string;
  @PrimaryColumn('uuid') orgId!: string;
  @Column('text', { array: true }) roles!: string[];
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) lastUsedAt!: Date | null;
}

/** A signed-in device. The refresh token is kept as a hash; each use replaces it. */
@Entity('user_session')
export class UserSession {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') userId!: string;
  @Column('text') refreshHash!: string;
  @Column('text', { nullable: true }) previousHash!: string | null;
  @Column('timestamptz') rotatedAt!: Date;
  @Column('text') ip!: string;
  @Column('text') agent!: string;
  /** A code was given besides the password; without one the session acts for no bureau. */
  @Column('boolean') secondFactor!: boolean;
  @Column('integer') idleMinutes!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') lastSeenAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('text', { nullable: true }) endedReason!: string | null;
}

@Entity('password_reset')
export class PasswordReset {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') userId!: string;
  @Column('timestamptz') requestedAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}

@Entity('invitation')
export class Invitation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') orgId!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text', { array: true }) roles!: string[];
  /** null: by the operator of the platform. */
  @Column('uuid', { nullable: true }) invitedBy!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}

/** 授权委托: what an enterprise entrusts to a firm, agreed by both. */
@Entity('mandate')
export class Mandate {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('uuid') firmId!: string;
  @Column('text', { array: true }) matters!: string[];
  /** Ids; null = all sites of the enterprise. */
  @Column('text', { array: true, nullable: true }) sites!: string[] | null;
  @Column('text', { array: true }) verbs!: string[];
  @Column('date') validFrom!: string;
  @Column('date') validTo!: string;
  @Column('text') note!: string;
  @Column('text') state!: MandateState;
  @Column('timestamptz', { nullable: true }) enterpriseConfirmedAt!: Date | null;
  @Column('uuid', { nullable: true }) enterpriseConfirmedBy!: string | null;
  @Column('timestamptz', { nullable: true }) firmConfirmedAt!: Date | null;
  @Column('uuid', { nullable: true }) firmConfirmedBy!: string | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('uuid', { nullable: true }) endedBy!: string | null;
  @Column('text', { nullable: true }) endedReason!: string | null;
  @Column('timestamptz') createdAt!: Date;
}

export const IDENTITY_ENTITIES = [Organisation, OrganisationStanding, OrganisationChange, Site, AppUser, PasswordHistory, RecoveryCode, Membership, UserSession, PasswordReset, Invitation, Mandate, ApiToken];
