import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type Duty = Schemas['DutyView'];

export const dutiesPath = '/api/v1/duties';
export const STATUS_TONES: Readonly<Record<Duty['status'], Tone>> = { upcoming: 'muted', due: 'warning', done: 'success', overdue: 'danger', excused: 'muted' };
