import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];

export type ComplaintRow = Schemas['TenderComplaintItemView'];
export type Complaint = Schemas['TenderComplaintView'];

export const COMPLAINTS = '/api/v1/tender-complaints';
export const complaintPath = (id: string): string => `${COMPLAINTS}/${id}`;
export const COMPLAINT_FILES = 'tender-complaint';
export const COMPLAINT_TONES: Readonly<Record<ComplaintRow['state'], Tone>> = { lodged: 'warning', accepted: 'progress', refused: 'muted', withdrawn: 'muted', decided: 'done' };

/** What the list can be narrowed to, by tab. */
export const COMPLAINT_STATES = [
  { value: 'lodged', tab: 'open', label: { zh: '待决定是否受理', en: 'To be taken up or not' } },
  { value: 'accepted', tab: 'open', label: { zh: '已受理，处理中', en: 'Taken up' } },
  { value: 'refused', tab: 'ended', label: { zh: '不予受理', en: 'Not taken up' } },
  { value: 'withdrawn', tab: 'ended', label: { zh: '已撤回', en: 'Withdrawn' } },
  { value: 'decided', tab: 'ended', label: { zh: '已作出处理决定', en: 'Decided' } },
] as const;
