import { lazyRouteComponent } from '@tanstack/react-router';
import type { HomePanel, PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/permits', label: { zh: '许可证查询', en: 'Permits' }, order: 20, group: 'lookUp' }];

export const homePanels: readonly HomePanel[] = [
  { order: 10, title: { zh: '最新发证', en: 'Newest permits' }, more: '/permits', list: lazyRouteComponent(() => import('./HomePanel'), 'LatestPermits') },
];
