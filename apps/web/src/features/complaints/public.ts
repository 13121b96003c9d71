import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/report', label: { zh: '举报污染', en: 'Report pollution' }, order: 19, group: 'handle' }];
