import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { City, Env, loadCity, loadEnv, migrate } from '@huanbao/platform';
import { SeedModule } from './seed.module';
import { seedDemo, seedReferenceData } from './seed';

const MIGRATIONS = join(__dirname, '../../../migrations/*.js');

const { values: options } = parseArgs({
  options: {
    accounts: { type: 'string', default: '.data/demo-accounts.json' },
  },
});

/**
 * Makes a database ready before api and worker start: migrations, reference data, and the demonstration city when the
 * database has no organisation yet. Safe to run again and from several processes.
 *
 * `--accounts FILE` says where the demo accounts are written.
 */
async function prepare(): Promise<void> {
  const url = process.env['DATABASE_URL'] ?? '';
  const report = await migrate(url, MIGRATIONS, !process.env['QUEUE_URL']?.startsWith('redis'));
  say({ step: 'migrated', applied: report.applied.length });
  const env = loadEnv(process.env);
  await seed(env, loadCity(env.HB_CITY_FILE), options.accounts);
}

async function seed(env: Env, city: City, accountsFile: string): Promise<void> {
  const app = await NestFactory.createApplicationContext(SeedModule.forRoot({ env, city }), { logger: ['error', 'warn'], abortOnError: false });
  try {
    await seedReferenceData(app);
    say({ step: 'reference-data' });
    const accounts = env.HB_DEMO ? await seedDemo(app) : undefined;
    if (!accounts) return;
    mkdirSync(dirname(accountsFile), { recursive: true });
    writeFileSync(accountsFile, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
    say({ step: 'demo-city', accounts: accounts.length });
  } finally {
    await app.close();
  }
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

prepare().then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`prepare: ${error.stack ?? error.message}\n`);
    process.exit(1);
  },
);
