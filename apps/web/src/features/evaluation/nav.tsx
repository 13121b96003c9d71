import { TeamOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

export const nav: readonly NavEntry[] = [
  { area: 'b', group: 'supervise', order: 78, to: '/experts', label: { zh: '评标专家库', en: 'Experts' }, hint: { zh: '登记专家，供评标委员会随机抽取', en: 'Committees are drawn from here' }, icon: <TeamOutlined aria-hidden />, action: 'expert.list' },
];
