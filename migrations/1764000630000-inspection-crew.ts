import { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers who were replaced before the party signed, and what was noted where a record was sealed without one of its signatures. */
export class InspectionCrew1764000630000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE inspection ADD COLUMN crew_changes jsonb NOT NULL DEFAULT '[]', ADD COLUMN seal_note jsonb`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
