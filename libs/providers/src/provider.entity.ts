import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Engagement } from './capacity/engagement.entity';
import { FirmIntegrity, IntegrityDomain, IntegrityPoint, IntegrityRule } from './integrity/integrity.entity';
import { QualificationKind } from './kinds/kind.entity';
import { KIND_ROWS } from './kinds/kind-rows';
import { FirmPerson, PersonFlag } from './people/person.entity';

/** Names of the kinds the platform begins with; what holds today stands in `qualification_kind`. */
export const QUALIFICATION_KINDS: readonly string[] = KIND_ROWS.map(row => row.name);
export const SERVICE_KINDS = ['consulting', 'testing', 'engineering', 'disposal'] as const;
export const LIFE_STAGES = ['construction', 'operation', 'closure'] as const;

/** What a firm says of itself. Listed in the public register while its organisation is active. */
@Entity('firm_profile')
export class FirmProfile {
  @PrimaryColumn('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('text') intro!: string;
  @Column('text', { array: true }) regions!: string[];
  /** Tasks it carries at once; null while it has not said. */
  @Column('integer', { nullable: true }) capacityTasks!: number | null;
  @Column('integer') version!: number;
  @Column('boolean') listed!: boolean;
  @Column('timestamptz') updatedAt!: Date;
}

/** One service offered: a kind in a stage of an enterprise's life, named by the catalogue where it is in there. */
@Entity('firm_service')
export class FirmService {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') firmId!: string;
  @Column('text') kind!: (typeof SERVICE_KINDS)[number];
  @Column('text') stage!: (typeof LIFE_STAGES)[number];
  @Column('text') title!: string;
  @Column('text', { nullable: true }) serviceCode!: string | null;
}

export type QualificationState = 'pending' | 'verified' | 'rejected' | 'suspended';

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
  /** Last day; null where the law knows none (备案). */
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Column('text') state!: QualificationState;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) reviewedBy!: string | null;
  @Column('timestamptz', { nullable: true }) reviewedAt!: Date | null;
  @Column('integer') version!: number;
  @Column('timestamptz') createdAt!: Date;
  /** The day on which the loss of the right was told. */
  @Column('date', { nullable: true }) lapsedOn!: string | null;
}

export type QualificationStep = 'entered' | 'changed' | 'verified' | 'rejected' | 'suspended' | 'restored' | 'lapsed' | 'removed';

/** One line of a qualification's history; kept when the qualification goes. */
@Entity('qualification_event')
export class QualificationEvent {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') qualificationId!: string;
  @Column('uuid') firmId!: string;
  @Column('text') kind!: string;
  @Column('text') number!: string;
  @Column('text') scope!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('text') what!: QualificationStep;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text') byName!: string;
  @Column('timestamptz') at!: Date;
}

export const PROVIDERS_ENTITIES = [FirmProfile, FirmService, Qualification, QualificationEvent, QualificationKind, FirmPerson, PersonFlag, Engagement, IntegrityDomain, IntegrityRule, IntegrityPoint, FirmIntegrity];
