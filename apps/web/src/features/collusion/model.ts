import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];

export type CollusionItem = Schemas['CollusionItemView'];
export type Collusion = Schemas['CollusionView'];
export type CollusionSignal = Schemas['CollusionSignalView'];

export const collusionPath = '/api/v1/collusion-suspicions';
export const STRENGTHS = ['strong', 'medium', 'weak'] as const;
export const STATES = ['open', 'followed', 'dismissed'] as const;
export const CODES = ['same-submitter', 'same-device', 'same-network', 'same-file', 'same-author', 'foreign-name', 'near-text', 'price-series', 'price-close', 'price-spread', 'related-parties', 'rotation'] as const;
export const STRENGTH_TONE: Readonly<Record<CollusionItem['strength'], Tone>> = { strong: 'danger', medium: 'warning', weak: 'neutral' };
export const STATE_TONE: Readonly<Record<CollusionItem['state'], Tone>> = { open: 'progress', followed: 'info', dismissed: 'muted' };
