import { NestFactory } from '@nestjs/core';
import { OfficialBodiesService } from '@huanbao/identity';
import { loadCity, loadEnv } from '@huanbao/platform';
import { SeedModule } from '../seed.module';

const KINDS = ['bureau', 'department', 'bank'] as const;
const USAGE = 'establish <bureau|department|bank> <name> <administrator’s e-mail> <administrator’s name>';

/**
 * `node scripts/run-cli.mjs establish bureau 某某市生态环境局 li@example.gov.cn 李敏`: sets up an official body and invites
 * its first administrator; prints the link, good for seven days.
 */
async function main([kind, name, email, person]: readonly string[]): Promise<void> {
  const known = KINDS.find(each => each === kind);
  if (!known || !name?.trim() || !email?.includes('@') || !person?.trim()) throw new Error(USAGE);
  const env = loadEnv(process.env);
  const app = await NestFactory.createApplicationContext(SeedModule.forRoot({ env, city: loadCity(env.HB_CITY_FILE) }), { logger: ['error'], abortOnError: false });
  try {
    const { token, expiresAt } = await app.get(OfficialBodiesService).found(known, name.trim(), { email, name: person.trim() });
    process.stdout.write(`${env.HB_PUBLIC_URL}/invitation?token=${token}\nuntil ${expiresAt.toISOString()}\n`);
  } finally {
    await app.close();
  }
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`establish: ${error.message}\n`);
  process.exitCode = 2;
});
