/** What may be asked about a limit, as it stands in the address of the page. */
export const QUESTION = ['medium', 'source', 'pollutant', 'date', 'inKeyRegion', 'industry', 'builtOn', 'discharge', 'fuel', 'variant', 'averaging', 'tier', 'approval'] as const;
export type LimitQuestion = Partial<Record<(typeof QUESTION)[number], string>>;
