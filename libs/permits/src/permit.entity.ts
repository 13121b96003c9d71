import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Form } from './form/field';

export type PermitStatus = 'valid' | 'revoked' | 'cancelled';

/** A discharge permit as it was issued. `snapshot` is the form it rests on, without personal data. */
@Entity('permit')
export class Permit {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  /** 22 characters: credit code, three digits of the site, a letter (HJ 608-2017). */
  @Column('text') number!: string;
  @Column('uuid') applicationId!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('text') uscc!: string;
  @Column('uuid') siteId!: string;
  @Column('text') siteName!: string;
  @Column('integer') siteSequence!: number;
  @Column('text') siteAddress!: string;
  @Column('text') regionCode!: string;
  @Column('text') legalRepresentative!: string;
  @Column('text') industryCode!: string;
  @Column('text') industryName!: string;
  @Column('text') managementCategory!: string;
  @Column('text') issuer!: string;
  @Column('date') issuedOn!: string;
  @Column('date') validFrom!: string;
  /** Last day of validity. */
  @Column('date') validTo!: string;
  /** What the authority has done to it; `expired` follows from the date and is not stored. */
  @Column('text') status!: PermitStatus;
  @Column('jsonb') snapshot!: Form;
  /** 正本 and 副本; null until the worker has drawn them. */
  @Column('uuid', { nullable: true }) originalFileId!: string | null;
  @Column('uuid', { nullable: true }) duplicateFileId!: string | null;
  /** What was signed: one line of plain text, printed on the certificate so that anyone can check it off-line. */
  @Column('text') signedText!: string;
  /** SM2 over SM3, DER in hex. */
  @Column('text') signature!: string;
  @Column('text') signingKey!: string;
  @Column('integer') version!: number;
  @Column('uuid') issuedBy!: string;
  @Column('timestamptz') createdAt!: Date;
}
