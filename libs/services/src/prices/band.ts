import Decimal from 'decimal.js';

/** Fewer awards than this say more about single contracts than about a price. */
export const LEAST_AWARDS = 5;
const SHOWN_DIGITS = 2;

export interface Band {
  readonly n: number;
  readonly low: string;
  readonly median: string;
  readonly high: string;
}

/**
 * How many of the awards a band may rest on: whole batches of five. A band that moved with every award would give each new
 * one away by what changed.
 */
export const countedOf = (awards: number): number => awards - (awards % LEAST_AWARDS);

/**
 * Quartiles of what was paid, in yuan; null below five awards. With five values a quartile *is* one of them, so all three are
 * rounded to two figures: what is shown is a level, never somebody's price. Exact decimals throughout.
 * @param prices decimal texts in the order of the awards; only whole batches count
 */
export function bandOf(prices: readonly string[]): Band | null {
  const counted = countedOf(prices.length);
  if (counted < LEAST_AWARDS) return null;
  const sorted = prices.slice(0, counted).map(price => new Decimal(price)).sort((a, b) => a.cmp(b));
  const at = (share: string): string => rounded(quantile(sorted, new Decimal(share)));
  return { n: counted, low: at('0.25'), median: at('0.5'), high: at('0.75') };
}

/** Linear between neighbours (type 7 of Hyndman and Fan), as spreadsheets do. */
function quantile(sorted: readonly Decimal[], share: Decimal): Decimal {
  const place = share.mul(sorted.length - 1);
  const below = sorted[place.floor().toNumber()] as Decimal;
  const above = sorted[place.ceil().toNumber()] as Decimal;
  return below.add(above.sub(below).mul(place.sub(place.floor())));
}

const rounded = (value: Decimal): string => value.toSignificantDigits(SHOWN_DIGITS, Decimal.ROUND_HALF_UP).toFixed(2);
