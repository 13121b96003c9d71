import { AfterLoad, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Form } from '../form/field';
import { inTodaysUnits } from '../form/former-units';

/** Each state in which a permit was ever issued. Nothing in it changes afterwards but the files drawn for it. */
@Entity('permit_version')
export class PermitVersion {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') permitId!: string;
  /** 1, 2, 3 … of the permit. */
  @Column('integer') number!: number;
  @Column('text') businessType!: string;
  /** Null for a version the authority made on its own (排污许可管理条例 art. 16). */
  @Column('uuid', { nullable: true }) applicationId!: string | null;
  /** First day on which this content holds: of a renewal the day after the old period ends. */
  @Column('date') effectiveFrom!: string;
  @Column('date') validFrom!: string;
  @Column('date') validTo!: string;
  @Column('date') issuedOn!: string;
  @Column('text') enterpriseName!: string;
  @Column('text') siteName!: string;
  @Column('text') siteAddress!: string;
  @Column('text') legalRepresentative!: string;
  @Column('text') industryCode!: string;
  @Column('text') industryName!: string;
  @Column('text') managementCategory!: string;
  @Column('text') issuer!: string;
  /** The form it rests on, without personal data, as it was signed: what hashes and signatures are over, never what is read. */
  @Column('jsonb', { name: 'snapshot' }) signed!: Form;
  /** The form it was written in. */
  @Column('text') formVersion!: string;
  /** What it says, in the units of today; there on every version that was read with `signed`. */
  snapshot!: Form;
  @Column('uuid', { nullable: true }) originalFileId!: string | null;
  @Column('uuid', { nullable: true }) duplicateFileId!: string | null;
  @Column('text') signedText!: string;
  @Column('text') signature!: string;
  @Column('text') signingKey!: string;
  @Column('uuid') issuedBy!: string;
  @Column('timestamptz') createdAt!: Date;

  @AfterLoad()
  read(): void {
    if (this.signed !== undefined) this.snapshot = inTodaysUnits(this.signed, this.formVersion);
  }
}
