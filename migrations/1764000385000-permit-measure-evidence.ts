import { MigrationInterface, QueryRunner } from 'typeorm';

/** 依职权注销 is a measure of two persons, measures have evidence, and a decision may be put forward where nobody is to be heard. */
export class PermitMeasureEvidence1764000385000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE permit_measure DROP CONSTRAINT permit_measure_kind_check;
      ALTER TABLE permit_measure ADD CONSTRAINT permit_measure_kind_check CHECK (kind IN ('revoke', 'forfeit', 'withdraw', 'cancel-ex-officio'));
      ALTER TABLE permit_measure ADD COLUMN evidence_id uuid;
      CREATE UNIQUE INDEX permit_measure_evidence ON permit_measure (evidence_id) WHERE evidence_id IS NOT NULL;
      CREATE TABLE permit_measure_draft (
        id uuid NOT NULL,
        permit_id uuid NOT NULL REFERENCES permit (id),
        opened_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT permit_measure_draft_key PRIMARY KEY (id),
        CONSTRAINT permit_measure_draft_once UNIQUE (permit_id, opened_by)
      );
      ALTER TABLE adverse_decision ALTER COLUMN statement_until DROP NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
