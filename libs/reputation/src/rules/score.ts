import Decimal from 'decimal.js';
import { adjusted, outcomeLines, OutcomeFacts, OutcomeLine } from './outcome';
import type { Parameters } from './parameters';

/** One published rating of a closed contract with what became of the work. */
export interface RatedWork {
  readonly id: string;
  readonly raterId: string;
  /** Weighted mean of the five marks, two decimals. */
  readonly mark: string;
  /** Civil day on which it was published. */
  readonly on: string;
  readonly outcome: OutcomeFacts;
}

export type Confidence = 'none' | 'low' | 'medium' | 'high';

/** How one rating went into the score. */
export interface ScorePart {
  readonly id: string;
  readonly mark: string;
  readonly lines: readonly OutcomeLine[];
  /** The mark after the outcomes. */
  readonly adjusted: string;
  /** Share of a whole rating, three decimals. */
  readonly weight: string;
}

export interface Score {
  /** Two decimals; null while nobody has rated. */
  readonly score: string | null;
  readonly ratings: number;
  /** Sum of the weights: how many whole ratings they come to. */
  readonly weight: string;
  readonly confidence: Confidence;
  readonly parts: readonly ScorePart[];
}

const DAY_MS = 86_400_000;
const DAYS_OF_MONTH = 30.4375;

/**
 * A mean drawn towards the starting score: (k·m + Σ w·x) / (k + Σ w). With few ratings k outweighs them, so that one glad client
 * ranks nobody first; each further rating draws it nearer to what clients and outcomes say. Older ones, and further ones of the
 * same client, weigh less.
 */
export function scoreOf(works: readonly RatedWork[], value: Parameters, today: string): Score {
  const parts = weighed(works, value, today);
  const weight = parts.reduce((sum, part) => sum.plus(part.weight), new Decimal(0));
  const base = { ratings: works.length, weight: weight.toFixed(2), confidence: confidenceOf(works.length, weight, value), parts };
  if (works.length === 0) return { ...base, score: null };
  const k = value('prior-weight');
  const sum = parts.reduce((total, part) => total.plus(new Decimal(part.weight).times(part.adjusted)), k.times(value('prior-score')));
  return { ...base, score: sum.div(k.plus(weight)).toFixed(2) };
}

function weighed(works: readonly RatedWork[], value: Parameters, today: string): ScorePart[] {
  const newestFirst = [...works].sort((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1));
  const seen = new Map<string, number>();
  return newestFirst.map(work => {
    const before = seen.get(work.raterId) ?? 0;
    seen.set(work.raterId, before + 1);
    const lines = outcomeLines(work.outcome, value);
    return { id: work.id, mark: work.mark, lines, adjusted: adjusted(work.mark, lines), weight: weightOf(work.on, before, { value, today }).toFixed(3) };
  });
}

/** Halves with each half-life; the share of a repeated client once more for each newer rating of the same client. */
function weightOf(on: string, newer: number, { value, today }: { value: Parameters; today: string }): Decimal {
  const months = new Decimal(Math.max(0, (Date.parse(today) - Date.parse(on)) / DAY_MS / DAYS_OF_MONTH));
  const age = new Decimal(0.5).pow(months.div(Decimal.max(1, value('half-life'))));
  return age.times(value('repeat-share').div(100).pow(newer));
}

function confidenceOf(ratings: number, weight: Decimal, value: Parameters): Confidence {
  if (ratings === 0) return 'none';
  if (weight.lt(value('low-below'))) return 'low';
  return weight.gte(value('high-from')) ? 'high' : 'medium';
}
