import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/monitoring-results', label: { zh: '自行监测', en: 'Self-monitoring' }, order: 34, group: 'lookUp' }];
