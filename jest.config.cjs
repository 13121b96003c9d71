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

/** Packages and rooms are loaded once in a worker, not once in a file: for what looks at the rooms from outside. */
const shared = {
  ...common,
  testEnvironment: '<rootDir>/test/harness/one-realm-environment.cjs',
  runtime: '<rootDir>/test/harness/one-realm-runtime.cjs',
};

/** Files with a database share one PostgreSQL; each file gets its own database from a template. */
const database = {
  globalSetup: '<rootDir>/test/harness/global-setup.cjs',
  globalTeardown: '<rootDir>/test/harness/global-teardown.cjs',
};

/** These define jobs, events and machines of their own, which no other file may meet. */
const MACHINERY = '/(libs|test/api)/(platform|casework)/';

module.exports = {
  maxWorkers: 2,
  // Jest keeps what each file has loaded; a worker that has grown is begun anew before the collector takes its time
  workerIdleMemoryLimit: '1.5GB',
  testSequencer: '<rootDir>/test/harness/sequencer.cjs',
  // generous: what is slow on a busy machine is not wrong
  testTimeout: 360_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/{api,worker}/**/*.spec.ts', '<rootDir>/test/contracts/**/*.spec.ts'], testPathIgnorePatterns: [MACHINERY] },
    { ...common, ...database, displayName: 'machinery', testMatch: ['<rootDir>/libs/{platform,casework}/**/*.spec.ts', '<rootDir>/test/api/{platform,casework}/**/*.spec.ts'] },
    { ...shared, ...database, displayName: 'api', testMatch: ['<rootDir>/test/api/**/*.spec.ts'], testPathIgnorePatterns: [MACHINERY] },
    { ...common, ...database, displayName: 'queue', testMatch: ['<rootDir>/test/queue/**/*.spec.ts'] },
    { ...shared, ...database, displayName: 'journeys', testMatch: ['<rootDir>/test/journeys/**/*.spec.ts'] },
  ],
};
