import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/penalties', label: { zh: '行政处罚公示', en: 'Published penalties' }, order: 27, group: 'lookUp' }];
