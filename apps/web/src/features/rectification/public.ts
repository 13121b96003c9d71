import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/supervised', label: { zh: '挂牌督办', en: 'Listed supervision' }, order: 28, group: 'lookUp' }];
