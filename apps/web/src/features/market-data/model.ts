import type { components } from '@/api/schema';

type Schemas = components['schemas'];

export type MarketStatistics = Schemas['MarketStatisticsView'];
export type MarketFigure = Schemas['MarketFigureView'];
export type SavedSearch = Schemas['SavedSearchView'];
export type OcdsMonth = Schemas['OcdsMonthView'];

export const statisticsPath = '/api/v1/market-statistics';
export const publicStatisticsPath = '/api/v1/public/market-statistics';
export const searchesPath = '/api/v1/saved-searches';
export const monthsPath = '/api/v1/public/ocds/packages';
export const feedPath = '/api/v1/public/feeds/service-tasks.xml';
export const GROUPS = ['kind', 'stage', 'service', 'firm', 'month'] as const;
export const PUBLIC_GROUPS = ['kind', 'stage', 'month'] as const;
