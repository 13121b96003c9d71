import { sectionOf } from '@huanbao/permits';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What the plan of a permit calls a pollutant; the code itself when it is not in the dictionary. */
export function pollutantTitle(pollutant: string): Words {
  const columns = sectionOf('self-monitoring').fields.find(field => field.name === 'plan')?.columns ?? [];
  const option = columns.find(field => field.name === 'pollutant')?.options?.find(one => one.value === pollutant);
  return option ? { zh: option.zh, en: option.en } : { zh: pollutant, en: pollutant };
}

const AIR_UNITS: Readonly<Record<string, string>> = { BaP: 'μg/m³', odour: '无量纲', blackness: '级' };
const WATER_UNITS: Readonly<Record<string, string>> = { pH: '无量纲', 'fecal-coliform': 'MPN/L', colour: '倍' };

/** The unit a permit's limit of this pollutant is written in; results are kept in it. */
export function unitFor(medium: 'air' | 'water' | 'fugitive' | 'noise', pollutant: string): string {
  if (medium === 'noise') return 'dB(A)';
  return medium === 'water' ? (WATER_UNITS[pollutant] ?? 'mg/L') : (AIR_UNITS[pollutant] ?? 'mg/m³');
}
