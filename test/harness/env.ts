import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Env, loadEnv } from '@huanbao/platform';

/** Settings of one test process: own keys, own folders, generous limits, no noise. */
export function testEnv(databaseUrl: string, over: Record<string, string> = {}): Env {
  return loadEnv({ ...testSettings(databaseUrl), ...over });
}

/** The same as environment variables, for a process of its own. */
export function testSettings(databaseUrl: string): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'huanbao-files-'));
  const seal = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  return {
    DATABASE_URL: databaseUrl,
    STORAGE_URL: `disk:${join(folder, 'files')}`,
    MAIL_URL: `file:${join(folder, 'mail')}`,
    HB_MODE: 'test',
    HB_LOG_LEVEL: 'silent',
    HB_TOKEN_SECRET: randomBytes(32).toString('hex'),
    HB_FIELD_KEYS: `k1:${randomBytes(16).toString('hex')}`,
    HB_SIGNING_KEY: `0${randomBytes(32).toString('hex').slice(1)}`,
    HB_SEAL_KEY: seal,
    HB_RATE_FACTOR: '1000',
  };
}
