import { Column, Entity, PrimaryColumn } from 'typeorm';

const id = { default: () => 'uuidv7()' };

/** A page of the record as it stands. */
@Entity('inspection_section')
export class InspectionSection {
  @PrimaryColumn('uuid') inspectionId!: string;
  @PrimaryColumn('text') section!: string;
  @Column('text') dataCipher!: string;
  @Column('integer') version!: number;
  @Column('uuid') changedBy!: string;
  @Column('text') changedByName!: string;
  @Column('timestamptz') changedAt!: Date;
}

/** One save of one page by one phone; also one that clashed and waits for a decision. Append-only. */
@Entity('inspection_save')
export class InspectionSave {
  @PrimaryColumn('uuid') inspectionId!: string;
  /** Made by the phone: the same save that arrives twice is one. */
  @PrimaryColumn('uuid') saveId!: string;
  @Column('text') section!: string;
  @Column('text') outcome!: 'saved' | 'merged' | 'clashed';
  @Column('integer') version!: number;
  /** The page after the save; of a clash what the phone sent. */
  @Column('text') dataCipher!: string;
  @Column('uuid') byUser!: string;
  @Column('text') byName!: string;
  @Column('timestamptz') at!: Date;
}

export const NO_PLACE = ['denied', 'unavailable', 'timeout', 'unsupported', 'unknown'] as const;

@Entity('inspection_photo')
export class InspectionPhoto {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') clientId!: string;
  @Column('uuid') fileId!: string;
  @Column('text') section!: string;
  @Column('text') caption!: string;
  @Column('char', { length: 64 }) sha256!: string;
  @Column('timestamptz') capturedAt!: Date;
  @Column('numeric', { nullable: true }) lng!: string | null;
  @Column('numeric', { nullable: true }) lat!: string | null;
  @Column('numeric', { nullable: true }) accuracyM!: string | null;
  /** Why the phone did not know where it was. */
  @Column('text', { nullable: true }) noPlace!: (typeof NO_PLACE)[number] | null;
  @Column('uuid') takenBy!: string;
  @Column('text') takenByName!: string;
  @Column('timestamptz') receivedAt!: Date;
}

/** A violation as it was signed. */
@Entity('inspection_finding')
export class InspectionFinding {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') rowId!: string;
  @Column('integer') place!: number;
  @Column('text') violation!: string;
  @Column('text') title!: string;
  @Column('text') law!: string;
  @Column('date') lawFrom!: string;
  @Column('boolean') lawVerified!: boolean;
  @Column('date') conductOn!: string;
  @Column('text') description!: string;
  @Column('text') harm!: string;
  @Column('text') fault!: string;
  @Column('text') suggestion!: 'order' | 'rectify' | 'penalty-clue';
  @Column('text') decision!: 'order' | 'rectify' | 'penalty-clue' | 'none';
  @Column('text', { nullable: true }) decisionReason!: string | null;
}

@Entity('inspection_signature')
export class InspectionSignature {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') side!: 'officer' | 'party';
  @Column('text') way!: 'account' | 'drawn' | 'refused';
  @Column('uuid') userId!: string;
  @Column('text') nameCipher!: string;
  @Column('text', { nullable: true }) refusedReason!: string | null;
  @Column('text', { nullable: true }) witnessCipher!: string | null;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Column('char', { length: 64, nullable: true }) sha256!: string | null;
  @Column('char', { length: 64 }) contentHash!: string;
  @Column('uuid', { nullable: true }) recordId!: string | null;
  @Column('timestamptz') at!: Date;
}

/** What is said after sealing. Append-only. */
@Entity('inspection_supplement')
export class InspectionSupplement {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') kind!: 'correction' | 'statement';
  @Column('text') words!: string;
  @Column('uuid') byUser!: string;
  @Column('text') byName!: string;
  @Column('text') orgName!: string;
  @Column('uuid', { nullable: true }) recordId!: string | null;
  @Column('timestamptz') at!: Date;
}

/** A complaint that was accepted. */
@Entity('inspection_lead')
export class InspectionLead {
  @PrimaryColumn('uuid') complaintId!: string;
  @Column('text') number!: string;
  @Column('uuid', { nullable: true }) enterpriseId!: string | null;
  @Column('text') subject!: string;
  @Column('text') regionCode!: string;
  @Column('timestamptz') receivedAt!: Date;
}

export const RECORD_ENTITIES = [InspectionSection, InspectionSave, InspectionPhoto, InspectionFinding, InspectionSignature, InspectionSupplement, InspectionLead];
