import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const WORTH_IT_BYTES = 1024;
const TEXT = /\.(?:js|css|svg|json|txt)$/;

/**
 * Writes `<file>.gz` beside every text asset, so that the server sends ready bytes (nginx `gzip_static`).
 * `index.html` is left out: its CSP nonce is filled in per request.
 */
export function precompress(): Plugin {
  return {
    name: 'huanbao-precompress',
    apply: 'build',
    enforce: 'post',
    writeBundle(options) {
      const root = options.dir;
      if (!root) return;
      for (const entry of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
        if (!TEXT.test(entry)) continue;
        const bytes = readFileSync(join(root, entry));
        if (bytes.length >= WORTH_IT_BYTES) writeFileSync(join(root, `${entry}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}
