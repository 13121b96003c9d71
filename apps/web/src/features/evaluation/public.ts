import type { PublicNavEntry } from '@/app/public-sections';

export const publicNav: readonly PublicNavEntry[] = [{ to: '/candidate-notices', label: { zh: '候选人公示', en: 'Candidates' }, order: 35, group: 'market' }, { to: '/award-cancellations', label: { zh: '取消中选公告', en: 'Cancelled awards' }, order: 36, group: 'market' }];
