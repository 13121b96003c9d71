import { MigrationInterface, QueryRunner } from 'typeorm';

/** Tasks are found by words, kind and stage together: one index names those that fit, however rarely they meet. */
export class MarketScale1764000199000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION task_terms(words text, kind text, stage text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        -- the same pairs as bigrams(), which cannot be called from here: an index sees no other schema than the system's
        SELECT ARRAY(SELECT DISTINCT substr(lower(words), n, 2) FROM generate_series(1, length(words) - 1) AS n) || ARRAY['k:' || kind, 'g:' || stage]
      $$;
      CREATE INDEX service_task_terms ON service_task USING gin (task_terms(title || ' ' || coalesce(number, '') || ' ' || enterprise_name, kind, stage));
      ALTER INDEX service_task_terms ALTER COLUMN 1 SET STATISTICS 1000;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
