import { NestFactory } from '@nestjs/core';
import { Db, loadCity, loadEnv, verifyAudit } from '@huanbao/platform';
import { SeedModule } from '../seed.module';

/** `npm run audit:verify`: walks the whole audit chain; exit 0 when it is whole, 1 with the first broken row otherwise. */
async function main(): Promise<void> {
  const env = loadEnv(process.env);
  const app = await NestFactory.createApplicationContext(SeedModule.forRoot({ env, city: loadCity(env.HB_CITY_FILE) }), { logger: ['error'], abortOnError: false });
  try {
    const verdict = await verifyAudit(app.get(Db));
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
