import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** What a first visit may weigh, in KB after gzip (1 KB = 1024 bytes), scripts and styles together. */
const BUDGET_KB = { public: 350, role: 550 } as const;

/** Areas a visitor meets without an account. Every other area is a role area. */
const PUBLIC_AREAS = new Set(['public', 'auth']);
const PAGE = /\/src\/(?:areas|features)\/([^/]+)\/(?:.*\/)?[A-Z][A-Za-z]*Page\.tsx$/;

interface Weighed {
  readonly page: string;
  readonly kind: keyof typeof BUDGET_KB;
  readonly kb: number;
}

/**
 * Weighs every lazily loaded page (entry + layout + page, each with all its static imports) and fails the build when
 * one is too heavy. The number is what a person on a slow line waits for.
 */
export function budget(): Plugin {
  return {
    name: 'huanbao-budget',
    apply: 'build',
    writeBundle(_options, bundle) {
      const pages = weighPages(bundle);
      const heaviest = (kind: Weighed['kind']) => pages.filter(p => p.kind === kind).sort((a, b) => b.kb - a.kb)[0];
      for (const kind of ['public', 'role'] as const) {
        const page = heaviest(kind);
        if (page) this.environment.logger.info(`heaviest ${kind} page: ${page.page} ${page.kb} KB gz of ${BUDGET_KB[kind]}`);
      }
      const over = pages.filter(page => page.kb > BUDGET_KB[page.kind]);
      if (over.length > 0) this.error(over.map(p => `${p.page}: ${p.kb} KB gz, allowed ${BUDGET_KB[p.kind]}`).join('\n'));
    },
  };
}

function weighPages(bundle: Rolldown.OutputBundle): Weighed[] {
  const sizes = new Map<string, number>();
  const weight = (file: string): number => {
    const known = sizes.get(file);
    if (known !== undefined) return known;
    const output = bundle[file];
    const source = output?.type === 'chunk' ? output.code : (output?.source ?? '');
    const bytes = gzipSync(source).length;
    sizes.set(file, bytes);
    return bytes;
  };
  const chunks = Object.values(bundle).filter(output => output.type === 'chunk');
  const named = (test: (module: string) => boolean) => chunks.filter(c => c.facadeModuleId && test(c.facadeModuleId));
  // the worker of the field is an entry of its own, and no page waits for it
  const entry = chunks.filter(chunk => chunk.isEntry && chunk.fileName !== 'sw.js');
  return named(module => PAGE.test(module)).map(page => {
    const area = PAGE.exec(page.facadeModuleId ?? '')?.[1] ?? '';
    const kind = PUBLIC_AREAS.has(area) ? 'public' : 'role';
    const layout = named(module => module.endsWith(kind === 'public' ? '/PublicLayout.tsx' : '/PortalLayout.tsx'));
    const files = closure([...entry, ...layout, page], bundle);
    const bytes = [...files].reduce((sum, file) => sum + weight(file), 0);
    return { page: `${area}/${page.name}`, kind, kb: Math.round(bytes / 1024) };
  });
}

/** All files that must arrive before these chunks run: static imports and their style sheets. */
export function closure(start: readonly Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): Set<string> {
  const files = new Set<string>();
  const visit = (file: string): void => {
    const output = bundle[file];
    if (files.has(file) || !output) return;
    files.add(file);
    if (output.type !== 'chunk') return;
    output.imports.forEach(visit);
    const styles = (output as { viteMetadata?: { importedCss?: Set<string> } }).viteMetadata?.importedCss ?? new Set<string>();
    styles.forEach(visit);
  };
  start.forEach(chunk => visit(chunk.fileName));
  return files;
}
