import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SectionData } from '@huanbao/permits';
import type { LedgerKind } from './template';

export type EntrySource = 'form' | 'excel' | 'api';

/** One entry of a ledger. The database refuses every change; a correction is an entry of its own that names this one. */
@Entity('ledger_entry')
export class LedgerEntry {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') permitId!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') kind!: LedgerKind;
  @Column('text') itemKey!: string;
  /** As it was called when the entry was made. */
  @Column('text') itemTitle!: string;
  /** Civil day the entry is about. */
  @Column('date') businessDate!: string;
  @Column('integer', { nullable: true }) shift!: number | null;
  @Column('text', { nullable: true }) slot!: string | null;
  @Column('jsonb') data!: SectionData;
  @Column('text') search!: string;
  @Column('text') source!: EntrySource;
  /** The sender's own id of the row: sent twice, it is entered once. */
  @Column('text', { nullable: true }) externalId!: string | null;
  /** Days between the business day and the entry. */
  @Column('integer') lateDays!: number;
  @Column('timestamptz') enteredAt!: Date;
  @Column('uuid') enteredBy!: string;
  @Column('text') enteredByName!: string;
  @Column('uuid', { nullable: true }) correctsId!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('boolean') voided!: boolean;
}
