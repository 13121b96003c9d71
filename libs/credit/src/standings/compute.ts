import type { KeptResult } from '../credit.entity';
import { evaluate } from '../engine/evaluate';
import { dayAfter, type Ledger } from '../engine/ledger';
import type { Outcome } from '../engine/outcome';
import type { DaySchemes, LoadedScheme } from '../schemes/scheme-book';

/** Types whose rows are values of indicators. */
export const READINGS: readonly string[] = ['reading', 'firm.reading'];

/** All schemes of a day on one ledger. */
export interface Computed {
  readonly outcomes: readonly { readonly loaded: LoadedScheme; readonly outcome: Outcome; readonly inForce: boolean }[];
  readonly results: readonly KeptResult[];
  readonly activeEvents: number;
  readonly nextChangeOn: string | null;
}

const earliest = (days: readonly (string | null)[]): string | null => days.reduce<string | null>((first, day) => (day !== null && (first === null || day < first) ? day : first), null);

export const isReading = (type: string): boolean => READINGS.includes(type);

export function compute({ schemes, inForce, day }: DaySchemes, ledger: Ledger): Computed {
  const outcomes = schemes.map(loaded => ({ loaded, outcome: evaluate(loaded.compiled, ledger, day), inForce: loaded.scheme.key === inForce }));
  const [first] = outcomes;
  const ends = schemes.map(({ scheme }) => (scheme.effectiveTo === null ? null : dayAfter(scheme.effectiveTo)));
  return {
    outcomes,
    results: outcomes.map(({ loaded, outcome, inForce: holds }) => keptOf(loaded, outcome, holds)),
    activeEvents: first ? first.outcome.standings.filter(one => one.status === 'active' && !isReading(one.event.type)).length : 0,
    nextChangeOn: earliest([...outcomes.map(one => one.outcome.nextChangeOn), ...ends]),
  };
}

function keptOf({ scheme, compiled }: LoadedScheme, { score, grade, vetoes }: Outcome, inForce: boolean): KeptResult {
  const place = compiled.tiers.findIndex(tier => tier.code === grade);
  const tier = compiled.tiers[place];
  return { scheme: scheme.key, schemeTitle: scheme.title, inForce, score, grade, gradeTitle: tier?.title ?? grade, colour: tier?.row.attributes.colour ?? 'grey', place, vetoes };
}
