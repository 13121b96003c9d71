import type { MandateStatus, OrgStatus } from '@/api/contract';
import type { Tone } from '@/shared/ui/StatusTag';

export const STANDING_TONE: Record<OrgStatus, Tone> = { known: 'neutral', pending: 'warning', active: 'success', rejected: 'danger', suspended: 'danger' };

export const MANDATE_TONE: Record<MandateStatus, Tone> = {
  proposed: 'warning',
  active: 'success',
  revoked: 'muted',
  expired: 'muted',
  stopped: 'danger',
  declined: 'muted',
};
