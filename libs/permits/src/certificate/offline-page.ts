import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program without a library of its own: the web uses the same one. */
const ASSETS = join(__dirname, '../../../offline-check/assets');

export interface OfflinePage {
  readonly issuer: string;
  /** Today's key first, then former ones that are still trusted. */
  readonly keys: readonly string[];
  /** Day on which the page was handed out. */
  readonly asOf: string;
}

/** One page with everything in it, to be saved and used without a network: the program, the published keys, nothing else. */
export function offlinePage(given: OfflinePage): string {
  const program = readFileSync(join(ASSETS, 'check.mjs'), 'utf8').replace(/^export /gm, '');
  const known = JSON.stringify(given).replaceAll('<', '\\u003c');
  // replaced by functions: a dollar sign in the program means nothing
  return readFileSync(join(ASSETS, 'page.html'), 'utf8').replace('/*PROGRAM*/', () => program).replace('/*KNOWN*/', () => `const KNOWN = ${known};`);
}
