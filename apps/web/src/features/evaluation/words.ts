import { useLanguage } from '@/i18n';
import type { Words } from './model';

/** Picks the sentence of the reader's language. */
export function useWords(): (words: Words) => string {
  const english = useLanguage() === 'en';
  return words => (english ? words.en : words.zh);
}
