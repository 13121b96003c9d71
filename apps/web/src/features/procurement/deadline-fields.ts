import type { FieldSpec } from '@/shared/form/field';
import { TIME_PATTERN } from './model';

/** Day and time of a deadline, side by side. */
export const deadlineFields = (required = true): FieldSpec[] => [
  { name: 'deadlineDay', label: { zh: '截止日期', en: 'Until (day)' }, type: 'date', required, width: 'half' },
  { name: 'deadlineTime', label: { zh: '截止时刻', en: 'Until (time)' }, type: 'text', required, pattern: TIME_PATTERN, patternHint: { zh: '按 24 小时填写，例如 17:00', en: '24-hour time such as 17:00' }, example: '17:00', width: 'half' },
];
