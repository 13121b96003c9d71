import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/credit-certificates', label: { zh: '信用证明核验', en: 'Check a certificate of credit' }, order: 25, group: 'lookUp' }];
