import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One paper that is handed in with a business of a permit, as dated reference data. */
@Entity('permit_material')
export class PermitMaterial {
  /** Key of `BUSINESS_TYPES`, of `REGISTRATION_PROCEDURES`, or a kind of request (补领, 注销). */
  @PrimaryColumn('text') businessType!: string;
  /** Value of `MATERIAL_KINDS`. */
  @PrimaryColumn('text') kind!: string;
  @PrimaryColumn('date') effectiveFrom!: string;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('integer') position!: number;
  /** `when`: only for one of `triggers`; `optional`: it may be handed in. */
  @Column('text') need!: 'always' | 'when' | 'optional';
  @Column('jsonb', { nullable: true }) triggers!: string[] | null;
  @Column('text') legalBasis!: string;
  /** False: shown as 未核实. */
  @Column('boolean') verified!: boolean;
  @Column('text', { nullable: true }) noteZh!: string | null;
  @Column('text', { nullable: true }) noteEn!: string | null;
}
