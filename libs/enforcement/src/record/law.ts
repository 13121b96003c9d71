import type { Text } from '@huanbao/permits';

const text = (zh: string, en: string): Text => ({ zh, en });

export const HARMS = { slight: text('轻微', 'Slight'), medium: text('一般', 'Medium'), serious: text('严重', 'Serious') } as const satisfies Record<string, Text>;
export const FAULTS = { first: text('初次、非故意', 'First, not wilful'), repeated: text('再次发生', 'Repeated'), wilful: text('故意', 'Wilful') } as const satisfies Record<string, Text>;
export const SUGGESTIONS = { order: text('责令改正', 'Order to correct'), rectify: text('限期整改', 'Rectify within a period'), 'penalty-clue': text('移送立案审查', 'Clue for a penalty') } as const satisfies Record<string, Text>;
export const DECISIONS = { ...SUGGESTIONS, none: text('不处理', 'Nothing') } as const satisfies Record<string, Text>;
export type Harm = keyof typeof HARMS;
export type Fault = keyof typeof FAULTS;
export type Suggestion = keyof typeof SUGGESTIONS;
export type Decision = keyof typeof DECISIONS;

export interface LawRow {
  readonly key: string;
  /** Short words of the violation. */
  readonly title: string;
  /** Law and article that forbid and punish it. */
  readonly legalBasis: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly verified: boolean;
}

export interface MatrixRow extends Pick<LawRow, 'effectiveFrom' | 'effectiveTo' | 'legalBasis' | 'verified'> {
  /** `harm:fault`. */
  readonly key: string;
  readonly value: string;
}

export interface Library {
  readonly laws: readonly LawRow[];
  readonly matrix: readonly MatrixRow[];
  /** Each violation once, in the words of its newest row. */
  readonly violations: readonly { readonly key: string; readonly title: string }[];
}

const holds = (day: string) => ({ effectiveFrom, effectiveTo }: Pick<LawRow, 'effectiveFrom' | 'effectiveTo'>): boolean => effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo);

/** The law that held on the day of conduct; of several the newest. */
export function lawOn(laws: readonly LawRow[], violation: string, day: string): LawRow | null {
  return laws.filter(one => one.key === violation && holds(day)(one)).sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0] ?? null;
}

/** What the matrix of the day of the visit suggests; null where it has no row. */
export function suggestionFor(matrix: readonly MatrixRow[], harm: string, fault: string, day: string): Suggestion | null {
  const [row] = matrix.filter(one => one.key === `${harm}:${fault}` && holds(day)(one)).sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  return row && row.value in SUGGESTIONS ? (row.value as Suggestion) : null;
}

export function violationsOf(laws: readonly LawRow[]): Library['violations'] {
  const newest = new Map<string, LawRow>();
  for (const row of laws) if ((newest.get(row.key)?.effectiveFrom ?? '') <= row.effectiveFrom) newest.set(row.key, row);
  return [...newest.values()].map(({ key, title }) => ({ key, title }));
}
