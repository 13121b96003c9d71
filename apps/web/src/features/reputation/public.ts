import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/firm-rankings', label: { zh: '机构排名', en: 'Ranking' }, order: 27, group: 'market' }];
