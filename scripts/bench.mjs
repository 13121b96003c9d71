// `npm run bench [-- NAME]`: runs test/bench/NAME.mjs; without a name the endpoints everybody uses. `permits` and `records` load a million; `market` has 500 firms bid in the last minute; `form` and `review` take an application of 300 outlets; `credit` computes 10,000 enterprises with 200 events each.
import './ensure-deps.mjs';
import { existsSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';

const name = process.argv.slice(2).find(word => /^[a-z]+$/.test(word)) ?? 'endpoints';
const bench = inRoot('test', 'bench', `${name}.mjs`);
if (!existsSync(bench)) {
  console.error(`There is no benchmark ${name}. There are: credit, endpoints, form, market, permits, records, review.`);
  process.exit(1);
}
await import(bench);
