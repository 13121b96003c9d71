import { useQueryClient } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type InspectionItem = Schemas['InspectionItemView'];
export type Inspection = Schemas['InspectionView'];
export type InspectionRecord = Schemas['InspectionRecordView'];
export type RecordPageView = Schemas['InspectionSectionView'];
export type Planning = Schemas['InspectionPlanningView'];
export type Lead = Schemas['InspectionLeadView'];
export type Count = Schemas['InspectionCountView'];
export type Figures = Schemas['InspectionFiguresView'];
export type State = InspectionItem['state'];

export const INSPECTIONS = '/api/v1/inspections';
export const KINDS = ['random', 'special', 'complaint', 'follow-up', 'offsite'] as const;
/** The lists of the bureau, in the order of the work. */
export const TABS = ['planned', 'drafting', 'signing', 'held', 'cancelled'] as const;
export const STATE_TONE: Readonly<Record<State, Tone>> = { planned: 'info', drafting: 'progress', signing: 'warning', held: 'done', cancelled: 'muted' };
export const DECISION_TONE: Readonly<Record<string, Tone>> = { order: 'info', rectify: 'warning', 'penalty-clue': 'danger', none: 'muted' };

/** Lists, the inspection and its record hang together. */
export function useInspectionsChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(INSPECTIONS) });
}
