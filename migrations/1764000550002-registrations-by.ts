import { MigrationInterface, QueryRunner } from 'typeorm';

/** What the lists of registrations and applications are sorted and narrowed by. */
export class RegistrationsBy1764000550002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX permit_registration_by_end ON permit_registration (valid_to, id);
      CREATE INDEX permit_registration_by_name ON permit_registration (enterprise_name, id);
      CREATE INDEX permit_registration_by_industry ON permit_registration (industry_code text_pattern_ops, id DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
