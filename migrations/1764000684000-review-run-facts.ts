import { MigrationInterface, QueryRunner } from 'typeorm';

/** A run holds for what it judged by: rules, day and reference data, not the form alone. Runs of before say nothing of it and are run again. */
export class ReviewRunFacts1764000684000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE review_run ADD COLUMN facts_hash char(64)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
