import Decimal from 'decimal.js';

/** 低价优先法: the lowest valid price is the base; it alone earns the whole weight (政府采购货物和服务招标投标管理办法 第五十五条). */
export interface LowestFormula {
  readonly kind: 'lowest';
}

/** 平均价偏离法: the nearer to the mean, the more points. All numbers are decimals as text. */
export interface AverageFormula {
  readonly kind: 'average-deviation';
  /** Points of a hundred taken away for each percent above the base. */
  readonly above: string;
  /** The same below it. */
  readonly below: string;
  /** Percent by which the mean is lowered to the base. */
  readonly float: string;
  /** From so many bids on, the highest and the lowest do not count for the mean; null: they always count. */
  readonly dropFrom: number | null;
}

export type PriceFormula = LowestFormula | AverageFormula;

export interface Priced {
  readonly bidId: string;
  readonly priceYuan: string;
}

export interface PriceLine extends Priced {
  /** Points, two decimals. */
  readonly points: string;
  /** How they came about, with the numbers put in. */
  readonly zh: string;
  readonly en: string;
}

export interface PriceResult {
  readonly baseYuan: string;
  readonly baseZh: string;
  readonly baseEn: string;
  readonly lines: readonly PriceLine[];
}

export const ROUNDING = { zh: '价格分四舍五入到小数点后两位，中间结果不舍入；平均基准价舍入到分', en: 'Price points are rounded half up to two decimals; nothing in between is rounded but an average base, to the fen' };

const two = (value: Decimal): string => value.toFixed(2, Decimal.ROUND_HALF_UP);
const least = (prices: readonly Decimal[]): Decimal => prices.reduce((a, b) => (b.lt(a) ? b : a));
const most = (prices: readonly Decimal[]): Decimal => prices.reduce((a, b) => (b.gt(a) ? b : a));

/** Points of every price under the formula; `weight` is the share of the price in a hundred points. The order of the bids is kept. */
export function priceScores(formula: PriceFormula, weight: number, bids: readonly Priced[]): PriceResult {
  if (bids.length === 0) return { baseYuan: '0.00', baseZh: '没有有效报价', baseEn: 'No valid bid', lines: [] };
  return formula.kind === 'lowest' ? lowest(weight, bids) : average(formula, weight, bids);
}

function lowest(weight: number, bids: readonly Priced[]): PriceResult {
  const base = least(bids.map(bid => new Decimal(bid.priceYuan)));
  const lines = bids.map(bid => {
    const points = two(base.div(bid.priceYuan).times(weight));
    const sum = `${two(base)} ÷ ${two(new Decimal(bid.priceYuan))} × 100 × ${weight}% = ${points}`;
    return { ...bid, points, zh: sum, en: sum };
  });
  return { baseYuan: two(base), baseZh: `基准价 = 有效报价的最低价 ${two(base)} 元`, baseEn: `Base = lowest valid price, CNY ${two(base)}`, lines };
}

function average(formula: AverageFormula, weight: number, bids: readonly Priced[]): PriceResult {
  const prices = bids.map(bid => new Decimal(bid.priceYuan));
  const sum = prices.reduce((a, b) => a.plus(b));
  const drops = formula.dropFrom !== null && bids.length >= formula.dropFrom;
  const mean = drops ? sum.minus(least(prices)).minus(most(prices)).div(bids.length - 2) : sum.div(bids.length);
  const base = mean.times(new Decimal(100).minus(formula.float)).div(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  const lines = bids.map(bid => averageLine(formula, { weight, base }, bid));
  const floating = new Decimal(formula.float).isZero() ? '' : ` × (1 − ${formula.float}%)`;
  return {
    baseYuan: two(base),
    baseZh: `基准价 = ${drops ? '去掉最高和最低后的' : '全部有效报价的'}平均价${floating} = ${two(base)} 元`,
    baseEn: `Base = mean of ${drops ? 'the prices without the highest and the lowest' : 'all valid prices'}${floating} = CNY ${two(base)}`,
    lines,
  };
}

function averageLine(formula: AverageFormula, { weight, base }: { weight: number; base: Decimal }, bid: Priced): PriceLine {
  const percent = new Decimal(bid.priceYuan).minus(base).div(base).times(100);
  const each = percent.isNegative() ? formula.below : formula.above;
  const hundred = Decimal.max(0, new Decimal(100).minus(percent.abs().times(each)));
  const points = two(hundred.times(weight).div(100));
  const shown = two(percent.abs());
  const sum = `max(0, 100 − ${shown} × ${each}) × ${weight}% = ${points}`;
  return {
    ...bid, points,
    zh: percent.isZero() ? `与基准价相等：${sum}` : `比基准价${percent.isNegative() ? '低' : '高'} ${shown}%：${sum}`,
    en: percent.isZero() ? `Equal to the base: ${sum}` : `${shown}% ${percent.isNegative() ? 'below' : 'above'} the base: ${sum}`,
  };
}
