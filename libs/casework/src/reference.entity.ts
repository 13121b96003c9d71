import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The published holidays of one year: days off and 调休 working days. A year without a row is provisional. */
@Entity('holiday_year')
export class HolidayYear {
  @PrimaryColumn('integer') year!: number;
  @Column('text', { array: true }) holidays!: string[];
  /** Weekend days that are worked. */
  @Column('text', { array: true }) makeupDays!: string[];
  /** The State Council's notice. */
  @Column('text') source!: string;
  @Column('timestamptz') importedAt!: Date;
  @Column('uuid', { nullable: true }) importedBy!: string | null;
}

/** A year as it was entered once; the newest of a year counts. Never changed. */
@Entity('holiday_year_version')
export class HolidayYearVersion {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('integer') year!: number;
  @Column('text', { array: true }) holidays!: string[];
  @Column('text', { array: true }) makeupDays!: string[];
  @Column('text') source!: string;
  @Column('timestamptz') importedAt!: Date;
  /** Null: came with the platform. */
  @Column('text', { nullable: true }) importedByName!: string | null;
}

/** Progress of a recomputation of all open clocks. */
@Entity('clock_recomputation')
export class ClockRecomputation {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('text') reason!: string;
  @Column('timestamptz') requestedAt!: Date;
  @Column('integer', { nullable: true }) total!: number | null;
  @Column('integer') done!: number;
  @Column('integer') changed!: number;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
}

/** A way to contest a decision, as law dated: which article, how long, from when to when the rule holds. */
@Entity('remedy_rule')
export class RemedyRule {
  @PrimaryColumn('text') key!: string;
  @PrimaryColumn('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('text') zh!: string;
  @Column('text') en!: string;
  @Column('integer') length!: number;
  @Column('text') unit!: 'day' | 'month';
  @Column('text') article!: string;
  /** Whether the article was checked against the promulgated text by a person of the bureau. */
  @Column('boolean') verified!: boolean;
  @Column('text') source!: string;
}
