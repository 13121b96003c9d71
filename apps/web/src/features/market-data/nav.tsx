import { BarChartOutlined, BellOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

export const nav: readonly NavEntry[] = [
  { area: 'b', group: 'market', order: 20, to: '/market-statistics', label: { zh: '市场统计', en: 'Market figures' }, hint: { zh: '任务数量、节约、竞争和定标用时', en: 'Number, savings, competition, time to award' }, icon: <BarChartOutlined aria-hidden />, action: 'market-statistics.read' },
  { area: 'f', group: 'market', order: 12, to: '/saved-searches', label: { zh: '保存的搜索', en: 'Saved searches' }, hint: { zh: '有合适的新任务时提醒本机构', en: 'Be told of new tasks that fit' }, icon: <BellOutlined aria-hidden />, action: 'saved-search.list' },
];
