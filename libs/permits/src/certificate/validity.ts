import { addDays } from '@huanbao/calendar';

/** The same day five years later; 29 February falls on 28 February (生态环境法典 art. 182: five years). */
export function fiveYearsAfter(date: string): string {
  const year = Number(date.slice(0, 4)) + 5;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return date.endsWith('-02-29') && !leap ? `${year}-02-28` : `${year}${date.slice(4)}`;
}

export const dayBefore = (date: string): string => addDays(date, -1);

/** How a permit stands on a day: what the authority did to it comes before the calendar. */
export function statusOn(permit: { readonly status: 'valid' | 'revoked' | 'cancelled'; readonly validTo: string }, today: string): 'valid' | 'expired' | 'revoked' | 'cancelled' {
  if (permit.status !== 'valid') return permit.status;
  return permit.validTo < today ? 'expired' : 'valid';
}
