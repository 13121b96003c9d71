import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PermitStatus } from './certificate/validity';

/**
 * A discharge permit as it stands: the facts of its newest version, and what became of it. What it says, the form it rests
 * on, stands with each version in `permit_version`; `PermitReader.withForm` brings it.
 */
@Entity('permit')
export class Permit {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  /** 22 characters: credit code, three digits of the site, a letter (HJ 608-2017). */
  @Column('text') number!: string;
  /** The application that brought the newest version; null where it was taken from a list. */
  @Column('uuid', { nullable: true }) applicationId!: string | null;
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
  /** First day on which it no longer held, when the authority or the holder ended it before its time. */
  @Column('date', { nullable: true }) endedOn!: string | null;
  /** The decision and article that ended it. */
  @Column('text', { nullable: true }) endBasis!: string | null;
  /** Key of the ground, e.g. `fraud`, which bars a new application for three years. */
  @Column('text', { nullable: true }) endGround!: string | null;
  /** Number of the newest version. */
  @Column('integer') versionNumber!: number;
  /** Degrees (CGCS2000) of the place its form names, for the map; null where it names none. */
  @Column('double precision', { nullable: true }) longitude!: number | null;
  @Column('double precision', { nullable: true }) latitude!: number | null;
  /** 正本 and 副本; null until the worker has drawn them. */
  @Column('uuid', { nullable: true }) originalFileId!: string | null;
  @Column('uuid', { nullable: true }) duplicateFileId!: string | null;
  /** What was signed: one line of plain text, printed on the certificate so that anyone can check it off-line. Empty for a version that was not issued here. */
  @Column('text') signedText!: string;
  /** SM2 over SM3, DER in hex. */
  @Column('text') signature!: string;
  @Column('text') signingKey!: string;
  @Column('integer') version!: number;
  /** `national`: first taken from a list of the national platform, of the day `sourceOn`. */
  @Column('text') source!: 'platform' | 'national';
  @Column('date', { nullable: true }) sourceOn!: string | null;
  /** The newest list that changed it. */
  @Column('uuid', { nullable: true }) importId!: string | null;
  @Column('uuid') issuedBy!: string;
  @Column('timestamptz') createdAt!: Date;
}
