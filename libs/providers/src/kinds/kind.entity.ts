import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A kind of qualification as a dated row: the law behind it and what an entry of it must hold. */
@Entity('qualification_kind')
export class QualificationKind {
  @PrimaryColumn('text') name!: string;
  @PrimaryColumn('date') effectiveFrom!: string;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('text') nameEn!: string;
  @Column('integer') position!: number;
  @Column('text', { nullable: true }) numberFormat!: string | null;
  @Column('text', { nullable: true }) numberHint!: string | null;
  @Column('boolean') scopeRequired!: boolean;
  @Column('text', { array: true }) scopeWords!: string[];
  @Column('boolean') validityRequired!: boolean;
  @Column('boolean') scanRequired!: boolean;
  @Column('text') legalBasis!: string;
  @Column('boolean') verified!: boolean;
}
