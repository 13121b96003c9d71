import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type LibraryCondition = Schemas['LibraryConditionView'];
export type LibraryDetail = Schemas['LibraryConditionDetailView'];
export type ApplicationConditions = Schemas['ApplicationConditionsView'];
export type LaidDown = Schemas['LaidDownView'];
export type PermitCondition = Schemas['PermitConditionView'];
export type Parameter = Schemas['ParameterView'];
export type AsOf = Schemas['PermitAsOfView'];
export type Comparison = Schemas['PermitComparisonView'];
export type ConditionDifference = Schemas['ConditionDifferenceView'];
export type Limit = Schemas['PermitLimitView'];

/** What an officer is about to lay down. */
export type Laying = { readonly act: 'add' } | { readonly act: 'change'; readonly of: PermitCondition };

export const libraryPath = '/api/v1/conditions';
export const KINDS = ['operation', 'monitoring', 'ledger', 'report', 'disclosure', 'special-period', 'improvement', 'other'] as const;
export const SUBJECTS = ['site', 'outlet', 'facility'] as const;
export const PERIODS = ['once', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
export const RULES = ['after-days', 'month-day', 'period-end', 'date'] as const;
export const STATE_TONES: Readonly<Record<LibraryCondition['state'], Tone>> = { 'in-force': 'success', 'to-come': 'info', retired: 'muted', replaced: 'muted' };
