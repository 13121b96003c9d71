import { Column, Entity, PrimaryColumn } from 'typeorm';

export type OutageState = 'running' | 'over' | 'withdrawn';

/** A time in which automatic monitoring at a place fails (自动监测设备故障), as the holder reported it: what the device would have measured is sampled by hand. */
@Entity('monitoring_outage')
export class MonitoringOutage {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') permitId!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('uuid') siteId!: string;
  @Column('text') siteName!: string;
  @Column('text') regionCode!: string;
  @Column('text') permitNumber!: string;
  @Column('text') place!: string;
  /** Of the place, those that are not measured. */
  @Column('text', { array: true }) pollutants!: string[];
  @Column('timestamptz') startedAt!: Date;
  /** Null while it fails. */
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('text') cause!: string;
  /** Last civil day for the repair, by the row of the day it began; null where no row holds. */
  @Column('date', { nullable: true }) repairBy!: string | null;
  /** Reported later than the row of the day allows. */
  @Column('boolean') reportedLate!: boolean;
  @Column('timestamptz') reportedAt!: Date;
  @Column('uuid') reportedBy!: string;
  @Column('text') reportedByName!: string;
  /** What was repaired, or why the report was taken back. */
  @Column('text', { nullable: true }) closingNote!: string | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) closedByName!: string | null;
  @Column('text') state!: OutageState;
  /** When the bureau was told that it lasts longer than the row allows. */
  @Column('timestamptz', { nullable: true }) toldLateAt!: Date | null;
  @Column('integer') version!: number;
}
