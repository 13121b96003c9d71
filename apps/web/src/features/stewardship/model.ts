import { useQueryClient } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type RetainerItem = Schemas['RetainerItemView'];
export type Retainer = Schemas['RetainerView'];
export type VisitItem = Schemas['StewardVisitItemView'];
export type Visit = Schemas['StewardVisitView'];
export type FindingItem = Schemas['StewardFindingItemView'];
export type Finding = Schemas['StewardFindingView'];
export type ReportItem = Schemas['StewardReportItemView'];
export type StewardReport = Schemas['StewardReportView'];
export type Quality = Schemas['StewardQualityView'];
export type ParkItem = Schemas['ParkItemView'];
export type Park = Schemas['ParkView'];
export type Topic = Schemas['StewardTopicView'];

export const RETAINERS = '/api/v1/retainers';
export const VISITS = '/api/v1/steward-visits';
export const FINDINGS = '/api/v1/steward-findings';
export const REPORTS = '/api/v1/steward-reports';
export const QUALITY = '/api/v1/steward-quality';
export const PARKS = '/api/v1/parks';

export const toneOf = (row: { readonly tone: string }): Tone => row.tone as Tone;
export const SEVERITIES = ['minor', 'major', 'serious'] as const;
export const SEVERITY_TONES = { minor: 'info', major: 'warning', serious: 'danger' } as const;

/** Everything of stewardship is fetched again after an act: visits, findings and reports hang together. */
export function useStewardChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: query => [RETAINERS, VISITS, FINDINGS, REPORTS, PARKS, '/api/v1/files'].some(path => String(query.queryKey[0]).startsWith(path)) });
}
