import { MigrationInterface, QueryRunner } from 'typeorm';

/** The record of the first of two rounds is kept beside the last one; of rounds that are over it was never drawn. */
export class FirstOpeningRecord1764000621000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE service_task ADD COLUMN first_opening_record_file_id uuid');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
