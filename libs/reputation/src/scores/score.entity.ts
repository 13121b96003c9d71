import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Confidence, ScorePart } from '../rules/score';

/** The score of a firm over all its work, over a kind of service, or over one service of the catalogue. */
@Entity('firm_score')
export class FirmScore {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('text') scope!: string;
  @Column('numeric') score!: string;
  @Column('integer') ratings!: number;
  @Column('numeric') weight!: string;
  @Column('text') confidence!: Exclude<Confidence, 'none'>;
  /** Rated often enough for a place; a veto is looked up on the day. */
  @Column('boolean') ranked!: boolean;
  @Column('jsonb') parts!: readonly ScorePart[];
  @Column('date') computedOn!: string;
}
