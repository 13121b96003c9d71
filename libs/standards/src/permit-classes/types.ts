/** Level of management of 《排污许可管理条例》第二条: 重点管理, 简化管理, 登记管理; strictest first. */
export type PermitLevel = 'key' | 'simplified' | 'registration';

export const LEVELS: readonly PermitLevel[] = ['key', 'simplified', 'registration'];

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What is asked of a person. Numbers are decimal texts in the unit given. */
export interface Question {
  readonly kind: 'yes-no' | 'number';
  readonly ask: Words;
  readonly unit?: Words;
  readonly help?: Words;
}

/** A condition of one column of the catalogue, over the chosen class and the answers. */
export type Condition =
  | { readonly op: 'always' }
  | { readonly op: 'industry'; readonly codes: readonly string[] }
  | { readonly op: 'yes'; readonly question: string }
  | { readonly op: 'at-least' | 'more-than'; readonly question: string; readonly value: string }
  | { readonly op: 'process'; readonly level: PermitLevel }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] };

/** One cell of the catalogue: its words as promulgated, and what they mean for a machine. */
export interface Column {
  readonly text: string;
  readonly when: Condition;
}

export interface CatalogueEntry {
  /** Number in the catalogue, 1–112. */
  readonly no: number;
  readonly title: string;
  /** Groups (3 digits) or classes (4 digits) of GB/T 4754 it covers; none for 108–112. */
  readonly industries: readonly string[];
  /** Classes of these groups that another entry covers. */
  readonly except?: readonly string[];
  readonly columns: Readonly<Partial<Record<PermitLevel, Column>>>;
}

export interface Catalogue {
  readonly edition: string;
  readonly basis: Words;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  /** Whether every row was compared with the promulgated text by a person. */
  readonly verified: boolean;
  readonly entries: readonly CatalogueEntry[];
  readonly questions: Readonly<Record<string, Question>>;
}
