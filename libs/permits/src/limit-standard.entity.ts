import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LimitRow } from './review/rule';

/** A dated reference limit. `value` is a decimal string in `unit`. */
@Entity('limit_standard')
export class LimitStandard implements LimitRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('text') standard!: string;
  @Column('text') title!: string;
  @Column('text') medium!: 'air' | 'water';
  @Column('text') source!: string;
  @Column('text') pollutant!: string;
  @Column('numeric') value!: string;
  @Column('text') unit!: string;
  @Column('text') tier!: LimitRow['tier'];
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('boolean') verified!: boolean;
  @Column('text', { nullable: true }) note!: string | null;
}
