import Decimal from 'decimal.js';
import type { Scheme } from './compile';
import { type Line, lineOf, type Scored } from './outcome';
import type { LedgerEvent } from './ledger';
import type { Band, SchemeRow } from './scheme';

const FULL = new Decimal(100);

interface Judged {
  readonly row: SchemeRow;
  /** null: the indicator does not apply; its weight goes to the others. */
  readonly score: Decimal | null;
  readonly events: readonly string[];
  readonly note: Line['note'];
}

/** S = Σ wᵢ·sᵢ over the indicators that apply, their weights brought to 100 (环发〔2013〕150号; the renormalisation is the platform's own). */
export function fromIndicators(scheme: Scheme, active: readonly LedgerEvent[]): Scored {
  const readings = newestReadings(active);
  const otherwise = scheme.parameter('default-score', '100');
  const judged = scheme.indicators.map(row => judge(scheme, row, { reading: readings.get(row.code), active, otherwise }));
  const applying = judged.filter(one => one.score !== null);
  const weight = applying.reduce((sum, one) => sum.plus(one.row.value), new Decimal(0));
  // multiplied before divided, and divided once: sums stay exact whatever their order
  const total = applying.reduce((sum, one) => sum.plus(new Decimal(one.row.value).times(one.score ?? 0)), new Decimal(0));
  const score = weight.isZero() ? FULL : total.div(weight);
  return { score, isFull: applying.every(one => one.score?.eq(FULL)), lines: judged.map(one => lineFor(one, weight)) };
}

function lineFor({ row, score, events, note }: Judged, weight: Decimal): Line {
  const contribution = score === null || weight.isZero() ? new Decimal(0) : new Decimal(row.value).times(score).div(weight);
  return lineOf(row, 'indicator', { weight: row.value, score: score && score.toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toFixed(), contribution: contribution.toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toFixed(), events, note });
}

interface Given {
  readonly reading: LedgerEvent | undefined;
  readonly active: readonly LedgerEvent[];
  readonly otherwise: Decimal;
}

/** The reading, or full marks; an event with an effect on the indicator brings it down to what the scheme says. */
function judge(scheme: Scheme, row: SchemeRow, { reading, active, otherwise }: Given): Judged {
  if (reading && reading.measure === null && reading.score === null) return { row, score: null, events: [reading.key], note: 'not-applicable' };
  const read = reading ? scoreOf(row, reading) : otherwise;
  const acting = active.flatMap(event => {
    const effect = scheme.effects.get(event.type);
    return effect?.attributes.indicator === row.code ? [{ event, score: new Decimal(effect.value) }] : [];
  });
  const least = acting.reduce((low, one) => Decimal.min(low, one.score), read);
  if (acting.length > 0 && least.lt(read)) return { row, score: least, events: acting.filter(one => one.score.eq(least)).map(one => one.event.key), note: 'effect' };
  return { row, score: read, events: reading ? [reading.key] : [], note: reading ? 'reading' : 'default' };
}

/** A measured value through the bands of the row, or the score somebody gave, kept within 0 and 100. */
function scoreOf(row: SchemeRow, { measure, score }: LedgerEvent): Decimal {
  const bands = row.attributes.bands ?? [];
  const value = measure !== null && bands.length > 0 ? throughBands(bands, new Decimal(measure)) : new Decimal(score ?? measure ?? 0);
  return Decimal.max(0, Decimal.min(FULL, value));
}

/** Straight line within the band that the value reaches; below the lowest band its low end. */
export function throughBands(bands: readonly Band[], value: Decimal): Decimal {
  const ordered = [...bands].sort((a, b) => new Decimal(b.from).comparedTo(a.from));
  const band = ordered.find(one => value.gte(one.from));
  if (!band) return new Decimal(ordered.at(-1)?.low ?? 0);
  const [from, to, low, high] = [band.from, band.to, band.low, band.high].map(one => new Decimal(one)) as [Decimal, Decimal, Decimal, Decimal];
  if (to.eq(from)) return high;
  return low.plus(Decimal.min(value, to).minus(from).times(high.minus(low)).div(to.minus(from)));
}

/** The newest reading of each indicator; of one day the one whose key comes last, so that the order of arrival makes no difference. */
export function newestReadings(active: readonly LedgerEvent[]): Map<string, LedgerEvent> {
  const newest = new Map<string, LedgerEvent>();
  for (const event of active) {
    if (event.indicator === null) continue;
    const before = newest.get(event.indicator);
    if (!before || event.validFrom > before.validFrom || (event.validFrom === before.validFrom && event.key > before.key)) newest.set(event.indicator, event);
  }
  return newest;
}
