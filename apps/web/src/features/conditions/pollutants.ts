import { textOf } from '@/i18n';

interface Named {
  readonly pollutant: string;
  readonly pollutantTitle: { readonly zh: string; readonly en: string };
}

/** A pollutant in the word people use, with its formula where the code is one: 氮氧化物（NOx）, 动植物油. */
export function pollutantWord({ pollutant, pollutantTitle }: Named): string {
  const word = textOf(pollutantTitle);
  return word === pollutant || !/^[A-Z]/.test(pollutant) ? word : `${word}（${pollutant}）`;
}
