import { BellOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

export const nav: readonly NavEntry[] = [
  { area: 'b', group: 'work', order: 14, to: '/supervisions', label: { zh: '督办', en: 'Supervision' }, hint: { zh: '临期和超期的办件，答复处理意见', en: 'Nearly over and overdue: say what is done' }, icon: <BellOutlined aria-hidden />, action: 'case.supervise' },
];
