import { outletsNamed } from './named-outlets';

/** What a limit is measured on, as the results of self-monitoring say it. */
export type NamedMedium = 'air' | 'fugitive' | 'noise';

/** Where an exceedance would be that of a work: at these outlets, and at every point of these media. */
export interface NamedPlaces {
  readonly outlets: readonly string[];
  readonly media: readonly NamedMedium[];
}

/** Points without an outlet have names of their own in each permit, so the words of the trade name them. 厂界 without more is both what drifts and what sounds there. */
const WORDS: readonly (readonly [RegExp, readonly NamedMedium[]])[] = [
  [/无组织/, ['fugitive']],
  [/噪声|噪音|降噪|隔声/, ['noise']],
  [/有组织/, ['air']],
  [/厂界(?!\s*(?:环境)?\s*(?:噪声|噪音|无组织))/, ['fugitive', 'noise']],
];

export function mediaNamed(text: string): NamedMedium[] {
  const plain = text.normalize('NFKC');
  return [...new Set(WORDS.flatMap(([word, media]) => (word.test(plain) ? media : [])))].sort();
}

/**
 * Where a work shows: at the outlets its text names, and at boundary, fugitive and noise points it names beside them. Where it names no outlet, its title
 * decides: noise walls do not answer for a stack; a word in passing of the description narrows nothing. Null is the whole plant.
 */
export function placesOf({ title, text }: { readonly title: string; readonly text: string }): NamedPlaces | null {
  const outlets = outletsNamed(text);
  if (outlets.length > 0) return { outlets, media: mediaNamed(text) };
  const media = mediaNamed(title);
  return media.length > 0 ? { outlets, media } : null;
}
