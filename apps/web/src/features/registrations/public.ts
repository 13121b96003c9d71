import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/registrations', label: { zh: '登记查询', en: 'Registrations' }, order: 22, group: 'lookUp' }];
