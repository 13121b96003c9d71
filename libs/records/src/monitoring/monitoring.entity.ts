import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EntrySource } from '../ledger/ledger-entry.entity';
import type { Verdict } from './compliance';
import type { Medium } from './plan';
import type { Words } from './words';

/** One result with what it was compared with. The database refuses every change; a correction is a row of its own. */
@Entity('monitoring_result')
export class MonitoringResult {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') permitId!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') medium!: Medium;
  @Column('text') place!: string;
  @Column('text') pollutant!: string;
  @Column('text') method!: 'manual' | 'auto';
  @Column('timestamptz') sampledAt!: Date;
  @Column('date') sampledOn!: string;
  @Column('text', { nullable: true }) sampleNo!: string | null;
  /** As reported: `<0.5`. */
  @Column('text') reported!: string;
  @Column('boolean') belowDetection!: boolean;
  /** In `unit`, measured; the detection limit where nothing was found. */
  @Column('numeric') value!: string;
  @Column('text') unit!: string;
  @Column('text') reportedUnit!: string;
  @Column('numeric', { nullable: true }) oxygenPercent!: string | null;
  @Column('numeric', { nullable: true }) baseOxygenPercent!: string | null;
  /** At base oxygen where the standard has it. */
  @Column('numeric') comparedValue!: string;
  @Column('numeric', { nullable: true }) limitValue!: string | null;
  @Column('text', { nullable: true }) limitStandard!: string | null;
  @Column('text') verdict!: Verdict;
  @Column('jsonb') steps!: readonly Words[];
  /** m³/h of dry standard flue gas, m³/d of water. */
  @Column('numeric', { nullable: true }) flow!: string | null;
  @Column('text', { nullable: true }) technique!: string | null;
  @Column('text', { nullable: true }) laboratory!: string | null;
  @Column('text', { nullable: true }) cma!: string | null;
  @Column('text', { nullable: true }) reportNo!: string | null;
  @Column('uuid', { nullable: true }) reportFileId!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { array: true }) confirmed!: readonly string[];
  @Column('text') source!: EntrySource;
  @Column('text', { nullable: true }) externalId!: string | null;
  @Column('timestamptz') enteredAt!: Date;
  @Column('uuid') enteredBy!: string;
  @Column('text') enteredByName!: string;
  @Column('uuid', { nullable: true }) correctsId!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('boolean') voided!: boolean;
}

/** A result above its limit, and what the enterprise found and did. */
@Entity('exceedance')
export class Exceedance {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') resultId!: string;
  @Column('uuid') permitId!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('uuid') siteId!: string;
  @Column('text') siteName!: string;
  @Column('text') regionCode!: string;
  @Column('text') place!: string;
  @Column('text') pollutant!: string;
  @Column('date') sampledOn!: string;
  @Column('numeric') comparedValue!: string;
  @Column('numeric') limitValue!: string;
  @Column('text') unit!: string;
  /** `withdrawn`: the result was corrected and no longer exceeds. */
  @Column('text') state!: 'open' | 'explained' | 'withdrawn';
  @Column('text', { nullable: true }) cause!: string | null;
  @Column('text', { nullable: true }) action!: string | null;
  @Column('date', { nullable: true }) restoredOn!: string | null;
  @Column('timestamptz', { nullable: true }) explainedAt!: Date | null;
  @Column('uuid', { nullable: true }) explainedBy!: string | null;
  @Column('text', { nullable: true }) explainedByName!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz') createdAt!: Date;
}
