import { concentrationUnit } from '../form/pollutants';
import type { LimitRow } from '../review/rule';

/** Where a shipped value was taken from. None of them was compared with the promulgated text by a person who can be named. */
export const ORIGIN = { memory: '知：凭经验录入，未见原文', doubtful: '待核：数值或实施日有疑问', copied: (text: string): string => `抄自转载文本：${text}` } as const;

type Head = Pick<LimitRow, 'standard' | 'title' | 'medium' | 'source' | 'tier' | 'validFrom' | 'origin'>
  & Partial<Pick<LimitRow, 'note' | 'industry' | 'fuel' | 'variant' | 'buildPeriod' | 'builtSince' | 'discharge' | 'averaging' | 'baseOxygen' | 'legalBasis'>>;
type Values = Readonly<Record<string, string>>;

/** Limits of one standard for one source as rows: everything they share, then value by pollutant. */
export function limitRows(head: Head, values: Values): LimitRow[] {
  return Object.entries(values).map(([pollutant, value]) => ({
    note: null, industry: null, fuel: null, variant: null, buildPeriod: null, builtSince: null, discharge: null, averaging: null, baseOxygen: null, legalBasis: null,
    ...head, pollutant, value, unit: concentrationUnit(head.medium, pollutant), validTo: null, verified: false,
  }));
}

type Rest = Omit<Head, 'medium'>;
export const air = (head: Rest, values: Values): LimitRow[] => limitRows({ ...head, medium: 'air' }, values);
export const water = (head: Rest, values: Values): LimitRow[] => limitRows({ ...head, medium: 'water' }, values);
export const boundary = (head: Omit<Rest, 'source'>, values: Values): LimitRow[] => limitRows({ ...head, medium: 'fugitive', source: 'boundary' }, values);
/** Day and night of a functional zone. */
export const noise = (head: Omit<Rest, 'source'>, zone: string, [day, night]: readonly [string, string]): LimitRow[] =>
  limitRows({ ...head, medium: 'noise', source: `zone-${zone}` }, { 'noise-day': day, 'noise-night': night });
