import { MigrationInterface, QueryRunner } from 'typeorm';

/** Each rating keeps the day on which it is shown alone: the row of the day it was given says when. */
export class RatingTerms1764000643000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE task_rating ADD COLUMN publish_due timestamptz;
      UPDATE task_rating SET publish_due = given_at + interval '7 days';
      ALTER TABLE task_rating ALTER COLUMN publish_due SET NOT NULL;
      CREATE INDEX task_rating_due ON task_rating (publish_due) WHERE published_at IS NULL;
      UPDATE reference_value SET title = '逾期每计一次' WHERE kind = 'reputation' AND key = 'late' AND title = '每逾期十日'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
