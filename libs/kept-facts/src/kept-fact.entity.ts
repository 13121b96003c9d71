import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FactContent } from './rules';

export type FactStep = 'record' | 'correct' | 'withdraw';
export type FactState = 'proposed' | 'confirmed' | 'refused';
export type FactSource = 'form' | 'excel' | 'enterprise';

/** One fact of an enterprise from a document, or what corrects or withdraws one. Only its decision is ever written into a row. */
@Entity('kept_fact')
export class KeptFact implements FactContent {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('text') step!: FactStep;
  @Column('uuid', { nullable: true }) replacesId!: string | null;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('text') uscc!: string;
  @Column('text') regionCode!: string;
  @Column('text') kind!: FactContent['kind'];
  /** As the document has it; digits are kept. */
  @Column('text') value!: string;
  @Column('text') unit!: string;
  @Column('date') fromOn!: string;
  /** Null: until further notice. */
  @Column('date', { nullable: true }) toOn!: string | null;
  @Column('text') authority!: string;
  @Column('text') documentNo!: string;
  @Column('text') note!: string;
  /** Why it is corrected or withdrawn. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) scanFileId!: string | null;
  @Column('text') source!: FactSource;
  @Column('text') state!: FactState;
  /** Confirmed, and nothing confirmed stands in its place. */
  @Column('boolean') counts!: boolean;
  @Column('uuid') proposedBy!: string;
  @Column('text') proposedByName!: string;
  @Column('uuid') proposedByOrg!: string;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decisionReason!: string | null;
  @Column('text') search!: string;
  @Column('integer') version!: number;
}

export const KEPT_FACTS_ENTITIES = [KeptFact];
