import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/credit', label: { zh: '环境信用', en: 'Credit' }, order: 24, group: 'lookUp' }];
