import { MigrationInterface, QueryRunner } from 'typeorm';

/** Where results went can decide a payment: who named it, and that it was taken back and why, stay on record. */
export class WorkUsesKept1764000390000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE work_use ADD COLUMN named_by_org uuid, ADD COLUMN removed_at timestamptz, ADD COLUMN removed_by_name text, ADD COLUMN removed_reason text;
      UPDATE work_use u SET named_by_org = t.enterprise_id FROM service_task t WHERE t.id = u.task_id;
      ALTER TABLE work_use ALTER COLUMN named_by_org SET NOT NULL;
      ALTER TABLE work_use ADD CONSTRAINT work_use_removed CHECK ((removed_at IS NULL) = (removed_by_name IS NULL) AND (removed_at IS NULL) = (removed_reason IS NULL));
      ALTER TABLE work_use DROP CONSTRAINT work_use_once;
      CREATE UNIQUE INDEX work_use_once ON work_use (task_id, subject_type, subject_id) WHERE removed_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
