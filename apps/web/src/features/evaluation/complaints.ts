import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];

export type ComplaintRow = Schemas['TenderComplaintItemView'];
export type Complaint = Schemas['TenderComplaintView'];

export const COMPLAINTS = '/api/v1/tender-complaints';
export const complaintPath = (id: string): string => `${COMPLAINTS}/${id}`;
export const COMPLAINT_FILES = 'tender-complaint';
export const COMPLAINT_TONES: Readonly<Record<ComplaintRow['state'], Tone>> = { lodged: 'warning', accepted: 'progress', refused: 'muted', withdrawn: 'muted', decided: 'done' };
