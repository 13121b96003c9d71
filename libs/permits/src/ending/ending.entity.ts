import { Column, Entity, PrimaryColumn } from 'typeorm';

export const MEASURE_KINDS = ['revoke', 'forfeit', 'withdraw', 'cancel-ex-officio'] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];
export const REQUEST_KINDS = ['reissue', 'cancel'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];
/** Why papers are asked for anew. */
export const REISSUE_CAUSES = ['lost', 'damaged'] as const;
export type ReissueCause = (typeof REISSUE_CAUSES)[number];

/** 撤销, 吊销, 撤回 or 依职权注销 of a permit: what the bureau decides of its own. Its procedure is the case with the same id. */
@Entity('permit_measure')
export class PermitMeasure {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') permitId!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('uuid') siteId!: string;
  @Column('text') regionCode!: string;
  @Column('text') kind!: MeasureKind;
  /** Key of the ground in `MEASURES`. */
  @Column('text') ground!: string;
  /** Subject of the evidence it was proposed with; null for one of before evidence was asked for. */
  @Column('uuid', { nullable: true }) evidenceId!: string | null;
  @Column('timestamptz') createdAt!: Date;
}

/** Where the evidence of a measure waits until it is proposed; the officer's alone. One of a permit and officer. */
@Entity('permit_measure_draft')
export class PermitMeasureDraft {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') permitId!: string;
  @Column('uuid') openedBy!: string;
  @Column('timestamptz') createdAt!: Date;
}

/** 补领 or 注销 as asked for by the holder. Its procedure is the case with the same id. */
@Entity('permit_request')
export class PermitRequest {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') permitId!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('uuid') siteId!: string;
  @Column('text') regionCode!: string;
  @Column('text') kind!: RequestKind;
  /** 补领: lost or damaged; null for 注销, and for requests of before it was asked. */
  @Column('text', { nullable: true }) cause!: ReissueCause | null;
  @Column('text') reason!: string;
  /** When the paper was lost, or discharge ceased. */
  @Column('date') occurredOn!: string;
  @Column('boolean') open!: boolean;
  /** Subject of the files handed in with it; null for a request without papers. */
  @Column('uuid', { nullable: true }) papersId!: string | null;
  /** Who put its refusal forward, with which reason: another officer decides. */
  @Column('uuid', { nullable: true }) refusalBy!: string | null;
  @Column('text', { nullable: true }) refusalByName!: string | null;
  @Column('text', { nullable: true }) refusalReason!: string | null;
  @Column('timestamptz') createdAt!: Date;
}

/** Where the papers of a request wait until it is handed in; the holder's alone. One of a permit and kind. */
@Entity('permit_request_draft')
export class PermitRequestDraft {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') permitId!: string;
  @Column('text') kind!: RequestKind;
  @Column('timestamptz') createdAt!: Date;
}
