import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Signal, SignalCode, Strength } from './detect/signal';

export type SuspicionState = 'open' | 'dismissed' | 'followed';

/** All signals of one opened task, for one officer's decision. Bidders and enterprise never see it. */
@Entity('collusion_suspicion')
export class CollusionSuspicion {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('text') taskNumber!: string;
  @Column('text') taskTitle!: string;
  @Column('text') enterpriseName!: string;
  @Column('text') regionCode!: string;
  @Column('uuid', { array: true }) firmIds!: string[];
  @Column('text', { array: true }) firmNames!: string[];
  @Column('text', { array: true }) codes!: SignalCode[];
  @Column('text') strength!: Strength;
  @Column('text') state!: SuspicionState;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decisionReason!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz') foundAt!: Date;
}

/** One signal with its evidence as it was found. */
@Entity('collusion_signal')
export class CollusionSignal {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') suspicionId!: string;
  @Column('text') code!: SignalCode;
  @Column('text') strength!: Strength;
  @Column('uuid', { array: true }) firmIds!: string[];
  @Column('jsonb') finding!: Pick<Signal, 'measure' | 'compared'>;
  @Column('timestamptz') foundAt!: Date;
}

export type CollusionStep = 'found' | 'more' | 'note' | 'dismissed' | 'followed' | 'reopened';

/** One line of a suspicion's history: what the system found, what officers noted and decided, both ways. */
@Entity('collusion_event')
export class CollusionEvent {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') suspicionId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') kind!: CollusionStep;
  @Column('text') actorName!: string;
  @Column('text') zh!: string;
  @Column('text') en!: string;
}

export const MARKET_SIGNALS_ENTITIES = [CollusionSuspicion, CollusionSignal, CollusionEvent];
