// `npm run test:redis`: the queue's promises once more, with BullMQ on a Redis.
import './ensure-deps.mjs';
import { conclude, jest } from './lib/counts.mjs';
import { redisInstalled, startRedis } from './lib/redis.mjs';

if (!redisInstalled()) {
  console.error('redis-server is not installed, so nothing was tested on Redis. Install it (Debian: apt-get install redis-server) and run again.');
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const redis = await startRedis();
process.env.HB_TEST_QUEUE_URL = redis.url;
const result = await jest(['--selectProjects', 'queue']).finally(() => redis.kill());
conclude(result);
