import { ProfileOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

export const nav: readonly NavEntry[] = [
  { area: 'b', group: 'work', order: 18, to: '/conditions', label: { zh: '许可条件库', en: 'Permit conditions' }, hint: { zh: '常用许可条件，版本、依据和周期性要求', en: 'Conditions with their versions and duties' }, icon: <ProfileOutlined aria-hidden />, action: 'condition.list' },
];
