import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliverableKind } from './kinds';

/** `waiting`: a monitoring report of which the enterprise has to say to which permit it belongs. */
export type FiledState = 'kept' | 'waiting' | 'placed';

/** A file that was handed over and accepted: what it is, where it comes from, where it went. */
@Entity('filed_deliverable')
export class FiledDeliverable {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') deliveryId!: string;
  /** Of the task; its two sides read it. */
  @Column('uuid') fileId!: string;
  @Column('text') kind!: DeliverableKind;
  @Column('text') name!: string;
  @Column('text') hash!: string;
  @Column('uuid') taskId!: string;
  @Column('text') taskTitle!: string;
  @Column('uuid', { nullable: true }) contractId!: string | null;
  @Column('text', { nullable: true }) contractNumber!: string | null;
  @Column('text', { nullable: true }) milestoneName!: string | null;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('timestamptz') acceptedAt!: Date;
  @Column('text') state!: FiledState;
  @Column('uuid', { nullable: true }) permitId!: string | null;
  @Column('text', { nullable: true }) permitNumber!: string | null;
  @Column('timestamptz', { nullable: true }) placedAt!: Date | null;
  @Column('text') search!: string;
}
