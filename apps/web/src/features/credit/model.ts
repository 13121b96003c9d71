import { useParams } from '@tanstack/react-router';
import type { components } from '@/api/schema';
import { useSession } from '@/session/session';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];

export type Subject = Schemas['CreditSubjectView'];
export type Line = Schemas['CreditLineView'];
export type CreditEvent = Schemas['CreditEventView'];
export type RegisterItem = Schemas['CreditRegisterItemView'];
export type Snapshot = Schemas['CreditSnapshotView'];
export type WhatIf = Schemas['CreditWhatIfView'];
export type Entry = Schemas['CreditEntryView'];
export type SchemeItem = Schemas['CreditSchemeItemView'];
export type Scheme = Schemas['CreditSchemeView'];
export type SchemeRow = Schemas['CreditSchemeRowView'];
export type Run = Schemas['CreditRunDetailView'];
export type RunItem = Schemas['CreditRunView'];
export type RunRow = Schemas['CreditRunRowView'];

export type PublicItem = Schemas['PublicCreditItemView'];
export type PublicSubject = Schemas['PublicCreditView'];

export type ListItem = Schemas['CreditListItemView'];

export const listsPath = '/api/v1/credit-lists';
export const publicPath = '/api/v1/public/credit-register';
export const subjectsPath = '/api/v1/credit-subjects';
export const entriesPath = '/api/v1/credit-entries';
export const eventsPath = '/api/v1/credit-events';
export const schemesPath = '/api/v1/credit-schemes';
export const runsPath = '/api/v1/credit-runs';

export const COLOURS = ['green', 'blue', 'yellow', 'red', 'black'] as const;
export const STATUSES = ['active', 'suspended', 'repaired', 'expired', 'revoked'] as const;
export const SEVERITIES = ['minor', 'general', 'serious'] as const;
export const STATUS_TONE: Readonly<Record<string, Tone>> = { active: 'warning', suspended: 'info', repaired: 'success', expired: 'muted', revoked: 'muted' };
export const SEVERITY_TONE: Readonly<Record<string, Tone>> = { minor: 'neutral', general: 'warning', serious: 'danger' };
export const ENTRY_TONE: Readonly<Record<string, Tone>> = { proposed: 'info', recorded: 'done', refused: 'muted' };
export const SCHEME_TONE: Readonly<Record<string, Tone>> = { draft: 'info', published: 'success', withdrawn: 'muted' };

/** Types of events by subject, in the order of the forms; the words stand in the texts. */
export const TYPES = [
  'warning', 'order-correct', 'fine-summary', 'fine', 'fine-large', 'fine-huge', 'daily-penalty', 'seizure', 'suspension', 'licence-revoked', 'detention', 'refuse-perform', 'exceedance', 'complaint', 'duty-overdue', 'incident-general', 'incident-major',
  'crime', 'unapproved-build', 'no-acceptance', 'major-change', 'over-total', 'hidden-pipe', 'hazardous-dump', 'water-source', 'sensitive-area', 'eco-damage', 'supervision-overdue', 'obstruct', 'heavy-weather', 'voluntary', 'reading',
] as const;
export const FIRM_TYPES = ['firm.reading'] as const;

export interface Whose {
  readonly id: string;
  /** Where the pages of this subject begin. */
  readonly here: string;
  readonly isBureau: boolean;
}

/** Whose credit the page shows: the own organisation's, or at the bureau the one named in the address. */
export function useWhose(): Whose {
  const { subjectId } = useParams({ strict: false }) as { subjectId?: string };
  const { base, organisation } = useSession();
  if (subjectId) return { id: subjectId, here: `${base}/credit/${subjectId}`, isBureau: true };
  return { id: organisation?.orgId ?? '', here: `${base}/credit`, isBureau: false };
}
