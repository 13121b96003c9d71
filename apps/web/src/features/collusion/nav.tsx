import { NodeIndexOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

export const nav: readonly NavEntry[] = [
  { area: 'b', group: 'supervise', order: 92, to: '/collusion', label: { zh: '报价比对', en: 'Bids compared' }, hint: { zh: '开标后报价雷同、关联、轮流中选的线索', en: 'Bids that are alike, related or win in turn' }, icon: <NodeIndexOutlined aria-hidden />, action: 'collusion.list' },
];
