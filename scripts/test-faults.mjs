// `npm run test:faults`: what is killed while work goes on: workers and the queue (test/faults/queue.test.mjs), the
// database, a worker in a review, the api in an upload (test/faults/platform.test.mjs). Arguments choose by a part of the name.
import './ensure-deps.mjs';
import { buildServer } from './build.mjs';
import { conclude, nodeTests } from './lib/counts.mjs';
import { inRoot } from './lib/paths.mjs';

const wanted = process.argv.slice(2);
const files = ['queue', 'platform'].filter(name => wanted.length === 0 || wanted.some(part => name.includes(part)));

await buildServer();
conclude(await nodeTests(files.map(name => inRoot(`test/faults/${name}.test.mjs`))));
