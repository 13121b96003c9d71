import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A finding of a visit that went onto the case of the complaint behind it, instead of becoming a case of its own. */
@Entity('penalty_joined_finding')
export class PenaltyJoinedFinding {
  @PrimaryColumn('uuid') penaltyId!: string;
  @PrimaryColumn('uuid') findingId!: string;
  @Column('uuid') inspectionId!: string;
  /** Code of the library, where one was known; left out in what was joined before. */
  @Column('text', { nullable: true }) violation!: string | null;
  @Column('timestamptz') joinedAt!: Date;
}
