import { D, figure, plain, quantity, refused, step, T_PER_KG, type Outcome } from './amount';

export interface CoefficientInput {
  /** What was made or burnt in the period, in `activityUnit`. */
  readonly activity: string;
  readonly activityUnit: string;
  /** Pollutant formed: kg for each unit of activity. */
  readonly factorKgPerUnit: string;
  /** Removal of the treatment, 0–1. */
  readonly removal: string;
  /** Share of the time the treatment really ran, 0–1. */
  readonly treatmentRate: string;
  /** Source of factor and removal: manual of coefficients, industry. */
  readonly source: string;
  /** Automatic monitoring was demanded and not installed: reckoned as if nothing were removed. */
  readonly directDischarge?: boolean;
}

/** E = M × R × (1 − η × k) ÷ 1000, M activity, R kg formed a unit, η removal, k share of the time the treatment ran. */
export function fromCoefficient(input: CoefficientInput): Outcome {
  const [activity, factor, removal, rate] = [quantity(input.activity), quantity(input.factorKgPerUnit), quantity(input.removal), quantity(input.treatmentRate)];
  if (!activity || !factor || !removal || !rate) return refused('number', '产量、系数、去除率、运行率应为不小于 0 的数', 'Activity, factor, removal and treatment rate have to be numbers of zero or more.');
  if (removal.gt(1) || rate.gt(1)) return refused('share', '去除率和运行率按小数填写，不超过 1（如 95% 填 0.95）', 'Write removal and treatment rate as shares up to 1 (95 % is 0.95).');
  const left = input.directDischarge ? new D(1) : new D(1).sub(removal.mul(rate));
  const tonnes = activity.mul(factor).mul(left).mul(T_PER_KG);
  const formula = `${input.activity} ${input.activityUnit} × ${input.factorKgPerUnit} kg × ${plain(left, 6)} ÷ 1000 = ${plain(tonnes)} t`;
  return figure({
    method: 'coefficient', tonnes,
    steps: [
      input.directDischarge
        ? step('应安装自动监测设备而未安装，按产污系数、不计去除率核算（直排）', 'Automatic monitoring was demanded and not installed: reckoned by the formation factor without removal')
        : step(`未去除的份额 = 1 − ${input.removal} × ${input.treatmentRate} = ${plain(left, 6)}`, `Share not removed = 1 − ${input.removal} × ${input.treatmentRate} = ${plain(left, 6)}`),
      step(formula, formula),
      step(`系数来源：${input.source}`, `Source of the factor: ${input.source}`),
    ],
  });
}

export interface BalanceInput {
  /** Material or fuel used in the period, t. */
  readonly usedT: string;
  /** Content of the element, percent by mass. */
  readonly contentPercent: string;
  /** Mass of pollutant for a mass of the element: 2 for S → SO₂. */
  readonly massRatio: string;
  /** Share of the element that goes into the gas, 0–1. */
  readonly released: string;
  readonly removal: string;
  readonly treatmentRate: string;
  readonly source: string;
}

/** Mass ratio of sulphur dioxide to sulphur (64 ÷ 32). */
export const SO2_PER_S = '2';

/** E = M × w × ratio × released × (1 − η × k): the element that went in and neither stayed nor was removed. */
export function fromBalance(input: BalanceInput): Outcome {
  const numbers = [input.usedT, input.contentPercent, input.massRatio, input.released, input.removal, input.treatmentRate].map(quantity);
  if (numbers.some(one => one === undefined)) return refused('number', '物料衡算的各项应为不小于 0 的数', 'Every figure of the balance has to be a number of zero or more.');
  const [used, content, ratio, released, removal, rate] = numbers as InstanceType<typeof D>[];
  if (!used || !content || !ratio || !released || !removal || !rate) return refused('number', '物料衡算的各项应填写完整', 'Fill in every figure of the balance.');
  if (content.gt(100)) return refused('share', '含量不超过 100%', 'The content is at most 100 %.');
  if ([released, removal, rate].some(one => one.gt(1))) return refused('share', '释放率、去除率和运行率按小数填写，不超过 1', 'Write shares as decimals up to 1.');
  const left = new D(1).sub(removal.mul(rate));
  const tonnes = used.mul(content).div(100).mul(ratio).mul(released).mul(left);
  const formula = `${input.usedT} t × ${input.contentPercent}% × ${input.massRatio} × ${input.released} × ${plain(left, 6)} = ${plain(tonnes)} t`;
  return figure({
    method: 'balance', tonnes,
    steps: [
      step(`未去除的份额 = 1 − ${input.removal} × ${input.treatmentRate} = ${plain(left, 6)}`, `Share not removed = 1 − ${input.removal} × ${input.treatmentRate} = ${plain(left, 6)}`),
      step(formula, formula),
      step(`数据来源：${input.source}`, `Source: ${input.source}`),
    ],
  });
}
