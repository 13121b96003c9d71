import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/permit-guide', label: { zh: '办事指南', en: 'Guide' }, order: 17, group: 'handle' }];
