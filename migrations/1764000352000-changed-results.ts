import { MigrationInterface, QueryRunner } from 'typeorm';

/** A result that an objection changed is shown as changed, and made public again before it is approved. */
export class ChangedResults1764000352000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE credit_evaluation ADD COLUMN changed_on date CONSTRAINT credit_evaluation_changed_was_public CHECK (changed_on IS NULL OR (public_from IS NOT NULL AND changed_on >= public_from))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
