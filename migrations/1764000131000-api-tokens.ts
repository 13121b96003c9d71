import { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens by which an organisation's own programs send records. Only a hash is kept. */
export class ApiTokens1764000131000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE api_token (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        org_id uuid NOT NULL REFERENCES organisation (id),
        name text NOT NULL,
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        hash char(64) NOT NULL UNIQUE,
        -- the last characters, so that people can tell their tokens apart
        ending text NOT NULL,
        expires_on date NOT NULL,
        created_by uuid NOT NULL,
        created_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      CREATE INDEX api_token_organisation ON api_token (org_id, id DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
