import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a program may do with a token; each is a role of policies: `api.ledger`. */
export const TOKEN_SCOPES = ['ledger', 'monitoring'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** A key of an organisation's own program. The key itself is shown once and not kept. */
@Entity('api_token')
export class ApiToken {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') orgId!: string;
  @Column('text') name!: string;
  @Column('text', { array: true }) scopes!: TokenScope[];
  /** SHA-256 of the key, hex: 256 random bits need no slow hash. */
  @Column('text') hash!: string;
  @Column('text') ending!: string;
  /** Last day on which it opens anything. */
  @Column('date') expiresOn!: string;
  @Column('uuid') createdBy!: string;
  @Column('text') createdByName!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) lastUsedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}
