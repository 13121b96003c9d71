import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';
import { closure } from './budget.ts';

const SOURCE = fileURLToPath(new URL('../src/shared/field/sw.ts', import.meta.url));
const WORKER = 'sw.js';
/** Pages that are opened in a yard without a network, the frame around them and the words on them. */
const OFF_THE_NET = [
  /\/layouts\/PortalLayout\.tsx$/,
  /\/features\/inspections\/Inspection(?:List)?Page\.tsx$/,
  /\/features\/site-checks\/SiteCheckPage\.tsx$/,
  /\/i18n\/texts\/common\.en\.ts$/,
  /\/features\/(?:inspections|enforcement|site-checks)\/texts\/(?:zh-CN|en)\.ts$/,
];

/**
 * Builds `sw.js` beside the page: the worker that opens the field pages off the net, with the list of the files of this very build.
 * Any change of a file changes its name, the list, and with it the worker: the browser then fetches the new one by itself.
 */
export function fieldWorker(): Plugin {
  return {
    name: 'huanbao-field-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: SOURCE, fileName: WORKER });
    },
    // after everybody: chunks that hold nothing but styles are taken out by Vite itself
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[WORKER];
        if (worker?.type !== 'chunk' || worker.imports.length > 0) this.error('The worker has to stand alone in one file');
        const entry = chunksOf(bundle).find(chunk => chunk.isEntry && chunk.fileName !== WORKER);
        if (!entry) this.error('The page has no entry');
        const missing = OFF_THE_NET.find(pattern => !chunksOf(bundle).some(chunk => pattern.test(chunk.facadeModuleId ?? '')));
        if (missing) this.error(`No page of the field is ${missing.source}`);
        const files = [...filesOf(bundle, entry)].map(name => `/${name}`).sort();
        const version = createHash('sha256').update(files.join('\n')).update(worker.code).digest('hex').slice(0, 16);
        worker.code = worker.code.replaceAll('__FIELD_BUILD__', JSON.stringify({ version, entry: `/${entry.fileName}`, files: [...files, '/favicon.svg'] }));
      },
    },
    writeBundle(_options, bundle) {
      const worker = bundle[WORKER];
      const listed = worker?.type === 'chunk' ? [...worker.code.matchAll(/"\/(assets\/[^"]+)"/g)].map(([, name]) => name ?? '') : [];
      const gone = listed.filter(name => !(name in bundle));
      if (gone.length > 0 || listed.length === 0) this.error(`The worker lists what is not there: ${gone.join(', ')}`);
    },
  };
}

const chunksOf = (bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] => Object.values(bundle).filter(output => output.type === 'chunk');

function filesOf(bundle: Rolldown.OutputBundle, entry: Rolldown.OutputChunk): Set<string> {
  const pages = chunksOf(bundle).filter(chunk => OFF_THE_NET.some(pattern => pattern.test(chunk.facadeModuleId ?? '')));
  return closure([entry, ...pages], bundle);
}
