import { MigrationInterface, QueryRunner } from 'typeorm';

/** Each filing of a registration keeps the copy of record of what was signed; one whose signature does not hold is undone by a version of its own. */
export class RegistrationRecords1764000703000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE permit_registration_version
        ADD COLUMN record_id uuid,
        DROP CONSTRAINT permit_registration_version_kind_check,
        ADD CONSTRAINT permit_registration_version_kind_check CHECK (kind IN ('first', 'change', 'renew', 'cancel', 'restore'))
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
