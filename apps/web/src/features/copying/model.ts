import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Sources = Schemas['CopySourcesView'];
export type Preview = Schemas['CopyPreviewView'];
export type Item = Schemas['CopyItemView'];
export type Copied = Schemas['CopiedView'];
export type Asked = Schemas['CopyDto'];

export const copiesPath = (applicationId: string): string => `/api/v1/permit-applications/${applicationId}/copies`;

/** Sections in which rows belong to an outlet. */
export const OF_OUTLETS: readonly string[] = ['air-outlets', 'air-limits', 'water-outlets', 'water-limits', 'process-nodes', 'self-monitoring'];
export const NEVER: readonly string[] = ['attachments', 'submission'];
export const PARTS = ['pollutants', 'limits', 'monitoring', 'treatment'] as const;

/** Which part of an outlet a section is about: ticked from the start. */
export const partOf = (section: string): readonly (typeof PARTS)[number][] =>
  section.endsWith('-outlets') ? ['pollutants'] : section.endsWith('-limits') ? ['limits'] : section === 'self-monitoring' ? ['monitoring'] : ['treatment'];

/** What is ticked at first: everything but what would overwrite a typed value. */
export const ticked = (items: readonly Item[]): string[] => items.flatMap(item => (item.kind === 'overwrite' || item.sealed ? [] : [item.id]));
