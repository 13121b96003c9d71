import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/classify', label: { zh: '要不要办证', en: 'Do I need one?' }, order: 15, group: 'handle' }];
