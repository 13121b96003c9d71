import { useQueryClient } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type ComplaintItem = Schemas['ComplaintItemView'];
export type Complaint = Schemas['ComplaintView'];
export type ComplaintLink = Schemas['ComplaintLinkView'];
export type ComplaintRound = Schemas['ComplaintRoundView'];
export type ComplaintDispute = Schemas['ComplaintDisputeView'];
export type PublicRound = Schemas['PublicRoundView'];
export type PublicDispute = Schemas['PublicDisputeView'];
export type Track = Schemas['ComplaintTrackView'];
export type Receipt = Schemas['ComplaintReceiptView'];
export type Route = Schemas['ComplaintRouteView'];
export type Figures = Schemas['ComplaintStatisticsView'];
export type HotSpots = Schemas['HotSpotMapView'];
export type HotSpot = Schemas['HotSpotView'];

export const PUBLIC_COMPLAINTS = '/api/v1/public/complaints';
export const COMPLAINTS = '/api/v1/complaints';
export const ROUTES = '/api/v1/complaint-routes';
export const IMPORT = '/api/v1/complaint-import';
export const FIGURES = '/api/v1/complaint-figures';

export const SUBJECTS = ['air', 'odour', 'dust', 'smoke', 'water', 'drinking-water', 'noise', 'solid-waste', 'hazardous-waste', 'soil', 'ecology', 'radiation', 'livestock', 'project', 'other'] as const;
export const CHANNELS = ['web', 'wechat', 'phone', 'walk-in', 'import'] as const;
export const OUTCOMES = ['confirmed', 'partly', 'unfounded'] as const;
export const SATISFACTIONS = ['satisfied', 'fair', 'dissatisfied'] as const;
export const SATISFACTION_TONES = { satisfied: 'success', fair: 'info', dissatisfied: 'danger' } as const;

export const DISPUTE_TONES = { open: 'warning', reopened: 'progress', upheld: 'info' } as const;

export const toneOf = (row: { readonly tone: string }): Tone => row.tone as Tone;

/** A complaint, its files and the lists it stands in are fetched again after an act. */
export function useComplaintsChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: query => [COMPLAINTS, ROUTES, FIGURES, '/api/v1/files'].some(path => String(query.queryKey[0]).startsWith(path)) });
}
