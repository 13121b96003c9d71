import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/open-data', label: { zh: '开放数据', en: 'Open data' }, order: 50, group: 'market' }];
