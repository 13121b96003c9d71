import { MigrationInterface, QueryRunner } from 'typeorm';

/** The applicant may say that an error of the machine is none; it hands in with it, and an officer rules. */
export class ContestedFindings1764000503000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE review_finding ADD COLUMN contested_reason text;
      ALTER TABLE review_finding ADD COLUMN contested_by_name text;
      ALTER TABLE review_finding ADD COLUMN contested_at timestamptz;
      ALTER TABLE review_finding ADD CONSTRAINT review_finding_contested CHECK ((contested_reason IS NULL) = (contested_at IS NULL));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
