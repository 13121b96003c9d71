import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

const MIGRATION_LOCK = 7_142_000;

export interface MigrationReport {
  readonly applied: readonly string[];
  readonly queueSchema: number | null;
}

/**
 * Brings a database up to date: the house's migrations, then the queue's tables when the queue lives on PostgreSQL.
 * Several processes may start at once; an advisory lock lets one work and the others wait.
 */
export async function migrate(databaseUrl: string, migrations: string, queueOnPostgres = true): Promise<MigrationReport> {
  const guard = new Client({ connectionString: databaseUrl });
  await guard.connect();
  try {
    await guard.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    await assertChineseTrigrams(guard);
    const source = await new DataSource({ type: 'postgres', url: databaseUrl, migrations: [migrations], migrationsTransactionMode: 'each', logging: false }).initialize();
    try {
      const applied = await source.runMigrations();
      const queueSchema = queueOnPostgres ? await runMigrations(guard) : null;
      return { applied: applied.map(m => m.name), queueSchema };
    } finally {
      await source.destroy();
    }
  } finally {
    await guard.end();
  }
}

/** A database with the wrong locale makes trigram indexes silently useless for Chinese; better to stop here. */
async function assertChineseTrigrams(client: Client): Promise<void> {
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  const { rows } = await client.query<{ n: number }>(`SELECT cardinality(show_trgm('中华人民')) AS n`);
  if (!rows[0]?.n) throw new Error('This database was created with a locale without Chinese character classes; see docs/operations.md, "Locale"');
}
