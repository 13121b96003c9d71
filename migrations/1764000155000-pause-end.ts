import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 行政许可法 第四十五条: the applicant is told in writing how long the time outside the period takes. A pause carries the day it is expected
 * to end; when that day is over, a supervisor has to say what is done. A last day that moved is supervised anew.
 */
export class PauseEnd1764000155000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE clock_entry ADD COLUMN expected_on date, ADD CONSTRAINT clock_entry_expected CHECK (expected_on IS NULL OR (kind = 'pause' AND expected_on >= date));
      ALTER TABLE supervision DROP CONSTRAINT supervision_level_check, DROP CONSTRAINT supervision_case_id_clock_run_level_key;
      ALTER TABLE supervision ADD CONSTRAINT supervision_level CHECK (level IN ('due-soon', 'overdue', 'pause-over')),
        ADD CONSTRAINT supervision_once UNIQUE NULLS NOT DISTINCT (case_id, clock, run, level, due_on);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
