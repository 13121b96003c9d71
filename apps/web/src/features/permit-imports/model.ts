import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type PermitImport = Schemas['PermitImportView'];
export type ImportRow = Schemas['PermitImportRowView'];

export const importsPath = '/api/v1/permit-imports';
export const STATES = ['judging', 'unreadable', 'judged', 'applying', 'applied', 'undoing', 'undone', 'discarded'] as const;
export const KINDS = ['new', 'changed', 'same', 'refused'] as const;

const TONES: Readonly<Record<PermitImport['state'], Tone>> = { judging: 'info', unreadable: 'danger', judged: 'warning', applying: 'info', applied: 'success', undoing: 'info', undone: 'neutral', discarded: 'neutral' };
export const toneOf = (state: PermitImport['state']): Tone => TONES[state];

export const runs = (state: PermitImport['state']): boolean => state === 'judging' || state === 'applying' || state === 'undoing';
