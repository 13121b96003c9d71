import type { LimitRow, LimitTier } from '../review/rule';
import { TIER_WORDS } from '../review/strictest-limit';
import { LIMIT_POLLUTANTS, LIMIT_SOURCES } from './limit-checks';

export const MEDIUM_WORDS = { air: { zh: '废气', en: 'Air' }, fugitive: { zh: '厂界无组织', en: 'Boundary' }, water: { zh: '废水', en: 'Water' }, noise: { zh: '厂界噪声', en: 'Noise' } } as const;
const AVERAGING: Readonly<Record<string, string>> = { hour: '小时', day: '日均', month: '月均', once: '一次' };

export const sourceWords = (row: Pick<LimitRow, 'medium' | 'source'>): { zh: string; en: string } => {
  const { zh, en } = LIMIT_SOURCES[row.medium].find(one => one.value === row.source) ?? { zh: row.source, en: row.source };
  return { zh, en };
};
export const pollutantWords = (row: Pick<LimitRow, 'medium' | 'pollutant'>): { zh: string; en: string } => {
  const { zh, en } = LIMIT_POLLUTANTS[row.medium].find(one => one.value === row.pollutant) ?? { zh: row.pollutant, en: row.pollutant };
  return { zh, en };
};
export const tierWords = (tier: LimitTier): { zh: string; en: string } => ({ ...TIER_WORDS[tier] });

/** What narrows a limit, in words. */
export function narrowedBy(row: Omit<LimitRow, 'title'>): string[] {
  return [
    row.industry ? `行业 ${row.industry}` : '',
    row.buildPeriod ? (row.buildPeriod === 'new' ? `新建（${row.builtSince ?? ''} 起批准）` : `现有（${row.builtSince ?? ''} 前批准）`) : '',
    row.discharge ? (row.discharge === 'direct' ? '直接排放' : '间接排放') : '',
    row.fuel ?? '', row.variant ?? '', row.averaging ? (AVERAGING[row.averaging] ?? '') : '', row.baseOxygen ? `基准氧 ${row.baseOxygen}%` : '',
  ].filter(word => word !== '');
}

/** A limit in one line: 燃气锅炉 颗粒物（特别排放限值，基准氧 3.5%）. */
export function nameOfLimit(row: Omit<LimitRow, 'title'>): string {
  const narrowed = [TIER_WORDS[row.tier].zh, ...narrowedBy(row)].join('，');
  return `${sourceWords(row).zh} ${pollutantWords(row).zh}（${narrowed}）`;
}
