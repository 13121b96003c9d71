import { MigrationInterface, QueryRunner } from 'typeorm';

/** A request for an extension that nobody decided in time lapses. */
export class ExtensionLapses1764000631000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE rectification_extension DROP CONSTRAINT rectification_extension_state;
      ALTER TABLE rectification_extension ADD CONSTRAINT rectification_extension_state CHECK (state IN ('asked', 'approved', 'refused', 'lapsed'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
