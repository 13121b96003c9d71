import { MigrationInterface, QueryRunner } from 'typeorm';

/** Releases of amendments and contracts beside those of the tender; which state of a task they were written from. */
export class OcdsContracts1764000198000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE ocds_release DROP CONSTRAINT ocds_release_stage;
      ALTER TABLE ocds_release ADD CONSTRAINT ocds_release_stage CHECK (stage ~ '^[a-z][a-z0-9-]{2,79}$');

      -- what was published is never written again: this only says whether there may be something new
      CREATE TABLE ocds_seen (
        task_id uuid PRIMARY KEY,
        task_version integer NOT NULL,
        contract_version integer
      );
      -- nothing is missing of these: the hourly round need not look at all of them
      INSERT INTO ocds_seen (task_id, task_version)
      SELECT t.id, t.version FROM service_task t
       WHERE NOT EXISTS (SELECT 1 FROM contract c WHERE c.task_id = t.id)
         AND (SELECT count(*) FROM ocds_release r WHERE r.task_id = t.id)
           = 1 + (t.opened_at IS NOT NULL)::int + (t.awarded_at IS NOT NULL)::int + (t.state IN ('cancelled', 'failed'))::int;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
