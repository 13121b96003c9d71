import dayjs, { type Dayjs } from 'dayjs';
import 'dayjs/locale/zh-cn';

const SHANGHAI_OFFSET_MINUTES = 8 * 60;

/** The only clock of the web. Tests replace it; nothing else asks for the time. */
let clock: () => Dayjs = () => dayjs();
export const now = (): Dayjs => clock();
export function setClock(next: () => Dayjs): void {
  clock = next;
}

/** An instant of the API in the zone of the law, Asia/Shanghai (UTC+8, no summer time), wherever the browser stands. */
export function inShanghai(instant: string): Dayjs {
  const at = dayjs(instant);
  return at.add(at.utcOffset() * -1 + SHANGHAI_OFFSET_MINUTES, 'minute');
}

export const formatDate = (date: string | null | undefined): string =>
  !date ? '' : /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : inShanghai(date).format('YYYY-MM-DD');

export const formatDateTime = (instant: string | null | undefined): string => (instant ? inShanghai(instant).format('YYYY-MM-DD HH:mm') : '');
/** To the second, where the order of acts matters. */
export const formatInstant = (instant: string): string => inShanghai(instant).format('YYYY-MM-DD HH:mm:ss');
export const formatClock = (at: Dayjs): string => at.format('HH:mm');

export const isPast = (instant: string): boolean => dayjs(instant).isBefore(now());
