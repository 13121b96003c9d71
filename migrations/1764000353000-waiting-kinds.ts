import { MigrationInterface, QueryRunner } from 'typeorm';

/** The menu says by kind how many cases wait for an officer: from the index of the queue alone. */
export class WaitingKinds1764000353000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX case_record_queue;
      CREATE INDEX case_record_queue ON case_record (urgency, id) INCLUDE (region_code, holder, claimed_by, remaining_days, clock_paused, submitted_at, closed_at, matter, kind)
        WHERE submitted_at IS NOT NULL AND closed_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
