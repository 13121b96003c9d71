import { addDays } from '@huanbao/calendar';
import { shanghaiDate } from '@huanbao/platform';

/** Under which law the task was procured; only some bind the day of signing. */
export type ProcurementRegime = 'voluntary' | 'bidding-law' | 'government';

export const BY_LAW: Readonly<Record<ProcurementRegime, string | null>> = {
  voluntary: null,
  'bidding-law': '招标投标法 第四十六条',
  government: '政府采购法 第四十六条',
};

export const RECOMMENDED = '民法典 第四百七十一条、第四百九十条（由双方约定，平台建议参照）';

/** The last day for signing: so many days after the day of the notice (招标投标法 第四十六条, 政府采购法 第四十六条; the row `days.sign`). */
export const signDueOf = (awardedAt: Date, days: number): string => addDays(shanghaiDate(awardedAt), days);
