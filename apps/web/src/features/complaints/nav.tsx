import { AimOutlined, NodeIndexOutlined, SoundOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

export const nav: readonly NavEntry[] = [
  { area: 'b', group: 'work', order: 40, to: '/complaints', label: { zh: '投诉举报', en: 'Complaints' }, hint: { zh: '12369、来访和网上举报的受理、办理和答复', en: 'Calls, visitors and reports from the web' }, icon: <SoundOutlined aria-hidden />, action: 'complaint.list', waits: ['complaint'] },
  { area: 'b', group: 'supervise', order: 95, to: '/complaint-figures', label: { zh: '举报统计和热点', en: 'Complaint figures' }, icon: <AimOutlined aria-hidden />, action: 'complaint.statistics' },
  { area: 'b', group: 'supervise', order: 96, to: '/complaint-routes', label: { zh: '转办规则', en: 'Routing' }, icon: <NodeIndexOutlined aria-hidden />, action: 'complaint-route.list' },
];
