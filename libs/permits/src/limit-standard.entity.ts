import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StandardKind } from './reference/standards';
import type { LimitMedium, LimitRow, LimitTier, StandardHead } from './review/rule';

/** A dated reference limit. `value` is a decimal string in `unit`. A row is ended or superseded, never changed. */
@Entity('limit_standard')
export class LimitStandard implements LimitRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('text') standard!: string;
  @Column('text') title!: string;
  @Column('text') medium!: LimitMedium;
  @Column('text') source!: string;
  @Column('text') pollutant!: string;
  @Column('numeric') value!: string;
  @Column('text') unit!: string;
  @Column('text') tier!: LimitTier;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('boolean') verified!: boolean;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { nullable: true }) industry!: string | null;
  @Column('text', { nullable: true }) fuel!: string | null;
  @Column('text', { nullable: true }) variant!: string | null;
  @Column('text', { nullable: true }) buildPeriod!: 'new' | 'existing' | null;
  @Column('date', { nullable: true }) builtSince!: string | null;
  @Column('text', { nullable: true }) discharge!: 'direct' | 'indirect' | null;
  @Column('text', { nullable: true }) averaging!: 'hour' | 'day' | 'month' | 'once' | null;
  @Column('numeric', { nullable: true }) baseOxygen!: string | null;
  @Column('text', { nullable: true }) legalBasis!: string | null;
  @Column('text', { nullable: true }) origin!: string | null;
  /** Null: came with the platform. */
  @Column('uuid', { nullable: true }) proposedBy!: string | null;
  @Column('uuid', { nullable: true }) confirmedBy!: string | null;
  @Column('text', { nullable: true }) confirmedByName!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  /** It was wrong from the beginning: kept to be seen, counts no more. */
  @Column('timestamptz', { nullable: true }) supersededAt!: Date | null;
  @Column('uuid', { nullable: true }) supersededBy!: string | null;
}

/** A standard, plan or approval that limits rest on. */
@Entity('discharge_standard')
export class DischargeStandard implements StandardHead {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('text') code!: string;
  /** The code as it is compared: no spaces, plain hyphens. */
  @Column('text') key!: string;
  @Column('text') title!: string;
  @Column('text') kind!: StandardKind;
  @Column('date', { nullable: true }) inForceFrom!: string | null;
  @Column('date', { nullable: true }) inForceTo!: string | null;
  @Column('text', { nullable: true }) replaces!: string | null;
  @Column('text', { nullable: true }) replacedBy!: string | null;
  @Column('boolean') verified!: boolean;
  @Column('text', { nullable: true }) origin!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { nullable: true }) createdByName!: string | null;
  @Column('timestamptz') createdAt!: Date;
}
