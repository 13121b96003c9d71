import { fileURLToPath } from 'node:url';

const at = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Pure libraries are read from their sources: the browser and the server judge a code by the very same lines. */
export const aliases = {
  '@huanbao/codes': at('../../../libs/codes/src/index.ts'),
  '@huanbao/calendar': at('../../../libs/calendar/src/index.ts'),
  '@huanbao/standards': at('../../../libs/standards/src/index.ts'),
  '@huanbao/sealing': at('../../../libs/sealing/src/index.ts'),
  '@huanbao/offline-check': at('../../../libs/offline-check/assets/check.mjs'),
  '@': at('../src'),
};
