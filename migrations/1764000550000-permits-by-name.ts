import { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of permits is sorted by name as well: without an index of its own a million rows are sorted for each page. */
export class PermitsByName1764000550000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX permit_by_name ON permit (enterprise_name, id)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
