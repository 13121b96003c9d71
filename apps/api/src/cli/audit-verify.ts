import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { Db, loadCity, loadEnv, verifyAudit } from '@huanbao/platform';
import { SeedModule } from '../seed.module';

const { values: options } = parseArgs({ options: { expect: { type: 'string' } } });

/** `--expect 1234:<hash>`: row and hash as an earlier run printed them. */
function anchor(): { seq: number; hash: string } | undefined {
  if (options.expect === undefined) return undefined;
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(options.expect) ?? [];
  if (!seq || !hash) throw new Error('--expect takes <number of rows>:<64 hex characters of the hash>, as printed by an earlier run');
  return { seq: Number(seq), hash };
}

/** `npm run audit:verify`: walks the whole audit chain; exit 0 when it is whole, 1 with the first broken row otherwise. */
async function main(): Promise<void> {
  const expected = anchor();
  const env = loadEnv(process.env);
  const app = await NestFactory.createApplicationContext(SeedModule.forRoot({ env, city: loadCity(env.HB_CITY_FILE) }), { logger: ['error'], abortOnError: false });
  try {
    const verdict = await verifyAudit(app.get(Db), expected);
    process.stdout.write(`${JSON.stringify(verdict)}\n`);
    process.exitCode = verdict.whole ? 0 : 1;
  } finally {
    await app.close();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`audit-verify: ${error.message}\n`);
  process.exitCode = 2;
});
