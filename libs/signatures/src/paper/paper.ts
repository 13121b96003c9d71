import type { PdfPage } from '@huanbao/documents';

/** What a room may draw of what was signed. */
export type PaperPage = Pick<PdfPage, 'heading' | 'paragraph' | 'keyValues' | 'table'>;

const STROKES = ['heading', 'paragraph', 'keyValues', 'table'] as const;
type Stroke = (typeof STROKES)[number];

/** The paper as data: each stroke with what it was given. */
export type Paper = readonly (readonly [Stroke, ...unknown[]])[];

/**
 * Draws on a list instead of a page. What the signer saw is fixed in the transaction of the act; the worker only lays it out
 * later, and a form whose words change in between changes nothing of it.
 */
export function recorded(draw: (page: PaperPage) => void): Paper {
  const paper: (readonly [Stroke, ...unknown[]])[] = [];
  const page = Object.fromEntries(STROKES.map(stroke => [stroke, (...given: unknown[]) => void paper.push([stroke, ...given])]));
  draw(page as unknown as PaperPage);
  return JSON.parse(JSON.stringify(paper)) as Paper;
}

/** @throws Error for a stroke that no page has: the paper was not written by `recorded`. */
export function replay(paper: Paper, page: PaperPage): void {
  for (const [stroke, ...given] of paper) {
    if (!STROKES.includes(stroke)) throw new Error(`A paper knows no ${String(stroke)}`);
    (page[stroke] as (...given: unknown[]) => void).apply(page, given);
  }
}
