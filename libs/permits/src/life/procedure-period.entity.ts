import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A length of time of the procedure as dated reference data, for what nobody has yet compared with the promulgated text. */
@Entity('procedure_period')
export class ProcedurePeriod {
  /** `change-review`: deciding on 变更 and 调整. */
  @PrimaryColumn('text') code!: string;
  @PrimaryColumn('date') effectiveFrom!: string;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('integer') workdays!: number;
  @Column('text') legalBasis!: string;
  /** False: shown as 未核实. */
  @Column('boolean') verified!: boolean;
  @Column('text', { nullable: true }) note!: string | null;
}
