import { ScheduleOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

export const nav: readonly NavEntry[] = [
  { area: 'b', group: 'supervise', order: 10, to: '/inspections', label: { zh: '执法检查', en: 'Inspections' }, hint: { zh: '安排、现场记录、签字和办结', en: 'Planned, recorded on the spot, signed, closed' }, icon: <ScheduleOutlined aria-hidden />, action: 'inspection.list', waits: ['inspection'] },
  { area: 'e', group: 'credit', order: 29, to: '/inspections', label: { zh: '执法检查', en: 'Inspections' }, hint: { zh: '对本单位的检查记录，可提出意见', en: 'Records of inspections here, and what you have to say' }, icon: <ScheduleOutlined aria-hidden />, action: 'inspection.list' },
];
