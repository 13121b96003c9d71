import type { InspectionRecord } from './model';

interface Dated {
  readonly key: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** The row of a key that holds on a day; of several the newest. As the server reckons it, so that it is known off the net. */
function rowOn<T extends Dated>(rows: readonly T[], key: string, day: string): T | null {
  return rows.filter(one => one.key === key && one.effectiveFrom <= day && (one.effectiveTo === null || day <= one.effectiveTo)).sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0] ?? null;
}

export const lawOn = (laws: InspectionRecord['laws'], violation: string, day: string): InspectionRecord['laws'][number] | null => rowOn(laws, violation, day);

const SUGGESTIONS = ['order', 'rectify', 'penalty-clue'] as const;

export function suggestionFor(matrix: InspectionRecord['matrix'], harm: string, fault: string, day: string): (typeof SUGGESTIONS)[number] | null {
  return SUGGESTIONS.find(one => one === rowOn(matrix, `${harm}:${fault}`, day)?.value) ?? null;
}
