import { CATALOGUE_2019 } from './catalogue-2019';
import type { Catalogue } from './types';

/** Editions in the order they came into force. */
export const CATALOGUES: readonly Catalogue[] = [CATALOGUE_2019];

/** The edition in force on a civil date (`YYYY-MM-DD`); undefined before the first one known here. */
export function catalogueOn(date: string): Catalogue | undefined {
  return CATALOGUES.find(catalogue => catalogue.effectiveFrom <= date && (catalogue.effectiveTo === null || date <= catalogue.effectiveTo));
}
