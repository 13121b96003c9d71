import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/execution-reports', label: { zh: '执行报告', en: 'Execution reports' }, order: 35, group: 'lookUp' }];
