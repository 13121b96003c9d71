import { FlagOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const icon = <FlagOutlined aria-hidden />;
const own = { label: { zh: '失信名单', en: 'Supervision list' }, hint: { zh: '告知书、陈述申辩、决定书和移出申请', en: 'Pre-notices, statements, decisions and removal' }, icon, action: 'own-watch-list.list', to: '/watch-list' };

export const nav: readonly NavEntry[] = [
  { area: 'b', group: 'supervise', order: 16, to: '/watch-list', label: { zh: '失信名单办理', en: 'Supervision list' }, hint: { zh: '从线索、告知到决定、公示和移出', en: 'From the clue to the decision, publication and removal' }, icon, action: 'watch-list.list', waits: ['watch-listing'] },
  { area: 'b', group: 'supervise', order: 17, to: '/watch-list-register', label: { zh: '现行失信名单', en: 'Who is on the list' }, hint: { zh: '今天在名单上的主体和决定书', en: 'Who is on the list today, with the decisions' }, icon, action: 'watch-list.register' },
  { ...own, area: 'e', group: 'credit', order: 30, waits: ['watch-listing'] },
  { ...own, area: 'f', group: 'credit', order: 91, waits: ['watch-listing'] },
];
