// Keys of one installation, made once. Whoever loses this file can no longer read encrypted fields or open sealed bids.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, readFileSync } from 'node:fs';

const hex = bytes => randomBytes(bytes).toString('hex');

/** Formats as libs/platform/src/config/env.ts asks for them. */
const MAKE = {
  HB_TOKEN_SECRET: () => hex(32),
  HB_FIELD_KEYS: () => `k1:${hex(16)}`,
  HB_SIGNING_KEY: () => `0${hex(32).slice(1)}`, // below the order of the SM2 group
  HB_SEAL_KEY: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
};

/**
 * Secrets for the processes: those of the environment win, missing ones are made and kept.
 * @param {string} file `NAME=value` lines, mode 0600
 * @returns {Record<string, string>}
 */
export function secretsIn(file, environment = process.env) {
  const kept = existsSync(file) ? parse(readFileSync(file, 'utf8')) : {};
  const missing = Object.keys(MAKE).filter(name => !environment[name] && !kept[name]);
  for (const name of missing) kept[name] = MAKE[name]();
  if (missing.length > 0) {
    appendFileSync(file, missing.map(name => `${name}=${kept[name]}\n`).join(''), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return Object.fromEntries(Object.keys(MAKE).map(name => [name, environment[name] || kept[name]]));
}

const parse = text => Object.fromEntries(text.split('\n').filter(line => line.includes('=')).map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1).trim()]));
