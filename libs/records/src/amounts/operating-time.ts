import type { Form } from '@huanbao/permits';
import { tableOf, textIn } from '../form-words';
import { daysOf } from '../ledger/rhythm';
import type { Words } from '../monitoring/words';

/** An entry of the ledger of production facilities: the item and what it says. */
export interface FacilityEntry {
  readonly itemKey: string;
  readonly businessDate: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface OperatingTime {
  /** Decimal text. */
  readonly hours: string;
  readonly days: string;
  readonly source: Words;
}

const DAYS_OF_A_YEAR = 365;

/**
 * How long an outlet discharged: by the ledger of the facilities that lead to it (on each day the longest-running of
 * them), else the design hours of the permit in proportion. Which of the two is said.
 */
export function operatingTime(form: Form, place: string, { entries, from, to }: { entries: readonly FacilityEntry[]; from: string; to: string }): OperatingTime {
  const facilities = new Set(tableOf(form, 'process-nodes', 'nodes').filter(row => textIn(row, 'outletCode') === place).map(row => `facility-operation:${textIn(row, 'facilityCode')}`));
  const byDay = new Map<string, Map<string, number>>();
  for (const entry of entries) {
    if (!facilities.has(entry.itemKey) || entry.businessDate < from || entry.businessDate > to) continue;
    const day = byDay.get(entry.businessDate) ?? new Map<string, number>();
    byDay.set(entry.businessDate, day.set(entry.itemKey, (day.get(entry.itemKey) ?? 0) + Number(entry.data['runningHours'] ?? 0)));
  }
  if (byDay.size === 0) return designed(form, place, daysOf(from, to).length);
  const hours = [...byDay.values()].map(day => Math.min(24, Math.max(...day.values())));
  const ran = hours.filter(one => one > 0).length;
  const total = hours.reduce((sum, one) => sum + one, 0);
  return {
    hours: tidy(total), days: String(ran),
    source: { zh: `运行时间取自生产设施台账：${byDay.size} 天有记录，运行 ${tidy(total)} 小时、${ran} 天`, en: `Time from the ledger of facilities: ${byDay.size} day(s) entered, ${tidy(total)} h on ${ran} day(s)` },
  };
}

function designed(form: Form, place: string, days: number): OperatingTime {
  const outlet = tableOf(form, 'air-outlets', 'outlets').find(row => textIn(row, 'code') === place);
  const yearly = Number(outlet ? textIn(outlet, 'hoursPerYear') : '') || DAYS_OF_A_YEAR * 24;
  const hours = Math.min(days * 24, (yearly * days) / DAYS_OF_A_YEAR);
  return {
    hours: tidy(hours), days: String(days),
    source: { zh: `台账没有运行时间，按许可证载明的年运行 ${yearly} 小时折到 ${days} 天，为 ${tidy(hours)} 小时`, en: `The ledger has no hours: ${yearly} h a year of the permit over ${days} days, ${tidy(hours)} h` },
  };
}

const tidy = (hours: number): string => String(Math.round(hours * 100) / 100);
