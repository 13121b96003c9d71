import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Awards made before the platform kept what public money owes after them: nobody can have recorded those steps, and whether they were done is not known.
 * What was due before this day stands on the page and does not ring; what falls due later rings. Awards of which the morning round has spoken go on as they were.
 */
export class StepsOfOldAwards1764000721000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE service_task ADD COLUMN steps_reminded_from date;
      UPDATE service_task SET steps_reminded_from = (now() AT TIME ZONE 'Asia/Shanghai')::date
       WHERE regime <> 'voluntary' AND (awarded_at IS NOT NULL OR opened_at IS NOT NULL)
         AND id::text NOT IN (SELECT subject_id FROM notification WHERE subject_type = 'service-task' AND subject_id IS NOT NULL AND key LIKE 'task:%:remind:after-award:%')
         AND NOT EXISTS (SELECT 1 FROM after_award_record r WHERE r.task_id = service_task.id)
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
