import { ConfigError, Env, loadEnv } from './env';

const GOOD: Record<string, string> = {
  DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/huanbao',
  HB_TOKEN_SECRET: 't'.repeat(32),
  HB_FIELD_KEYS: `k1:${'0'.repeat(32)}`,
  HB_SIGNING_KEY: '1'.repeat(64),
  HB_SEAL_KEY: 's'.repeat(40),
};
const PRODUCTION = { ...GOOD, HB_MODE: 'production', HB_SECURE_COOKIES: 'true' };

/** What the start would say. */
function complaints(source: Record<string, string | undefined>): readonly string[] {
  try {
    loadEnv(source);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('settings', () => {
  it('need five things and have a default for the rest', () => {
    expect(loadEnv(GOOD)).toMatchObject({ HB_PORT: 3000, HB_DEMO: false, HB_JOB_LEASE_SECONDS: 30, STORAGE_URL: 'disk:.data/files', HB_MODE: 'development' });
    for (const name of Object.keys(GOOD)) {
      const said = complaints({ ...GOOD, [name]: undefined });
      expect(said.join('\n')).toContain(name);
    }
    expect(new Set(complaints({}).map(text => text.split(' ')[0]))).toEqual(new Set(Object.keys(GOOD)));
  });

  it('an empty value is the default, not a mistake', () => {
    const empty = Object.fromEntries(Object.keys(new Env()).map(name => [name, '']));
    expect(loadEnv({ ...empty, QUEUE_URL: '', CLAMAV_URL: '', HB_WORKER_PORT: '', HB_METRICS_TOKEN: '', HB_WEB_ROOT: '', ...GOOD })).toEqual(loadEnv(GOOD));
  });

  it.each([
    ['DATABASE_URL', 'mysql://host/db'], ['QUEUE_URL', 'amqp://host'], ['STORAGE_URL', '/files'], ['MAIL_URL', 'mail@host'], ['CLAMAV_URL', 'http://host:3310'], ['CLAMAV_URL', 'tcp://host'],
    ['HB_PORT', '0'], ['HB_PORT', '65536'], ['HB_PORT', 'three'], ['HB_PORT', '30.5'], ['HB_PUBLIC_URL', 'huanbao'], ['HB_PUBLIC_URL', 'javascript:alert(1)'], ['HB_MODE', 'prod'], ['HB_LOG_LEVEL', 'loud'],
    ['HB_TRUSTED_PROXIES', '-1'], ['HB_TRUSTED_PROXIES', '6'], ['HB_TOKEN_SECRET', 'short'], ['HB_FIELD_KEYS', 'k1:xyz'], ['HB_FIELD_KEYS', `k1:${'0'.repeat(31)}`], ['HB_FIELD_KEYS', `k1:${'0'.repeat(32)},`],
    ['HB_FIELD_KEYS', `k1:${'0'.repeat(32)},k1:${'1'.repeat(32)}`], ['HB_SIGNING_KEY', '0'.repeat(64)], ['HB_SIGNING_KEY', 'f'.repeat(64)], ['HB_SIGNING_KEY', '1'.repeat(63)], ['HB_SEAL_KEY', 'x'],
    ['HB_METRICS_TOKEN', 'short'], ['HB_WORKER_PORT', '0'], ['HB_SECURE_COOKIES', 'yes'], ['HB_SECURE_COOKIES', 'TRUE'], ['HB_UPLOAD_LIMIT_MB', '0'], ['HB_UPLOAD_LIMIT_MB', '50MB'],
    ['HB_JOB_LEASE_SECONDS', '3601'], ['HB_JOB_CONCURRENCY', '65'], ['HB_DB_POOL', '101'], ['HB_RATE_FACTOR', '0'], ['HB_DEMO', 'maybe'],
  ])('%s = %j is refused by name, and the value is not shown', (name, value) => {
    const said = complaints({ ...GOOD, [name]: value });
    expect(said.length).toBeGreaterThan(0);
    for (const text of said) expect(text).toContain(name);
    if (value.length > 8) expect(said.join()).not.toContain(value);
  });

  it('all mistakes are told at once, unknown names too', () => {
    const said = complaints({ ...GOOD, HB_PORT: 'x', HB_PROT: '3000', HB_DEMO: 'x', PATH: '/bin', HBX: '1' });
    expect(said.map(text => text.split(' ')[0]).filter((name, i, all) => all.indexOf(name) === i).sort()).toEqual(['HB_DEMO', 'HB_PORT', 'HB_PROT']);
  });

  it.each([
    ['no secure cookies', { HB_SECURE_COOKIES: 'false' }, 'HB_SECURE_COOKIES'],
    ['the demonstration city', { HB_DEMO: 'true' }, 'HB_DEMO'],
    ['raised limits', { HB_RATE_FACTOR: '10' }, 'HB_RATE_FACTOR'],
  ])('production refuses %s', (_what, over, name) => {
    expect(complaints(PRODUCTION)).toEqual([]);
    expect(complaints({ ...PRODUCTION, ...over })).toEqual([expect.stringContaining(name)]);
  });

  it.each([['true', true], ['1', true], ['false', false], ['0', false]])('HB_DEMO = %s means %s', (word, meaning) => expect(loadEnv({ ...GOOD, HB_DEMO: word }).HB_DEMO).toBe(meaning));
});
