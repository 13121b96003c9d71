import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/watch-list', label: { zh: '失信名单公示', en: 'Supervision list' }, order: 28, group: 'lookUp' }];
