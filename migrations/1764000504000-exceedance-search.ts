import { MigrationInterface, QueryRunner } from 'typeorm';

/** Results above their limits are found by words, like any list. */
export class ExceedanceSearch1764000504000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE exceedance ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (enterprise_name || ' ' || site_name || ' ' || place) STORED;
      CREATE INDEX exceedance_words ON exceedance USING gin (bigrams(search));
      CREATE INDEX exceedance_sampled ON exceedance (sampled_on DESC, id DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
