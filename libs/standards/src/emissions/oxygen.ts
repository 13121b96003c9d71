import { D, plain, quantity, step, type Refusal, type Step } from './amount';

/** Oxygen of the air in percent by volume: the figure the standards reckon with (GB 13271-2014 art. 5.2). */
const AIR_OXYGEN_PERCENT = '21';

interface Measured {
  readonly concentrationMgM3: string;
  readonly oxygenPercent: string;
  readonly baseOxygenPercent: string;
}

export type Converted = { readonly concentrationMgM3: string; readonly step: Step } | { readonly refused: Refusal };

/**
 * The concentration at base oxygen, for the comparison with a limit only: C基 = C实 × (21 − O基) ÷ (21 − O实).
 * Amounts use the measured concentration, for dilution adds air and not pollutants.
 * A flue gas with 21 % oxygen or more is air: the conversion has no meaning and the value is refused.
 */
export function atBaseOxygen({ concentrationMgM3, oxygenPercent, baseOxygenPercent }: Measured): Converted {
  const [measured, oxygen, base] = [quantity(concentrationMgM3), quantity(oxygenPercent), quantity(baseOxygenPercent)];
  if (!measured || !oxygen || !base) return { refused: { code: 'number', zh: '浓度和含氧量应为不小于 0 的数', en: 'Concentration and oxygen have to be numbers of zero or more.' } };
  if (oxygen.gte(AIR_OXYGEN_PERCENT)) {
    return { refused: { code: 'oxygen', zh: `实测含氧量 ${oxygenPercent}% 不低于空气（21%），不能折算，请核对含氧量读数或采样是否漏风`, en: `Measured oxygen ${oxygenPercent} % is that of air (21 %) or more: no conversion. Check the reading or the probe for leaks.` } };
  }
  if (base.gte(AIR_OXYGEN_PERCENT)) return { refused: { code: 'base-oxygen', zh: '基准含氧量应小于 21%', en: 'Base oxygen has to be below 21 %.' } };
  const value = measured.mul(new D(AIR_OXYGEN_PERCENT).sub(base)).div(new D(AIR_OXYGEN_PERCENT).sub(oxygen));
  const shown = plain(value, 6);
  return {
    concentrationMgM3: shown,
    step: step(
      `折算浓度 = ${concentrationMgM3} ×（21 − ${baseOxygenPercent}）÷（21 − ${oxygenPercent}）= ${shown} mg/m³`,
      `At base oxygen = ${concentrationMgM3} × (21 − ${baseOxygenPercent}) ÷ (21 − ${oxygenPercent}) = ${shown} mg/m³`,
    ),
  };
}
