import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A task a firm carries, and which of its engineers answers for it. Written from the market's events. */
@Entity('engagement')
export class Engagement {
  @PrimaryColumn('uuid') taskId!: string;
  @Column('uuid') firmId!: string;
  @Column('text') title!: string;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
