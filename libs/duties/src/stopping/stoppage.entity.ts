import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A period in which production stands (停产), as the holder reported it. */
@Entity('stoppage')
export class Stoppage {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') permitId!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('uuid') siteId!: string;
  @Column('text') regionCode!: string;
  @Column('text') enterpriseName!: string;
  @Column('text') siteName!: string;
  @Column('text') permitNumber!: string;
  @Column('text') kind!: 'planned' | 'unplanned';
  @Column('text') scope!: string;
  /** Codes that stand still; null for the whole site. */
  @Column('text', { array: true, nullable: true }) facilities!: string[] | null;
  /** Outlets that only these facilities feed and that emit nothing meanwhile; null for the whole site. */
  @Column('text', { array: true, nullable: true }) outlets!: string[] | null;
  @Column('date') fromOn!: string;
  /** Last day; null until it is known. */
  @Column('date', { nullable: true }) toOn!: string | null;
  @Column('text') reason!: string;
  @Column('uuid', { nullable: true }) evidenceFileId!: string | null;
  @Column('timestamptz') reportedAt!: Date;
  @Column('uuid') reportedBy!: string;
  @Column('text') reportedByName!: string;
  @Column('timestamptz', { nullable: true }) resumedAt!: Date | null;
  @Column('text', { nullable: true }) resumeNote!: string | null;
  @Column('text') state!: 'reported' | 'resumed' | 'withdrawn';
  @Column('integer') version!: number;
}

/** A question of an officer about a stoppage, and the holder's answer. */
@Entity('stoppage_question')
export class StoppageQuestion {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') stoppageId!: string;
  @Column('text') text!: string;
  @Column('timestamptz') askedAt!: Date;
  @Column('uuid') askedBy!: string;
  @Column('text') askedByName!: string;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column('text', { nullable: true }) answeredByName!: string | null;
}
