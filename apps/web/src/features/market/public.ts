import { lazyRouteComponent } from '@tanstack/react-router';
import type { HomePanel, PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [
  { to: '/tasks', label: { zh: '服务任务', en: 'Service tasks' }, order: 30, group: 'market' },
  { to: '/firms', label: { zh: '服务机构', en: 'Service firms' }, order: 40, group: 'market' },
];

export const homePanels: readonly HomePanel[] = [
  { order: 20, title: { zh: '正在征集的任务', en: 'Open for bids' }, more: '/tasks', list: lazyRouteComponent(() => import('./HomePanel'), 'OpenTasks') },
];
