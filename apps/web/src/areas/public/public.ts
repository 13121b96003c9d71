import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [
  { to: '/', label: { zh: '首页', en: 'Home' }, order: 0 },
  { to: '/track', label: { zh: '办件查询', en: 'Track a case' }, order: 18, group: 'handle' },
];
