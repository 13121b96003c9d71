import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { aliases } from './build/aliases.ts';
import { budget } from './build/budget.ts';
import { fieldWorker } from './build/field-worker.ts';
import { precompress } from './build/precompress.ts';

/** Where `npm run dev` finds the API. The built page is same-origin and needs no setting. */
const API_FOR_DEVELOPMENT = 'http://127.0.0.1:3000';

/** What so many pages import is loaded with every page. */
const PAGES_SHARING = 190;

export default defineConfig({
  plugins: [react(), budget(), fieldWorker(), precompress()],
  resolve: { alias: aliases },
  // The server replaces this word by a fresh nonce for every page (docs: serving the web).
  html: { cspNonce: '__CSP_NONCE__' },
  server: { port: 5173, strictPort: true, proxy: { '/api': { target: API_FOR_DEVELOPMENT, changeOrigin: false } } },
  build: {
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Frameworks change rarely and are needed by all; so is what nearly every page shares, and the icons, a kilobyte each:
          // alone they made a page of a hundred files. antd is deliberately not grouped, or every public page would carry the
          // tables and date pickers of the officers.
          groups: [
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\//, priority: 2 },
            { name: 'kit', test: /node_modules\/(?:@tanstack|i18next|react-i18next|openapi-fetch|dayjs)\//, priority: 1 },
            { name: 'icons', test: /node_modules\/@ant-design\/icons/, priority: 1 },
            { name: 'common', minShareCount: PAGES_SHARING, priority: 0 },
          ],
        },
      },
    },
  },
});
