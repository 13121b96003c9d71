import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/limits', label: { zh: '适用标准', en: 'Limits' }, order: 17, group: 'lookUp' }];
