import { MigrationInterface, QueryRunner } from 'typeorm';

/** Relations of experts have a first day; of those on record nobody knows it, and they count as having been there all along. */
export class RelationsFirstDay1764000720000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE expert SET relations = (SELECT jsonb_agg(jsonb_build_object('since', NULL) || one ORDER BY nth) FROM jsonb_array_elements(relations) WITH ORDINALITY AS row (one, nth))
       WHERE jsonb_array_length(relations) > 0
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
