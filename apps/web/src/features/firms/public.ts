import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/services', label: { zh: '服务目录', en: 'Services' }, order: 28, group: 'market' }];
