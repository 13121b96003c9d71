import { AuditOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const icon = <AuditOutlined aria-hidden />;
const own = { label: { zh: '行政处罚', en: 'Penalties' }, hint: { zh: '告知书、决定书、陈述申辩和缴款', en: 'Notices, decisions, statements and payments' }, icon, action: 'own-penalty.list', to: '/penalties' };

export const nav: readonly NavEntry[] = [
  { area: 'b', group: 'supervise', order: 15, to: '/penalties', label: { zh: '行政处罚', en: 'Penalty cases' }, hint: { zh: '从线索、立案到决定、履行和公开', en: 'From the clue to the decision and its publication' }, icon, action: 'penalty.list', waits: ['penalty'] },
  { ...own, area: 'e', group: 'credit', order: 29, waits: ['penalty'] },
  { ...own, area: 'f', group: 'credit', order: 90, waits: ['penalty'] },
];
