import type { Text, UnitBy } from './field';
import { AIR_POLLUTANTS, WATER_POLLUTANTS } from './sections/options';

/** What is not measured in the unit of its medium. */
const OWN_UNITS: Readonly<Record<'air' | 'water', Readonly<Record<string, string>>>> = {
  air: { BaP: 'μg/m³', odour: '无量纲', blackness: '级' },
  water: { pH: '无量纲', 'fecal-coliform': 'MPN/L', colour: '倍' },
};
const MEDIUM_UNITS = { air: 'mg/m³', fugitive: 'mg/m³', water: 'mg/L', noise: 'dB(A)' } as const;

/** The unit in which a limit of a pollutant is written and its results are kept. @param medium `fugitive`: at the boundary */
export function concentrationUnit(medium: keyof typeof MEDIUM_UNITS, pollutant: string): string {
  if (medium === 'noise') return MEDIUM_UNITS.noise;
  return OWN_UNITS[medium === 'water' ? 'water' : 'air'][pollutant] ?? MEDIUM_UNITS[medium];
}

/** The same as a column of a form says it: in the unit of the medium, but for these pollutants. */
export const unitByPollutant = (medium: 'air' | 'water'): UnitBy => ({ field: 'pollutant', units: OWN_UNITS[medium] });

/** Which of the column's units are for what, in words. */
export function unitsInWords({ units }: UnitBy): Text {
  const named = Object.entries(units).map(([pollutant, unit]) => ({ ...pollutantName(pollutant), unit }));
  return { zh: named.map(one => `${one.zh}用 ${one.unit}`).join('，'), en: named.map(one => `${one.en} in ${one.unit}`).join(', ') };
}

const NAMES = new Map([...AIR_POLLUTANTS, ...WATER_POLLUTANTS, { value: 'noise', zh: '噪声', en: 'Noise' }].map(({ value, zh, en }) => [value, { zh, en }]));

/** What the dictionary calls a pollutant; the code itself when it is not in it. */
export function pollutantName(pollutant: string): { readonly zh: string; readonly en: string } {
  return NAMES.get(pollutant) ?? { zh: pollutant, en: pollutant };
}
