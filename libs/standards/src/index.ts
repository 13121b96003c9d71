export type { Industry } from './industries/industries';
export { industriesBelow, INDUSTRY_STANDARD, industryOf, industryPath, searchIndustries } from './industries/industries';
export type { Catalogue, CatalogueEntry, PermitLevel, Question, Words } from './permit-classes/types';
export type { Answers } from './permit-classes/evaluate';
export type { Asking, Decided, EntryVerdict } from './permit-classes/classify';
export { classify, entryFor } from './permit-classes/classify';
export { catalogueOn, CATALOGUES } from './permit-classes/catalogues';
export * from './emissions';
