import { useQueryClient } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type Fact = Schemas['KeptFactView'];
export type FactDetail = Schemas['KeptFactDetailView'];
export type Outcome = Schemas['KeptFactImportView'];
export type Kind = Fact['kind'];

export const FACTS = '/api/v1/kept-facts';
export const TABS = ['holding', 'waiting', 'past', 'refused'] as const;

/** Each kind with its units, the usual one first, as the API judges them. */
export const UNITS: Readonly<Record<Kind, readonly string[]>> = {
  'performance-grade': ['级'], 'online-exceed-hours': ['h'], 'online-run-hours': ['h'], 'carbon-emission': ['tCO2'], 'carbon-intensity': ['tCO2/t', 'tCO2/万元', 'tCO2/MWh'],
};
export const KINDS = Object.keys(UNITS) as Kind[];
export const GRADES = ['A', 'B', 'B-', 'C', 'D', 'leading', 'non-leading'] as const;

export type Standing = 'waiting' | 'refused' | 'holding' | 'withdrawal' | 'replaced';
export const STANDING_TONE: Readonly<Record<Standing, Tone>> = { waiting: 'info', refused: 'muted', holding: 'success', withdrawal: 'muted', replaced: 'muted' };

export function standingOf({ state, counts, step }: Fact): Standing {
  if (state === 'proposed') return 'waiting';
  if (state === 'refused') return 'refused';
  if (counts) return 'holding';
  return step === 'withdraw' ? 'withdrawal' : 'replaced';
}

export function useFactsChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(FACTS) });
}
