import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/credit-evaluations', label: { zh: '年度评价结果', en: 'Annual grades' }, order: 24.5, group: 'lookUp' }];
