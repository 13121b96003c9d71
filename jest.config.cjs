const { readFileSync } = require('node:fs');

const swc = JSON.parse(readFileSync(`${__dirname}/.swcrc`, 'utf8'));

const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  // content-disposition 2 (under @fastify/static) is an ES module, which jest on Node 20 cannot require as it is
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, sourceMaps: 'inline' }], 'content-disposition/.+\\.js$': ['@swc/jest', swc] },
  transformIgnorePatterns: ['/node_modules/(?!content-disposition/)'],
  moduleNameMapper: { '^@huanbao/(.*)$': '<rootDir>/libs/$1/src' },
  setupFiles: ['reflect-metadata'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/apps/web', '<rootDir>/test/.artifacts'],
};

/** Files with a database share one PostgreSQL; each file gets its own database from a template. */
const withDatabase = {
  ...common,
  globalSetup: '<rootDir>/test/harness/global-setup.cjs',
  globalTeardown: '<rootDir>/test/harness/global-teardown.cjs',
};

module.exports = {
  maxWorkers: 2,
  // Jest keeps what each file has loaded; a worker that has grown is begun anew before the collector takes its time
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/test/harness/sequencer.cjs',
  // generous: what is slow on a busy machine is not wrong
  testTimeout: 360_000,
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/{api,worker}/**/*.spec.ts', '<rootDir>/test/contracts/**/*.spec.ts'] },
    { ...withDatabase, displayName: 'api', testMatch: ['<rootDir>/test/api/**/*.spec.ts'] },
    { ...withDatabase, displayName: 'queue', testMatch: ['<rootDir>/test/queue/**/*.spec.ts'] },
    { ...withDatabase, displayName: 'journeys', testMatch: ['<rootDir>/test/journeys/**/*.spec.ts'] },
  ],
};
