import { addDays } from '@huanbao/calendar';
import { dayBefore, fiveYearsAfter } from '../certificate/validity';
import { BUSINESS_TYPES, BusinessType } from './business-types';

export interface Validity {
  readonly validFrom: string;
  /** Last day. */
  readonly validTo: string;
  /** First day on which the content holds. */
  readonly effectiveFrom: string;
}

/**
 * The period a version gets. A renewal goes on from the day after the old period, and its content holds from there on;
 * a change leaves the period as it is (排污许可管理条例 art. 14; 生态环境法典 art. 182). A renewal asked for in time and decided after the end leaves
 * no gap: the delay was not the holder's (行政许可法 art. 50).
 */
export function validityOf(type: BusinessType, today: string, old: (Pick<Validity, 'validFrom' | 'validTo'> & { readonly wasInTime?: boolean }) | null): Validity {
  const rule = BUSINESS_TYPES[type].validity;
  if (rule === 'keep' && old) return { validFrom: old.validFrom, validTo: old.validTo, effectiveFrom: today };
  const from = rule === 'continue' && old && (old.validTo >= today || old.wasInTime) ? addDays(old.validTo, 1) : today;
  return { validFrom: from, validTo: dayBefore(fiveYearsAfter(from)), effectiveFrom: firstDayOf({ validFrom: from, issuedOn: today }) };
}

/** First day on which a version holds: a renewal handed in early begins where the old period ends. */
export const firstDayOf = ({ validFrom, issuedOn }: { readonly validFrom: string; readonly issuedOn: string }): string => (validFrom > issuedOn ? validFrom : issuedOn);
