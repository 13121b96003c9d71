import Decimal from 'decimal.js';
import type { BidFacts, TaskFacts } from './facts';
import type { Signal, Strength } from './signal';
import type { Chances, Thresholds } from './thresholds';

/** Below three prices every pair is a series. */
const LEAST_PRICES = 3;
/** People round prices; the coarsest step all of them fit is the grain, from which chance is reckoned. */
const GRAINS = ['10000', '5000', '1000', '500', '100', '50', '10', '5', '1', '0.1'].map(value => new Decimal(value));
const CENT = new Decimal('0.01');
const ROUND = ['10000', '5000', '1000', '500'].map(value => new Decimal(value));
/** A price so near the budget follows the ceiling and not another bidder. */
const NEAR_CEILING = new Decimal('0.03');

interface Priced {
  readonly bid: BidFacts;
  readonly price: Decimal;
}

/** Patterns of the prices of one task. Each is judged by how likely it is that prices set apart from each other fall so. */
export function priceSignals({ bids, budgetYuan }: TaskFacts, limits: Thresholds): Signal[] {
  const priced = bids.flatMap(bid => (bid.priceYuan === null ? [] : [{ bid, price: new Decimal(bid.priceYuan) }])).sort((a, b) => a.price.cmp(b.price));
  if (priced.length < LEAST_PRICES) return [];
  const prices = priced.map(each => each.price);
  const found = [series(prices, limits), close(prices, { budgetYuan, limits }), spread(prices, limits)].filter(each => each !== null);
  return found.map(({ code, strength, measure }) => ({
    code, strength, measure, firmIds: priced.map(each => each.bid.firmId).sort(), compared: comparedOf(priced),
  }));
}

type Pattern = Pick<Signal, 'code' | 'strength' | 'measure'>;

const comparedOf = (priced: readonly Priced[]): Signal['compared'] =>
  priced.map(({ bid, price }, index) => {
    const before = priced[index - 1]?.price;
    const more = before ? price.minus(before).toFixed(2) : null;
    return { firmId: bid.firmId, zh: `${price.toFixed(2)} 元${more === null ? '' : `，比前一家高 ${more} 元`}`, en: `CNY ${price.toFixed(2)}${more === null ? '' : `, ${more} above the one before`}` };
  });

export function grainOf(prices: readonly Decimal[]): Decimal {
  return GRAINS.find(grain => prices.every(price => price.mod(grain).isZero())) ?? CENT;
}

/** null when chance would do as well. */
export function strengthOf(chance: number, limit: Chances): Strength | null {
  if (chance < limit.strong) return 'strong';
  if (chance < limit.medium) return 'medium';
  return chance < limit.weak ? 'weak' : null;
}

const inWords = (chance: number): string => (chance < 1e-9 ? '十亿分之一' : `1/${Math.round(1 / chance).toLocaleString('en-US')}`);
const inEnglish = (chance: number): string => (chance < 1e-9 ? 'one in a billion' : `one in ${Math.round(1 / chance).toLocaleString('en-US')}`);

/** Arithmetic or geometric: each price between the lowest and the highest would have to fall by itself so near its place. */
function series(prices: readonly Decimal[], limits: Thresholds): Pattern | null {
  const [low, high] = [prices[0] as Decimal, prices[prices.length - 1] as Decimal];
  const range = high.minus(low);
  if (range.isZero()) return null;
  const steps = prices.length - 1;
  const step = range.div(steps);
  const ratio = high.div(low).pow(new Decimal(1).div(steps));
  const kinds = [
    { zh: '等差数列', en: 'an arithmetic series', detail: `${step.toFixed(2)}`, at: (nth: number) => low.plus(step.times(nth)), is: (nth: number, price: Decimal) => price.minus(low.plus(step.times(nth))).abs() },
    { zh: '等比数列', en: 'a geometric series', detail: `${ratio.toFixed(4)}`, at: (nth: number) => low.times(ratio.pow(nth)), is: (nth: number, price: Decimal) => price.minus(low.times(ratio.pow(nth))).abs() },
  ];
  const grain = grainOf(prices);
  const [best] = kinds.map(kind => ({ kind, chance: chanceOf(prices, { range, grain, off: kind.is }) })).sort((a, b) => a.chance - b.chance);
  const strength = best ? strengthOf(best.chance, limits.chance) : null;
  if (!best || !strength) return null;
  const { kind, chance } = best;
  return {
    code: 'price-series', strength,
    measure: { zh: `${prices.length} 个报价成${kind.zh}（${kind.zh === '等差数列' ? '公差' : '公比'} ${kind.detail}），巧合的可能约 ${inWords(chance)}`, en: `${prices.length} prices form ${kind.en} (step ${kind.detail}); chance would do so in about ${inEnglish(chance)}` },
  };
}

function chanceOf(prices: readonly Decimal[], { range, grain, off }: { range: Decimal; grain: Decimal; off: (nth: number, price: Decimal) => Decimal }): number {
  const inner = prices.slice(1, -1);
  const worst = inner.reduce((most, price, index) => Decimal.max(most, off(index + 1, price)), new Decimal(0));
  const window = Decimal.min(1, worst.times(2).plus(grain).div(range)).toNumber();
  // the inner prices may come in any order; of two kinds of series one is looked for
  return Math.min(1, 2 * inner.reduce((product, _, index) => product * window * (index + 1), 1));
}

/** Coefficient of variation of the sample. */
export function variation(prices: readonly Decimal[]): Decimal {
  const mean = Decimal.sum(...prices).div(prices.length);
  const squares = prices.map(price => price.minus(mean).pow(2));
  return Decimal.sum(...squares).div(prices.length - 1).sqrt().div(mean);
}

function close(prices: readonly Decimal[], { budgetYuan, limits }: { budgetYuan: string | null; limits: Thresholds }): Pattern | null {
  const measured = variation(prices);
  if (measured.gte(limits.priceVariation)) return null;
  const budget = budgetYuan === null ? null : new Decimal(budgetYuan);
  const atCeiling = budget !== null && prices.every(price => price.lte(budget) && price.gte(budget.times(new Decimal(1).minus(NEAR_CEILING))));
  const percent = measured.times(100).toFixed(2);
  return {
    code: 'price-close', strength: atCeiling ? 'weak' : 'medium',
    measure: { zh: `${prices.length} 个报价的变异系数为 ${percent}%${atCeiling ? '，但都紧贴预算' : ''}`, en: `The coefficient of variation of ${prices.length} prices is ${percent} %${atCeiling ? ', but all keep to the budget' : ''}` },
  };
}

/** 98,765.43 – 99,765.43 – 101,765.43: nobody rounds differences who does not know the other prices. */
function spread(prices: readonly Decimal[], limits: Thresholds): Pattern | null {
  const distinct = prices.filter((price, index) => index === 0 || !price.eq(prices[index - 1] as Decimal));
  if (distinct.length < LEAST_PRICES) return null;
  const low = distinct[0] as Decimal;
  const round = ROUND.find(step => !low.mod(step).isZero() && distinct.every(price => price.minus(low).mod(step).isZero()));
  if (!round) return null;
  const grain = GRAINS.find(step => low.mod(step).isZero()) ?? CENT;
  const chance = Math.min(1, ROUND.length * grain.div(round).toNumber() ** (distinct.length - 1));
  const strength = strengthOf(chance, limits.chance);
  if (!strength) return null;
  return {
    code: 'price-spread', strength: strength === 'strong' ? 'medium' : strength,
    measure: { zh: `${distinct.length} 个报价都不是整数，价差却都是 ${round.toFixed(0)} 元的整数倍，巧合的可能约 ${inWords(chance)}`, en: `${distinct.length} prices are not round, yet all differ by whole multiples of CNY ${round.toFixed(0)}; chance would do so in about ${inEnglish(chance)}` },
  };
}
