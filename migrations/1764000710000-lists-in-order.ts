import { MigrationInterface, QueryRunner } from 'typeorm';

/** Duties are sorted by enterprise as well, published reports by their period: each order is read from an index, page by page. */
export class ListsInOrder1764000710000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX obligation_by_name ON obligation (enterprise_name, id);
      CREATE INDEX execution_report_period ON execution_report (period_to, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
