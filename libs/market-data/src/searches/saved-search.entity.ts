import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Conditions of the list of tasks that a firm keeps, with or without alerts. */
@Entity('saved_search')
export class SavedSearch {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') orgId!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) kind!: string | null;
  @Column('text', { nullable: true }) stage!: string | null;
  @Column('text', { nullable: true }) words!: string | null;
  @Column('boolean') alerts!: boolean;
  @Column('text') createdByName!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('integer') version!: number;
}
