/** A sentence in both languages that says how to mend what is wrong. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

export type Parsed<P> =
  | { readonly ok: true; readonly value: string; readonly parts: P; readonly warnings: readonly Sentence[] }
  | ({ readonly ok: false; readonly code: string } & Sentence);

/** 全角 to half width, capitals, no white space: what people paste becomes what was meant. */
export function normaliseCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\ufeff]/g, '').toUpperCase();
}

export const failed = (code: string, zh: string, en: string): { readonly ok: false; readonly code: string } & Sentence => ({ ok: false, code, zh, en });
