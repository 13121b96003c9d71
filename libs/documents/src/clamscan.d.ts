declare module 'clamscan' {
  import type { Readable } from 'node:stream';

  interface Options {
    readonly clamdscan: { readonly host: string; readonly port: number; readonly timeout: number; readonly localFallback: boolean; readonly active: boolean };
    readonly preference: 'clamdscan';
  }

  /** The part of the package that is used here. */
  export default class NodeClam {
    init(options: Options): Promise<NodeClam>;
    scanStream(stream: Readable): Promise<{ isInfected: boolean | null; viruses: string[] }>;
  }
}
