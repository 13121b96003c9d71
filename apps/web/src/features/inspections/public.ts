import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/inspection-figures', label: { zh: '检查情况公示', en: 'Inspections in figures' }, order: 27, group: 'lookUp' }];
