import { addDays } from '@huanbao/calendar';

/** The same day so many years later; 29 February falls on 28 February. */
export function yearsAfter(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return date.endsWith('-02-29') && !leap ? `${year}-02-28` : `${year}${date.slice(4)}`;
}

/** 生态环境法典 art. 182: a permit holds for five years. */
export const fiveYearsAfter = (date: string): string => yearsAfter(date, 5);

export const dayBefore = (date: string): string => addDays(date, -1);

/** What the authority has done to a permit: 撤销, 吊销, 撤回, 注销. `expired` follows from the date and is not stored. */
export type PermitStatus = 'valid' | 'revoked' | 'forfeited' | 'withdrawn' | 'cancelled';
export type PermitStanding = PermitStatus | 'expired';

/** How a permit stands on a day: what the authority did to it comes before the calendar. */
export function statusOn(permit: { readonly status: PermitStatus; readonly validTo: string; readonly endedOn?: string | null }, day: string): PermitStanding {
  if (permit.status !== 'valid' && (permit.endedOn == null || permit.endedOn <= day)) return permit.status;
  return permit.validTo < day ? 'expired' : 'valid';
}
