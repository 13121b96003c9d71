import { MigrationInterface, QueryRunner } from 'typeorm';

/** A countersign can be withdrawn, or asked of somebody else: whoever left does not hold up the case. */
export class CountersignsMoved1764000683000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE countersign
        ADD COLUMN asked_by uuid,
        ADD COLUMN withdrawn_at timestamptz,
        ADD COLUMN withdrawn_by_name text,
        ADD COLUMN withdrawn_reason text,
        ADD COLUMN history jsonb NOT NULL DEFAULT '[]',
        ADD CONSTRAINT countersign_withdrawn CHECK (num_nulls(withdrawn_at, withdrawn_by_name, withdrawn_reason) IN (0, 3) AND (withdrawn_at IS NULL OR answered_at IS NULL));
      DROP INDEX countersign_once_open;
      CREATE INDEX countersign_open ON countersign (officer_id) WHERE answered_at IS NULL AND withdrawn_at IS NULL;
      CREATE UNIQUE INDEX countersign_once_open ON countersign (application_id, officer_id) WHERE answered_at IS NULL AND withdrawn_at IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
