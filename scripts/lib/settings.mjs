// Settings of a local start: secrets made once and kept, defaults for everything else.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SECRETS = {
  HB_TOKEN_SECRET: () => randomBytes(32).toString('hex'),
  HB_FIELD_KEYS: () => `k1:${randomBytes(16).toString('hex')}`,
  // below the order of the SM2 curve, so the first half-byte is zero
  HB_SIGNING_KEY: () => `0${randomBytes(32).toString('hex').slice(1)}`,
  HB_SEAL_KEY: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
};

/** The secrets of this data folder; made at the first start, readable by the owner only. */
export function secretsIn(folder) {
  const file = join(folder, 'secrets.env');
  const known = existsSync(file) ? Object.fromEntries(readFileSync(file, 'utf8').split('\n').filter(Boolean).map(line => line.split(/=(.*)/s).slice(0, 2))) : {};
  const secrets = Object.fromEntries(Object.entries(SECRETS).map(([name, make]) => [name, known[name] ?? make()]));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${Object.entries(secrets).map(([name, value]) => `${name}=${value}`).join('\n')}\n`, { mode: 0o600 });
  return secrets;
}

/** Environment of api and worker for a local start. What the caller's environment says wins. */
export function localEnvironment({ folder, databaseUrl, port, root, over = {} }) {
  return {
    NODE_ENV: 'production',
    ...secretsIn(folder),
    DATABASE_URL: databaseUrl,
    STORAGE_URL: `disk:${join(folder, 'files')}`,
    MAIL_URL: `file:${join(folder, 'mail')}`,
    HB_PORT: String(port),
    HB_PUBLIC_URL: `http://127.0.0.1:${port}`,
    HB_WEB_ROOT: join(root, 'apps/web/dist'),
    HB_CITY_FILE: join(root, 'config/city.json'),
    HB_DEMO: 'true',
    HB_LOG_LEVEL: 'info',
    ...process.env,
    ...over,
  };
}
