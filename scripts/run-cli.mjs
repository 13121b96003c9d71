// Runs one of the command-line tools of apps/api/src/cli on the database of this checkout (or on DATABASE_URL).
import './ensure-deps.mjs';
import { existsSync } from 'node:fs';
import { buildServer } from './build.mjs';
import { startPostgres } from './lib/embedded-postgres.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/processes.mjs';
import { secretsIn } from './lib/secrets.mjs';

const [name, ...args] = process.argv.slice(2);
await buildServer();
const script = inRoot(`dist/apps/api/src/cli/${name}.js`);
if (!name || !existsSync(script)) {
  console.error(`There is no tool "${name ?? ''}" in apps/api/src/cli.`);
  process.exit(2);
}
const data = inRoot('.data');
const server = name === 'diagrams' || process.env.DATABASE_URL ? undefined : await startPostgres({ folder: data });
const env = { HB_CITY_FILE: inRoot('config/city.json'), ...process.env, ...(server ? { DATABASE_URL: server.url, ...secretsIn(`${data}/secrets.env`) } : {}) };
try {
  process.stdout.write(await runNode([script, ...args], { env }));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  if (server && !server.reused) await server.stop();
}
