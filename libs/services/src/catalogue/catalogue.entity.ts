import type { Requirement } from '@huanbao/providers';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ServiceKind = 'consulting' | 'testing' | 'engineering' | 'disposal';
export type LifeStage = 'construction' | 'operation' | 'closure';

/** Law behind a service: which article in which span of time; `verified` when somebody compared it with the official text. */
export interface LegalBasis {
  readonly law: string;
  readonly article: string;
  readonly from: string;
  readonly to: string | null;
  readonly verified: boolean;
}

/** A service of the catalogue: where it stands. What it is stands in its versions. */
@Entity('catalogue_service')
export class CatalogueService {
  @PrimaryColumn('text') code!: string;
  @Column('text') kind!: ServiceKind;
  @Column('text') stage!: LifeStage;
  @Column('integer') position!: number;
  @Column('text') titleZh!: string;
  @Column('text') titleEn!: string;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}

/** What a service was from one edit to the next. Never changed: an edit is a new row. */
@Entity('catalogue_version')
export class CatalogueVersion {
  @PrimaryColumn('text') code!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('text') titleZh!: string;
  @Column('text') titleEn!: string;
  @Column('boolean') active!: boolean;
  @Column('text') purposeZh!: string;
  @Column('text') purposeEn!: string;
  @Column('text') scopeTemplate!: string;
  @Column('text', { array: true }) deliverables!: string[];
  @Column('integer') durationDays!: number;
  @Column('jsonb') requirement!: Requirement;
  @Column('jsonb') legalBasis!: readonly LegalBasis[];
  @Column('text') note!: string;
  @Column('uuid', { nullable: true }) changedBy!: string | null;
  @Column('text') changedByName!: string;
  @Column('timestamptz') createdAt!: Date;
}

/** What was paid for a service in one award. Read for bands only; nothing shows a single row. */
@Entity('award_price')
export class AwardPrice {
  @PrimaryColumn('uuid') taskId!: string;
  @Column('text') serviceCode!: string;
  @Column('numeric') priceYuan!: string;
  @Column('timestamptz') awardedAt!: Date;
}

/** The band as it is shown. */
@Entity('price_band')
export class PriceBand {
  @PrimaryColumn('text') serviceCode!: string;
  @Column('integer') n!: number;
  @Column('numeric') lowYuan!: string;
  @Column('numeric') medianYuan!: string;
  @Column('numeric') highYuan!: string;
  @Column('date') asOf!: string;
}

export const SERVICES_ENTITIES = [CatalogueService, CatalogueVersion, AwardPrice, PriceBand];
