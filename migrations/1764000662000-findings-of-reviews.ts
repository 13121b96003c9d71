import { MigrationInterface, QueryRunner } from 'typeorm';

/** A result that did not pass its review for the firm's fault is a finding of its own, lighter than one that was rejected. */
export class FindingsOfReviews1764000662000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE firm_finding
        DROP CONSTRAINT firm_finding_kind,
        ADD CONSTRAINT firm_finding_kind CHECK (kind IN ('fraud', 'fault', 'review-failed')),
        DROP CONSTRAINT firm_finding_fault_of,
        ADD CONSTRAINT firm_finding_fault_of CHECK (kind = 'fraud' OR task_id IS NOT NULL);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
