import { MigrationInterface, QueryRunner } from 'typeorm';

/** That a supervision was not done in time is told before it is established. */
export class ToldBeforeEstablished1764000397000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE rectification_supervision ADD COLUMN default_notice jsonb');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
