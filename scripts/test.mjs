// `npm test`: unit, API, queue and journey tests (Jest), the start-up scripts (Node), the web (Vitest).
// Arguments are given to Jest and leave the rest out: `npm test -- permits`.
import './ensure-deps.mjs';
import { conclude, jest, nodeTests, vitest } from './lib/counts.mjs';
import { inRoot } from './lib/paths.mjs';

const args = process.argv.slice(2);
const server = await jest(args.length > 0 ? ['--passWithNoTests', ...args] : []);
if (args.length > 0) conclude(server);
else conclude(server, await nodeTests(['launcher', 'settings'].map(name => inRoot(`test/harness/${name}.test.mjs`))), await vitest());
