import type { BalanceInput, CoefficientInput } from '@huanbao/standards';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An hour of a stack or a day of a water outlet, as its automatic monitoring reported it. The highest revision holds. */
@Entity('emission_reading')
export class EmissionReading {
  @PrimaryColumn('uuid') permitId!: string;
  @PrimaryColumn('text') place!: string;
  @PrimaryColumn('text') pollutant!: string;
  /** `2026-11-24T09` (air) or `2026-11-24` (water), civil time. */
  @PrimaryColumn('text') at!: string;
  @PrimaryColumn('integer') revision!: number;
  @Column('date') day!: string;
  /** mg/m³ measured in dry standard flue gas, or mg/L. */
  @Column('numeric', { nullable: true }) concentration!: string | null;
  /** m³/h of dry standard flue gas, or m³/d. */
  @Column('numeric', { nullable: true }) flow!: string | null;
  @Column('text') state!: 'valid' | 'invalid' | 'stopped';
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz') enteredAt!: Date;
  @Column('uuid') enteredBy!: string;
  @Column('text') enteredByName!: string;
}

export type BasisFigures = Omit<CoefficientInput, 'directDischarge'> | BalanceInput;

/** Figures of a coefficient or a material balance for one quarter. Entered again, the newest counts and the older ones stay. */
@Entity('emission_basis')
export class EmissionBasis {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') permitId!: string;
  @Column('text') place!: string;
  @Column('text') pollutant!: string;
  @Column('text') quarter!: string;
  @Column('text') kind!: 'coefficient' | 'balance';
  @Column('jsonb') figures!: BasisFigures;
  @Column('timestamptz') enteredAt!: Date;
  @Column('uuid') enteredBy!: string;
  @Column('text') enteredByName!: string;
}
