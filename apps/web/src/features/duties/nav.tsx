import { CalendarOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const DUTIES = { group: 'work', order: 14, to: '/duties', label: { zh: '证后事项', en: 'Duties' }, icon: <CalendarOutlined aria-hidden />, action: 'duty.list' } as const;

export const nav: readonly NavEntry[] = [
  { ...DUTIES, area: 'e', hint: { zh: '领证以后要做什么、什么时候做', en: 'What to do after the permit, and by when' } },
  { ...DUTIES, area: 'f', hint: { zh: '委托企业的证后事项', en: 'Duties of clients' } },
  { ...DUTIES, area: 'b', group: 'supervise', order: 21, hint: { zh: '本辖区持证单位的证后事项，含逾期未办', en: 'Duties of permit holders, overdue ones too' } },
];
