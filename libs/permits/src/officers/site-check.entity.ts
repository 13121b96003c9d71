import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CheckItem } from './checklist';

export interface CheckOfficer {
  readonly userId: string;
  readonly name: string;
  readonly certificateNo: string;
}

export interface CheckAnswer {
  readonly key: string;
  readonly answer: 'yes' | 'no' | 'na';
  readonly note?: string;
}

export interface CheckSignature {
  readonly side: 'officer' | 'party';
  readonly name: string;
  readonly title?: string;
  /** When the name was written, by the device. */
  readonly at: string;
  /** The party would not sign: what was said. */
  readonly refused?: string;
}

export interface CheckReport {
  readonly startedAt: string;
  readonly endedAt: string;
  readonly answers: readonly CheckAnswer[];
  readonly conclusion: 'conforms' | 'to-mend' | 'does-not-conform';
  readonly findings: string;
  readonly signatures: readonly CheckSignature[];
}

/** 现场核查 of one application: ordered, carried out on a phone, reported once. */
@Entity('site_check')
export class SiteCheck {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') applicationId!: string;
  @Column('text') state!: 'ordered' | 'reported' | 'cancelled';
  @Column('text') reason!: string;
  @Column('date') plannedOn!: string;
  @Column('jsonb') officers!: CheckOfficer[];
  @Column('jsonb') items!: CheckItem[];
  @Column('text') orderedByName!: string;
  @Column('timestamptz') orderedAt!: Date;
  @Column('uuid', { nullable: true }) clientId!: string | null;
  @Column('jsonb', { nullable: true }) report!: CheckReport | null;
  @Column('timestamptz', { nullable: true }) reportedAt!: Date | null;
  @Column('text', { nullable: true }) reportedByName!: string | null;
  @Column('uuid', { nullable: true }) reportFileId!: string | null;
}

/** A photo of a check: its bytes are a file, what proves it stands here. */
@Entity('site_check_photo')
export class SiteCheckPhoto {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') checkId!: string;
  @Column('uuid') clientId!: string;
  @Column('uuid') fileId!: string;
  @Column('text', { nullable: true }) itemKey!: string | null;
  /** SM3 of the bytes as they arrived. */
  @Column('char', { length: 64 }) sm3!: string;
  @Column('timestamptz', { nullable: true }) capturedAt!: Date | null;
  /** Degrees, WGS-84. */
  @Column('numeric', { nullable: true }) lng!: string | null;
  @Column('numeric', { nullable: true }) lat!: string | null;
  @Column('numeric', { nullable: true }) accuracyM!: string | null;
  @Column('text', { nullable: true }) locatedBy!: 'exif' | 'browser' | null;
  /** Metres to the outlet of its item, or to the site. */
  @Column('integer', { nullable: true }) distanceM!: number | null;
  @Column('text') takenByName!: string;
  @Column('timestamptz') receivedAt!: Date;
}
