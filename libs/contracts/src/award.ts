import { addDays } from '@huanbao/calendar';
import { shanghaiDate } from '@huanbao/platform';

/** 招标投标法 第四十六条, 政府采购法 第四十六条: within thirty days after the award notice. */
export const SIGNING_DAYS = 30;

/** Under which law the task was procured; only some bind the day of signing. */
export type ProcurementRegime = 'voluntary' | 'bidding-law' | 'government';

export const BY_LAW: Readonly<Record<ProcurementRegime, string | null>> = {
  voluntary: null,
  'bidding-law': '招标投标法 第四十六条',
  government: '政府采购法 第四十六条',
};

export const RECOMMENDED = '民法典 第四百七十一条、第四百九十条（由双方约定；平台建议 30 日内）';

/** The last day for signing: the thirtieth after the day of the notice. */
export const signDueOf = (awardedAt: Date): string => addDays(shanghaiDate(awardedAt), SIGNING_DAYS);
