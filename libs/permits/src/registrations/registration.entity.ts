import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SectionData } from '../form/field';

/** `restore`: as it was before a filing whose signature does not hold. */
export type RegistrationKind = 'first' | 'change' | 'renew' | 'cancel' | 'restore';

/** What the class was decided on: kept, so that anybody can follow it later. */
export interface Classification {
  readonly edition: string;
  readonly industries: readonly string[];
  readonly answers: Readonly<Record<string, boolean | string | undefined>>;
  readonly entries: readonly { readonly no: number; readonly title: string; readonly text: string | null }[];
}

/** 固定污染源排污登记 of one site (排污许可管理条例 art. 24): no approval, a receipt at once, five years. */
@Entity('permit_registration')
export class PermitRegistration {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  /** Of this platform's receipt; the national platform gives its own. */
  @Column('text') number!: string;
  /** The number of the national platform, once entered there. */
  @Column('text', { nullable: true }) nationalNumber!: string | null;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('text') uscc!: string;
  @Column('uuid') siteId!: string;
  @Column('integer') siteSequence!: number;
  @Column('text') siteName!: string;
  @Column('text') regionCode!: string;
  @Column('text') industryCode!: string;
  @Column('text') industryName!: string;
  @Column('text') status!: 'valid' | 'cancelled';
  @Column('date') validFrom!: string;
  /** Last day. */
  @Column('date') validTo!: string;
  @Column('integer') versionNumber!: number;
  @Column('integer') version!: number;
  @Column('timestamptz') createdAt!: Date;
}

/** Each registration as it was handed in. */
@Entity('permit_registration_version')
export class PermitRegistrationVersion {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') registrationId!: string;
  @Column('integer') number!: number;
  @Column('text') kind!: RegistrationKind;
  /** Personal fields lie encrypted. */
  @Column('jsonb') content!: SectionData;
  @Column('jsonb') classification!: Classification;
  /** When what is changed happened: it is registered within twenty days. */
  @Column('date', { nullable: true }) occurredOn!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text') receiptText!: string;
  @Column('text') signature!: string;
  @Column('text') signingKey!: string;
  @Column('uuid', { nullable: true }) receiptFileId!: string | null;
  /** Copy of record of what its holder signed; null of what nobody signed, and of before. */
  @Column('uuid', { nullable: true }) recordId!: string | null;
  @Column('uuid') filedBy!: string;
  @Column('text') filedByName!: string;
  @Column('timestamptz') filedAt!: Date;
}
