import { createHash } from 'node:crypto';
import { quartersOf } from './fingerprint/image';
import type { Print } from './fingerprint/reasons';
import { bandsOf } from '@huanbao/likeness';

export interface Mark {
  readonly kind: 'file' | 'row' | 'text' | 'image' | 'stamp' | 'report' | 'author';
  readonly value: string;
}

export const rowMark = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 20);

/** Keys by which a file meets those it may have to do with; stored with an index. */
export function marksOf(print: Print): Mark[] {
  return [
    { kind: 'file', value: print.hash },
    ...print.rows.map((row): Mark => ({ kind: 'row', value: rowMark(row.key) })),
    ...(print.minHash ? bandsOf(print.minHash) : []).map((value): Mark => ({ kind: 'text', value })),
    ...print.images.flatMap(image => quartersOf(image.hash)).map((value): Mark => ({ kind: 'image', value })),
    ...print.stamps.map((stamp): Mark => ({ kind: 'stamp', value: stamp.hash })),
    ...(print.facts?.reportNumbers ?? []).map((number): Mark => ({ kind: 'report', value: number.value })),
    ...(print.author ? [{ kind: 'author', value: print.author } as const] : []),
  ];
}
