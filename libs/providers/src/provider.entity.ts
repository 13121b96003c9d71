import { Column, Entity, PrimaryColumn } from 'typeorm';

export const QUALIFICATION_KINDS = ['CMA', '环评备案', '危险废物经营许可', '环保工程设计', '环保工程施工', '运维服务', '清洁生产审核', '土壤调查'] as const;
export const SERVICE_KINDS = ['consulting', 'testing', 'engineering', 'disposal'] as const;
export const LIFE_STAGES = ['construction', 'operation', 'closure'] as const;

/** What a firm says of itself. Listed in the public register while its organisation is active. */
@Entity('firm_profile')
export class FirmProfile {
  @PrimaryColumn('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('text') intro!: string;
  @Column('text', { array: true }) regions!: string[];
  @Column('integer') version!: number;
  @Column('boolean') listed!: boolean;
  @Column('timestamptz') updatedAt!: Date;
}

/** One service offered: a kind in a stage of an enterprise's life. */
@Entity('firm_service')
export class FirmService {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') firmId!: string;
  @Column('text') kind!: (typeof SERVICE_KINDS)[number];
  @Column('text') stage!: (typeof LIFE_STAGES)[number];
  @Column('text') title!: string;
}

/** A qualification with number and validity; only verified, unexpired ones open the right to bid. */
@Entity('qualification')
export class Qualification {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('text') regionCode!: string;
  @Column('text') kind!: string;
  @Column('text') number!: string;
  @Column('text') scope!: string;
  @Column('text') issuer!: string;
  @Column('date') validFrom!: string;
  @Column('date') validTo!: string;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Column('text') state!: 'pending' | 'verified' | 'rejected';
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) reviewedBy!: string | null;
  @Column('timestamptz', { nullable: true }) reviewedAt!: Date | null;
  @Column('integer') version!: number;
  @Column('timestamptz') createdAt!: Date;
}

export const PROVIDERS_ENTITIES = [FirmProfile, FirmService, Qualification];
