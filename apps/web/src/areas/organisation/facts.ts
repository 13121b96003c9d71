import type { components } from '@/api/schema';

export type Change = components['schemas']['OrganisationChangeView'];

/** What the bureau has verified of an organisation. */
export const FACTS = ['name', 'address', 'legalRepresentative'] as const;
