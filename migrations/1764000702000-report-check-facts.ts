import { MigrationInterface, QueryRunner } from 'typeorm';

/** A check of a report holds for what it judged by: rules, day and records, not the report alone. Checks of before say nothing of it and are run again. */
export class ReportCheckFacts1764000702000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE execution_report_check ADD COLUMN facts_hash char(64)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
