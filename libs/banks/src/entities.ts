import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BankAnswerView, BankRefusalView } from './queries/answer.view';
import type { FieldGroup, Purpose } from './scopes';

export type AuthorizationState = 'requested' | 'active' | 'declined' | 'withdrawn' | 'revoked';

/** What an enterprise lets a bank know, for what, and for how long. Which day it is decides whether an active one still holds. */
@Entity('bank_authorization')
export class BankAuthorization {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('text', { nullable: true }) enterpriseUscc!: string | null;
  @Column('uuid') bankId!: string;
  @Column('text') bankName!: string;
  @Column('text') regionCode!: string;
  /** `request`: the bank asked; `offer`: the enterprise gave it unasked. */
  @Column('text') origin!: 'request' | 'offer';
  @Column('text') state!: AuthorizationState;
  @Column('text') purpose!: Purpose;
  @Column('text') purposeWords!: string;
  @Column('text', { array: true, nullable: true }) askedScopes!: FieldGroup[] | null;
  @Column('date', { nullable: true }) askedFrom!: string | null;
  @Column('date', { nullable: true }) askedTo!: string | null;
  @Column('uuid', { nullable: true }) askedBy!: string | null;
  @Column('text', { nullable: true }) askedByName!: string | null;
  @Column('timestamptz', { nullable: true }) askedAt!: Date | null;
  /** Last day on which the request can be answered. */
  @Column('date', { nullable: true }) answerBy!: string | null;
  @Column('text', { array: true, nullable: true }) scopes!: FieldGroup[] | null;
  @Column('date', { nullable: true }) fromOn!: string | null;
  @Column('date', { nullable: true }) toOn!: string | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decisionWords!: string | null;
  @Column('uuid', { nullable: true }) signatureRecordId!: string | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('text', { nullable: true }) endedByName!: string | null;
  @Column('text', { nullable: true }) endReason!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('integer') version!: number;
}

export type ClientState = 'proposed' | 'approved' | 'refused' | 'revoked';

/** A program of a bank: proposed by the bank, approved by the bureau. */
@Entity('bank_client')
export class BankClient {
  @PrimaryColumn('uuid') id!: string;
  /** What the program calls itself: `hbc_…`. */
  @Column('text') clientId!: string;
  @Column('uuid') bankId!: string;
  @Column('text') bankName!: string;
  @Column('text') regionCode!: string;
  @Column('text') name!: string;
  @Column('text') purpose!: string;
  @Column('text', { array: true }) scopes!: string[];
  /** SHA-256 of the certificate it must show, base64url (RFC 8705); null: none. */
  @Column('text', { nullable: true }) certificateThumbprint!: string | null;
  @Column('text') state!: ClientState;
  @Column('uuid') proposedBy!: string;
  @Column('text') proposedByName!: string;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decisionReason!: string | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('text', { nullable: true }) revokedByName!: string | null;
  @Column('text', { nullable: true }) revokeReason!: string | null;
  @Column('timestamptz', { nullable: true }) lastUsedAt!: Date | null;
  @Column('integer') version!: number;
}

@Entity('bank_client_secret')
export class BankClientSecret {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') clientId!: string;
  /** HMAC of the secret; 256 random bits need no slow hash. */
  @Column('text') hash!: string;
  @Column('text') ending!: string;
  @Column('text') createdByName!: string;
  @Column('timestamptz') createdAt!: Date;
  /** Set when a newer one takes its place; null for the newest. */
  @Column('timestamptz', { nullable: true }) expiresAt!: Date | null;
  @Column('timestamptz', { nullable: true }) lastUsedAt!: Date | null;
}

@Entity('bank_access_token')
export class BankAccessToken {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') clientId!: string;
  @Column('text') hash!: string;
  @Column('text', { array: true }) scopes!: string[];
  @Column('text', { nullable: true }) certificateThumbprint!: string | null;
  @Column('timestamptz') issuedAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
}

/** A bank looked at an enterprise. Never changed, never removed. */
@Entity('bank_query')
export class BankQuery {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') authorizationId!: string;
  @Column('text') authorizationNumber!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('uuid') bankId!: string;
  @Column('text') bankName!: string;
  @Column('text') regionCode!: string;
  @Column('text') channel!: 'page' | 'api' | 'batch';
  @Column('text') byName!: string;
  @Column('uuid', { nullable: true }) clientId!: string | null;
  @Column('uuid', { nullable: true }) batchId!: string | null;
  @Column('text') purpose!: Purpose;
  @Column('text') purposeWords!: string;
  /** The bank's own number of the matter. */
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('text', { array: true }) fields!: string[];
  @Column('text', { nullable: true }) grade!: string | null;
  @Column('text', { nullable: true }) gradeTitle!: string | null;
  @Column('timestamptz') at!: Date;
}

@Entity('bank_batch')
export class BankBatch {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('uuid') bankId!: string;
  @Column('uuid', { nullable: true }) clientId!: string | null;
  @Column('uuid') askedBy!: string;
  @Column('text') byName!: string;
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('text') state!: 'waiting' | 'running' | 'done';
  @Column('integer') total!: number;
  @Column('integer') done!: number;
  @Column('integer') answered!: number;
  @Column('integer') refused!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
  @Column('timestamptz') keepUntil!: Date;
}

@Entity('bank_batch_item')
export class BankBatchItem {
  @PrimaryColumn('uuid') batchId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('text') uscc!: string;
  @Column('text', { nullable: true }) outcome!: 'answered' | 'refused' | null;
  @Column('jsonb', { nullable: true }) answer!: BankAnswerView | null;
  @Column('jsonb', { nullable: true }) refusal!: BankRefusalView | null;
}

export type WebhookAlgorithm = 'hmac-sha256' | 'hmac-sm3';

/** Where a program of a bank is told that something has changed. */
@Entity('bank_webhook')
export class BankWebhook {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') bankId!: string;
  @Column('uuid') clientId!: string;
  @Column('text') name!: string;
  @Column('text') url!: string;
  @Column('text') algorithm!: WebhookAlgorithm;
  @Column('text') secretCipher!: string;
  @Column('text') secretEnding!: string;
  @Column('text', { nullable: true }) formerSecretCipher!: string | null;
  @Column('timestamptz', { nullable: true }) formerUntil!: Date | null;
  @Column('text') state!: 'active' | 'paused' | 'removed';
  @Column('text') createdByName!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('integer') version!: number;
}

export type DeliveryState = 'waiting' | 'sending' | 'delivered' | 'dead' | 'cancelled';

@Entity('bank_delivery')
export class BankDelivery {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') webhookId!: string;
  @Column('uuid') bankId!: string;
  @Column('uuid', { nullable: true }) enterpriseId!: string | null;
  @Column('text', { nullable: true }) enterpriseName!: string | null;
  @Column('uuid', { nullable: true }) authorizationId!: string | null;
  @Column('text') event!: string;
  @Column('text') sourceKey!: string;
  @Column('integer') sequence!: number;
  @Column('jsonb') body!: object;
  @Column('text') state!: DeliveryState;
  @Column('integer') attempts!: number;
  @Column('uuid', { nullable: true }) claimedBy!: string | null;
  @Column('timestamptz', { nullable: true }) nextAt!: Date | null;
  @Column('integer', { nullable: true }) status!: number | null;
  @Column('text', { nullable: true }) problem!: string | null;
  @Column('integer', { nullable: true }) millis!: number | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}

export const BANKS_ENTITIES = [BankAuthorization, BankClient, BankClientSecret, BankAccessToken, BankQuery, BankBatch, BankBatchItem, BankWebhook, BankDelivery];
