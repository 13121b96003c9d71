import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/inspection-draws', label: { zh: '双随机抽查', en: 'Inspection draws' }, order: 26, group: 'lookUp' }];
