import Decimal from 'decimal.js';
import { type DatedRow, holdsOn } from './law';

/** Exact: no share and no yuan passes through a float. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

export interface FactorLevel {
  readonly level: number;
  readonly title: string;
}

/** 裁量因素: how much it weighs, and its levels from 1 (mildest) up. */
export interface Factor {
  readonly key: string;
  readonly title: string;
  /** Per cent of the whole; weights that do not make 100 are brought to it. */
  readonly weight: string;
  readonly levels: readonly FactorLevel[];
  readonly legalBasis: string;
  readonly verified: boolean;
}

/** 修正因素: moves the amount by so many per cent, up or down. */
export interface Adjustment {
  readonly key: string;
  readonly title: string;
  readonly percent: string;
  readonly legalBasis: string;
  readonly verified: boolean;
}

export interface Scale {
  readonly factors: readonly Factor[];
  readonly adjustments: readonly Adjustment[];
  /** Half the width of the range, per cent of the span between least and most. */
  readonly tolerance: string;
}

export interface DiscretionInput {
  /** Level by factor. */
  readonly levels: Readonly<Record<string, number>>;
  readonly adjustments: readonly string[];
}

export interface DiscretionStep {
  readonly title: string;
  /** The arithmetic, in figures. */
  readonly working: string;
  readonly result: string;
}

export interface Discretion {
  readonly input: DiscretionInput;
  readonly sharePercent: string;
  readonly centreYuan: string;
  readonly fromYuan: string;
  readonly toYuan: string;
  readonly steps: readonly DiscretionStep[];
  readonly isVerified: boolean;
}

/** The scale that holds on a day. Keys: `weight:<factor>`, `level:<factor>:<n>`, `adjust:<name>`, `tolerance`. */
export function scaleOn(rows: readonly DatedRow[], day: string): Scale {
  const held = rows.filter(row => holdsOn(row, day));
  const factors = held.filter(row => row.key.startsWith('weight:')).map(row => {
    const key = row.key.slice('weight:'.length);
    const levels = held.filter(one => one.key.startsWith(`level:${key}:`)).map(one => ({ level: Number(one.key.split(':')[2]), title: one.title })).sort((a, b) => a.level - b.level);
    return { key, title: row.title, weight: row.value, levels, legalBasis: row.legalBasis, verified: row.verified };
  });
  const adjustments = held.filter(row => row.key.startsWith('adjust:')).map(row => ({ key: row.key.slice('adjust:'.length), title: row.title, percent: row.value, legalBasis: row.legalBasis, verified: row.verified }));
  return { factors: factors.filter(one => one.levels.length > 1), adjustments, tolerance: held.find(row => row.key === 'tolerance')?.value ?? '0' };
}

/** What of the input does not fit the scale, by key; empty when all fits. */
export function inputFaults(scale: Scale, input: DiscretionInput): string[] {
  const open = scale.factors.filter(factor => !factor.levels.some(one => one.level === input.levels[factor.key])).map(one => one.key);
  const unknown = Object.keys(input.levels).filter(key => !scale.factors.some(one => one.key === key));
  const strange = input.adjustments.filter((key, nth) => !scale.adjustments.some(one => one.key === key) || input.adjustments.indexOf(key) !== nth);
  return [...open, ...unknown, ...strange];
}

/**
 * 裁量: least + (most − least) × weighted share of the levels, moved by the adjustments, ± the tolerance, never outside of the law.
 * Yuan with two places. The input must have no {@link inputFaults}.
 */
export function discretion(law: { readonly minYuan: string; readonly maxYuan: string }, scale: Scale, input: DiscretionInput): Discretion {
  const [least, most] = [new Exact(law.minYuan), new Exact(law.maxYuan)];
  const span = most.minus(least);
  const total = scale.factors.reduce((sum, one) => sum.plus(one.weight), new Exact(0));
  const parts = scale.factors.map(factor => ({ factor, ...partOf(factor, input.levels[factor.key] as number, total) }));
  const share = parts.reduce((sum, one) => sum.plus(one.share), new Exact(0));
  const raw = least.plus(span.times(share));
  const chosen = scale.adjustments.filter(one => input.adjustments.includes(one.key));
  const moved = Exact.max(-100, chosen.reduce((sum, one) => sum.plus(one.percent), new Exact(0)));
  const within = (value: Decimal): Decimal => Exact.min(most, Exact.max(least, value));
  const centre = within(raw.times(moved.plus(100)).div(100));
  const half = span.times(scale.tolerance).div(100);
  const [from, to] = [within(centre.minus(half)), within(centre.plus(half))];
  return {
    input, sharePercent: share.times(100).toFixed(2), centreYuan: centre.toFixed(2), fromYuan: from.toFixed(2), toYuan: to.toFixed(2), isVerified: [...scale.factors, ...chosen].every(one => one.verified),
    steps: [
      ...parts.map(({ factor, working, share: part, title }) => ({ title: `${factor.title}：${title}`, working, result: `${part.times(100).toFixed(2)}%` })),
      { title: '合计裁量比例', working: parts.map(one => `${one.share.times(100).toFixed(2)}%`).join(' + ') || '—', result: `${share.times(100).toFixed(2)}%` },
      { title: '按比例计算', working: `${least.toFixed(2)} + (${most.toFixed(2)} − ${least.toFixed(2)}) × ${share.times(100).toFixed(2)}%`, result: `${raw.toFixed(2)} 元` },
      ...(chosen.length > 0 ? [{ title: `修正：${chosen.map(one => `${one.title} ${signed(one.percent)}`).join('、')}`, working: `${raw.toFixed(2)} × (100% ${moved.isNegative() ? '−' : '+'} ${moved.abs().toFixed()}%)`, result: `${centre.toFixed(2)} 元` }] : []),
      { title: '建议幅度', working: `${centre.toFixed(2)} ± (${most.toFixed(2)} − ${least.toFixed(2)}) × ${scale.tolerance}%，不低于法定最低额，不高于法定最高额`, result: `${from.toFixed(2)}–${to.toFixed(2)} 元` },
    ],
  };
}

function partOf(factor: Factor, level: number, total: Decimal): { readonly share: Decimal; readonly working: string; readonly title: string } {
  const at = factor.levels.findIndex(one => one.level === level);
  const height = new Exact(at).div(factor.levels.length - 1);
  const weight = total.isZero() ? new Exact(0) : new Exact(factor.weight).div(total);
  return { share: weight.times(height), working: `权重 ${weight.times(100).toFixed(2)}% × 第 ${at + 1} 级 ${height.times(100).toFixed(2)}%`, title: factor.levels[at]?.title ?? '' };
}

const signed = (percent: string): string => `${new Exact(percent).isNegative() ? '' : '+'}${percent}%`;
