import { MigrationInterface, QueryRunner } from 'typeorm';

/** Public results of one verdict or one medium are read in their order from an index, page by page. */
export class PublicResultsNarrowed1764000714000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX monitoring_result_public_verdict ON monitoring_result (verdict, sampled_on DESC, id DESC) WHERE method = 'manual';
      CREATE INDEX monitoring_result_public_medium ON monitoring_result (medium, sampled_on DESC, id DESC) WHERE method = 'manual';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
