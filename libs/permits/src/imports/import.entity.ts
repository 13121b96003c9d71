import type { CellProblem } from '@huanbao/sheets';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Text } from '../form/field';
import type { Permit } from '../permit.entity';
import type { PermitLimit } from '../life/permit-limit.entity';
import type { ListedPermit } from './listed-permit';

export type ImportState = 'judging' | 'unreadable' | 'judged' | 'applying' | 'applied' | 'undoing' | 'undone' | 'discarded';
export type RowKind = 'new' | 'changed' | 'same' | 'refused';
/** `all` needs a list without a refused row; `good` leaves the refused ones out. */
export type ImportChoice = 'all' | 'good';

/** One list of permits handed in by the bureau, and how far it has come. */
@Entity('permit_import')
export class PermitImport {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') regionCode!: string;
  /** Name of the file. */
  @Column('text') name!: string;
  /** SM3 of the file. */
  @Column('text') hash!: string;
  @Column('uuid') fileId!: string;
  /** The day on which the list was taken from the national platform. */
  @Column('date') sourceOn!: string;
  @Column('text') state!: ImportState;
  @Column('text', { nullable: true }) mode!: ImportChoice | null;
  @Column('integer') rowsTotal!: number;
  @Column('integer') rowsDone!: number;
  @Column('integer') created!: number;
  @Column('integer') changed!: number;
  @Column('integer') same!: number;
  @Column('integer') refused!: number;
  @Column('integer') applied!: number;
  @Column('integer') skipped!: number;
  @Column('jsonb', { nullable: true }) failure!: Text | null;
  /** What one should know of the file: unknown columns, hidden rows. */
  @Column('jsonb') notes!: readonly CellProblem[];
  /** Who began the step that runs, or ran last. */
  @Column('uuid') stepBy!: string;
  @Column('uuid') createdBy!: string;
  @Column('text') createdByName!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) judgedAt!: Date | null;
  @Column('text', { nullable: true }) appliedByName!: string | null;
  @Column('timestamptz', { nullable: true }) appliedAt!: Date | null;
  @Column('text', { nullable: true }) undoneByName!: string | null;
  @Column('timestamptz', { nullable: true }) undoneAt!: Date | null;
  @Column('integer') version!: number;
}

/** One fact of a permit that the list gives otherwise, in words. */
export interface ListedChange {
  readonly key: string;
  readonly label: Text;
  readonly before: string;
  readonly after: string;
}

/** What an import has put aside, so that it can be taken back. */
export interface PreviousState {
  readonly permit: Permit;
  readonly limits: readonly PermitLimit[];
}

/** One line of a list: what it says, what that would do, and what came of it. */
@Entity('permit_import_row')
export class PermitImportRow {
  @PrimaryColumn('uuid') importId!: string;
  @PrimaryColumn('integer') line!: number;
  @Column('text') kind!: RowKind;
  @Column('text') number!: string;
  @Column('text') name!: string;
  @Column('jsonb', { nullable: true }) facts!: ListedPermit | null;
  @Column('jsonb') changes!: readonly ListedChange[];
  @Column('jsonb') problems!: readonly CellProblem[];
  @Column('jsonb') notes!: readonly Text[];
  @Column('text', { nullable: true }) outcome!: 'applied' | 'skipped' | 'undone' | null;
  @Column('uuid', { nullable: true }) permitId!: string | null;
  @Column('jsonb', { nullable: true }) previous!: PreviousState | null;
}
