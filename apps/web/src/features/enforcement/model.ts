import { useQueryClient } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type OfficerItem = Schemas['OfficerItemView'];
export type Officer = Schemas['EnforcementOfficerView'];
export type Target = Schemas['DrawTargetView'];
export type Option = Schemas['DrawOptionView'];
export type Positive = Schemas['PositiveEntryView'];
export type PositiveOptions = Schemas['PositiveOptionsView'];
export type DrawItem = Schemas['InspectionDrawItemView'];
export type Draw = Schemas['InspectionDrawView'];
export type Candidate = Schemas['DrawCandidateView'];
export type Verification = Schemas['DrawVerificationView'];
export type Outlook = Schemas['DrawOutlookView'];
export type PublicDraw = Schemas['PublicDrawView'];

export const OFFICERS = '/api/v1/enforcement-officers';
export const TARGETS = '/api/v1/draw-targets';
export const POSITIVE = '/api/v1/positive-list';
export const DRAWS = '/api/v1/inspection-draws';
export const INSPECTIONS = '/api/v1/inspections';
export const PUBLIC_DRAWS = '/api/v1/public/inspection-draws';

export const CLASSES = ['key', 'general', 'special'] as const;
export const POSITIVE_TONE: Readonly<Record<Positive['state'], Tone>> = { proposed: 'info', active: 'success', refused: 'muted', left: 'muted' };
export const DRAW_TONE: Readonly<Record<Draw['state'], Tone>> = { announced: 'info', drawn: 'success', cancelled: 'muted' };

/** Everything of the room is fetched again after an act: draws, visits and lists hang together. */
export function useEnforcementChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: query => [OFFICERS, TARGETS, POSITIVE, DRAWS, INSPECTIONS].some(path => String(query.queryKey[0]).startsWith(path)) });
}
