import { AuditOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const icon = <AuditOutlined aria-hidden />;
const own = { label: { zh: '行政处罚', en: 'Penalties' }, hint: { zh: '告知书、决定书、陈述申辩和缴款', en: 'Notices, decisions, statements and payments' }, icon, action: 'own-penalty.list', to: '/penalties' };

export const nav: readonly NavEntry[] = [
  { area: 'b', group: 'supervise', order: 15, to: '/penalties', label: { zh: '行政处罚', en: 'Penalty cases' }, hint: { zh: '从线索、立案到决定、履行和公开', en: 'From the clue to the decision and its publication' }, icon, action: 'penalty.list' },
  { ...own, area: 'e', group: 'work', order: 29 },
  { ...own, area: 'f', group: 'work', order: 90 },
];
