import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/signatures', label: { zh: '签署核验', en: 'Check a signature' }, order: 85 }];
