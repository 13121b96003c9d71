import { D, figure, plain, quantity, refused, step, T_PER_G, T_PER_MG, type Outcome, type Step } from './amount';
import type Decimal from 'decimal.js';

/** One monitoring by hand: measured concentration and the flow at that time. */
export interface Sample {
  /** mg/m³ of dry standard flue gas, or mg/L. */
  readonly concentration: string;
  /** m³/h, or m³/d. */
  readonly flow: string;
}

interface Kind {
  readonly factor: Decimal;
  readonly unit: readonly [zh: string, en: string];
  readonly formula: string;
}

/** Air: E = (Σ CᵢQᵢ ÷ n) × H × 10⁻⁹, H the hours of operation in the period. */
export const airFromSamples = (samples: readonly Sample[], hours: string): Outcome =>
  averaged(samples, hours, { factor: T_PER_MG, unit: ['小时', 'h'], formula: '(Σ CᵢQᵢ÷n)×H×10⁻⁹' });

/** Water: E = (Σ cᵢqᵢ ÷ n) × h × 10⁻⁶, h the days of discharge in the period. */
export const waterFromSamples = (samples: readonly Sample[], days: string): Outcome =>
  averaged(samples, days, { factor: T_PER_G, unit: ['日', 'd'], formula: '(Σ cᵢqᵢ÷n)×h×10⁻⁶' });

function averaged(samples: readonly Sample[], time: string, kind: Kind): Outcome {
  if (samples.length === 0) return refused('no-sample', '本期没有手工监测数据', 'No monitoring by hand in the period.');
  const duration = quantity(time);
  if (!duration) return refused('duration', '运行时间应为不小于 0 的数', 'The time of operation has to be a number of zero or more.');
  const products: Decimal[] = [];
  for (const { concentration, flow } of samples) {
    const [c, q] = [quantity(concentration), quantity(flow)];
    if (!c || !q) return refused('number', `浓度“${concentration}”或流量“${flow}”不是不小于 0 的数`, `Concentration “${concentration}” or flow “${flow}” is not a number of zero or more.`);
    products.push(c.mul(q));
  }
  const mean = D.sum(...products).div(products.length);
  const tonnes = mean.mul(duration).mul(kind.factor);
  return figure({ method: 'manual', tonnes, steps: stepsOf(samples, mean, { time, tonnes, kind }) });
}

function stepsOf(samples: readonly Sample[], mean: Decimal, { time, tonnes, kind }: { time: string; tonnes: Decimal; kind: Kind }): Step[] {
  const [zh, en] = kind.unit;
  return [
    step(`手工监测 ${samples.length} 次，浓度×流量的平均值 ${plain(mean, 6)}`, `${samples.length} monitoring(s) by hand, mean of concentration × flow ${plain(mean, 6)}`),
    step(`运行时间 ${time} ${zh}`, `Time of operation ${time} ${en}`),
    step(`${kind.formula} = ${plain(tonnes)} t`, `${kind.formula} = ${plain(tonnes)} t`),
  ];
}
