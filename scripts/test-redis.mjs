// `npm run test:redis`: the queue's promises once more with BullMQ on a Redis, then the whole platform on Redis and an
// S3 store, as production starts it, with the two main journeys walked on it.
import './ensure-deps.mjs';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { conclude, jest, runLoud } from './lib/counts.mjs';
import { artifacts, inRoot } from './lib/paths.mjs';
import { redisInstalled, startRedis } from './lib/redis.mjs';
import { Stack } from './lib/stack.mjs';

/** A file store that speaks S3, in this process. */
async function startStore(folder) {
  const { default: S3rver } = await import('s3rver');
  const store = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: 'huanbao' }] });
  await store.configureBuckets();
  const server = createServer(store.callback());
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return { url: `s3://S3RVER:S3RVER@127.0.0.1:${server.address().port}/huanbao?tls=false`, close: () => server.close().closeAllConnections() };
}

/** @returns {Promise<import('./lib/counts.mjs').Counts>} one count: all steps of both journeys, or not */
async function journeysAsInProduction(redisUrl) {
  const data = join(artifacts, 'redis-data');
  rmSync(data, { recursive: true, force: true });
  const store = await startStore(join(data, 's3'));
  const stack = new Stack({ data, port: 0, throwaway: true, env: { QUEUE_URL: redisUrl, STORAGE_URL: store.url }, note: line => console.log(line) });
  try {
    await stack.start();
    const code = await runLoud([inRoot('dist/test/journeys/smoke.js'), stack.baseUrl, stack.accountsFile]);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  } finally {
    await stack.stop();
    store.close();
  }
}

if (!redisInstalled()) {
  console.error('redis-server is not installed, so nothing was tested on Redis. Install it (Debian: apt-get install redis-server) and run again.');
  conclude({ passed: 0, failed: 1 });
} else {
  const redis = await startRedis();
  try {
    conclude(await jest(['--selectProjects', 'queue'], { HB_TEST_QUEUE_URL: redis.url }, 'jest-redis'), await journeysAsInProduction(redis.url));
  } finally {
    redis.kill();
  }
}
