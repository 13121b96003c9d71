import { AlertOutlined, CalendarOutlined, PauseCircleOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const DUTIES = { group: 'work', order: 14, to: '/duties/calendar', label: { zh: '证后日历', en: 'Calendar of duties' }, icon: <CalendarOutlined aria-hidden />, action: 'duty.list' } as const;
const STOPPAGES = { group: 'work', order: 15, to: '/stoppages', label: { zh: '停产报告', en: 'Stoppages' }, icon: <PauseCircleOutlined aria-hidden />, action: 'duty.list' } as const;

export const nav: readonly NavEntry[] = [
  { ...DUTIES, area: 'e', hint: { zh: '领证以后要做什么、什么时候做', en: 'What to do after the permit, and by when' } },
  { ...DUTIES, area: 'f', hint: { zh: '委托企业的证后事项', en: 'Duties of clients' } },
  { ...DUTIES, area: 'b', group: 'supervise', order: 21, hint: { zh: '本辖区持证单位的证后事项', en: 'Duties of permit holders' } },
  { ...STOPPAGES, area: 'e', hint: { zh: '停产、复产，先看影响哪些事项', en: 'Stopping and resuming, and what it changes' } },
  { ...STOPPAGES, area: 'f', hint: { zh: '代委托企业报告停产、复产', en: 'Stopping and resuming for clients' } },
  { ...STOPPAGES, area: 'b', group: 'supervise', order: 23, hint: { zh: '企业报告的停产时段，可以询问', en: 'Stoppages as reported; you may ask' } },
  { area: 'b', group: 'supervise', order: 22, to: '/duty-enforcement', label: { zh: '逾期事项', en: 'Overdue duties' }, hint: { zh: '逾期未办的证后事项，按逾期天数', en: 'By days overdue' }, icon: <AlertOutlined aria-hidden />, action: 'duty.enforcement' },
];
