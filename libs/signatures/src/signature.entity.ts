import { Column, Entity, PrimaryColumn } from 'typeorm';

export type RulingOutcome = 'upheld' | 'dismissed';

/** 签署存证: one act of signing, kept as it was. Never changed, never deleted. */
@Entity('signature_record')
export class SignatureRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') subjectType!: string;
  @Column('uuid') subjectId!: string;
  @Column('text') whatZh!: string;
  @Column('text') whatEn!: string;
  /** From whom it comes by law; the signer may belong to a firm that acts for it. */
  @Column('uuid') ownerOrgId!: string;
  @Column('text') ownerName!: string;
  @Column('text') matter!: string;
  @Column('text', { nullable: true }) siteId!: string | null;
  @Column('text') regionCode!: string;
  /** False for what is the owner's alone so far: the bureau does not see it. */
  @Column('boolean') toAuthority!: boolean;
  @Column('uuid') signerUserId!: string;
  @Column('text') signerName!: string;
  @Column('uuid', { nullable: true }) signerOrgId!: string | null;
  @Column('text', { nullable: true }) signerOrgName!: string | null;
  @Column('text', { array: true }) signerRoles!: string[];
  @Column('uuid', { nullable: true }) sessionId!: string | null;
  @Column('text', { nullable: true }) ip!: string | null;
  @Column('text', { nullable: true }) agent!: string | null;
  @Column('timestamptz') signedAt!: Date;
  /** The canonical text, deflated and encrypted: forms hold names and telephone numbers. */
  @Column('text') contentCipher!: string;
  /** SM3 of the canonical text. */
  @Column('text') contentHash!: string;
  @Column('text') signedText!: string;
  @Column('text') signature!: string;
  @Column('text') signingKey!: string;
}

/** The PDF of a record, drawn by the worker from what was kept; its own hash is signed again. */
@Entity('signature_paper')
export class SignaturePaper {
  @PrimaryColumn('uuid') recordId!: string;
  @Column('uuid') fileId!: string;
  @Column('text') sm3!: string;
  @Column('text') sha256!: string;
  /** Of `SM3` in lower-case hex. */
  @Column('text') signature!: string;
  @Column('text') signingKey!: string;
  @Column('timestamptz') drawnAt!: Date;
}

/** "That was not me." At most one for a record. */
@Entity('signature_repudiation')
export class SignatureRepudiation {
  @PrimaryColumn('uuid') recordId!: string;
  @Column('text') reason!: string;
  @Column('uuid') byUserId!: string;
  @Column('text') byName!: string;
  @Column('timestamptz') at!: Date;
}

/** What a person decided on a repudiation. */
@Entity('signature_ruling')
export class SignatureRuling {
  @PrimaryColumn('uuid') recordId!: string;
  @Column('text') outcome!: RulingOutcome;
  @Column('text') reasons!: string;
  @Column('uuid') byUserId!: string;
  @Column('text') byName!: string;
  @Column('timestamptz') at!: Date;
}

export const SIGNATURES_ENTITIES = [SignatureRecord, SignaturePaper, SignatureRepudiation, SignatureRuling];
