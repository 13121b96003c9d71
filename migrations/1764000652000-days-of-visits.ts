import { MigrationInterface, QueryRunner } from 'typeorm';

/** The day of a visit as it was closed for signing, each time with its reason: a later change stays to be read. */
export class DaysOfVisits1764000652000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE inspection ADD COLUMN held_days jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
