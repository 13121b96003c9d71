import type { Tone } from '@/shared/ui/StatusTag';

export const deliverablesPath = '/api/v1/deliverables';

/** A file that was handed over and accepted, with where it comes from and where it went. */
export interface Deliverable {
  readonly id: string;
  readonly kind: string;
  readonly kindZh: string;
  readonly kindEn: string;
  readonly name: string;
  readonly fileId: string;
  readonly taskId: string;
  readonly taskTitle: string;
  readonly contractId: string | null;
  readonly contractNumber: string | null;
  readonly milestoneName: string | null;
  readonly enterpriseName: string;
  readonly firmName: string;
  readonly acceptedAt: string;
  readonly state: 'kept' | 'waiting' | 'placed';
  readonly permitId: string | null;
  readonly permitNumber: string | null;
  readonly actions: readonly string[];
}

export const DELIVERABLE_KINDS = ['eia', 'permit', 'monitoring', 'survey', 'plan', 'report', 'engineering', 'disposal', 'other'] as const;
export const FILED_TONES: Readonly<Record<Deliverable['state'], Tone>> = { kept: 'neutral', waiting: 'warning', placed: 'success' };
