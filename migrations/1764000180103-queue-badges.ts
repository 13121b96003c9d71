import { MigrationInterface, QueryRunner } from 'typeorm';

/** The badges of the officers' tabs count over all open cases at each look: from the index of the queue alone, without a visit to each case. */
export class QueueBadges1764000180103 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX case_record_queue;
      CREATE INDEX case_record_queue ON case_record (urgency, id) INCLUDE (region_code, holder, claimed_by, remaining_days, clock_paused, submitted_at, closed_at)
        WHERE submitted_at IS NOT NULL AND closed_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
