import type { Form } from '@huanbao/permits';
import { tableOf, textIn } from '../form-words';
import type { Words } from '../monitoring/words';
import { type OperatingDay, runsInWords } from './operating-days';

export interface OperatingTime {
  /** Decimal text. */
  readonly hours: string;
  readonly days: string;
  /** Days for which the ledger should have hours and has none or not all; they are reckoned by the permit’s hours, never as zero and never below what was entered. */
  readonly missingDays: number;
  readonly standingDays: number;
  /** No day of the span can have had a discharge. */
  readonly isStanding: boolean;
  readonly source: readonly Words[];
}

const DAYS_OF_A_YEAR = 365;

/** How long an outlet discharged: hours of the ledger, none while it stood, and for days without all their entries the permit’s hours in proportion. Each is said. */
export function operatingTime(form: Form, place: string, days: readonly OperatingDay[]): OperatingTime {
  const of = (state: OperatingDay['state']): OperatingDay[] => days.filter(one => one.state === state);
  const [ran, stood, missing, unsaid] = [of('ran'), of('stood'), of('missing'), of('unsaid')];
  const yearly = designedHours(form, place);
  // without a ledger of days the entries there are stand for themselves; without any the permit’s hours do
  const filled = ran.length > 0 ? missing.length : missing.length + unsaid.length;
  const hours = ran.reduce((sum, one) => sum + one.hours, 0) + missingHours(missing, yearly) + (filled - missing.length) * aDay(yearly);
  return {
    hours: tidy(hours), days: String(ran.length + filled), missingDays: missing.length, standingDays: stood.length, isStanding: stood.length > 0 && ran.length + missing.length + unsaid.length === 0,
    source: [...fromLedger(ran), ...whatStood(stood), ...contradictions(days), ...filledIn({ missing, unsaid: ran.length > 0 ? 0 : unsaid.length, yearly })],
  };
}

function fromLedger(ran: readonly OperatingDay[]): Words[] {
  if (ran.length === 0) return [];
  const total = tidy(ran.reduce((sum, one) => sum + one.hours, 0));
  return [{ zh: `运行时间取自生产设施台账：运行 ${total} 小时、${ran.length} 天`, en: `Time from the ledger of facilities: ${total} h on ${ran.length} day(s)` }];
}

/** The reason of a zero: which stoppage, or the ledger itself. */
function whatStood(stood: readonly OperatingDay[]): Words[] {
  const stops = [...new Map(stood.flatMap(one => (one.stoppage ? [[one.stoppage.recordId, one.stoppage] as const] : []))).values()];
  const reported = stood.filter(one => one.stoppage !== null).length;
  const byLedger = stood.filter(one => one.stoppage === null).map(one => one.day);
  const until = (to: string | null, open: string): string => to ?? open;
  return [
    ...(stops.length > 0 ? [{
      zh: `停产报告 ${stops.map(one => `${one.from} 至 ${until(one.to, '未复产')}（${one.reason}）`).join('、')}：其中 ${reported} 天不排放，计 0`,
      en: `Reported stoppage ${stops.map(one => `${one.from} to ${until(one.to, 'now')}`).join(', ')}: nothing discharged on ${reported} day(s)`,
    }] : []),
    ...(byLedger.length > 0 ? [{ zh: `台账或自动监测记录停运 ${byLedger.length} 天（${runsInWords(byLedger).zh}），计 0`, en: `Standing by the ledger or the automatic data on ${byLedger.length} day(s) (${runsInWords(byLedger).en}): zero` }] : []),
  ];
}

function contradictions(days: readonly OperatingDay[]): Words[] {
  const found = days.filter(one => one.contradicts).map(one => one.day);
  if (found.length === 0) return [];
  return [{ zh: `停产报告或停运记录的日子里有 ${found.length} 天（${runsInWords(found).zh}）有运行或排放数据，这些天照常核算；请核对停产报告和台账`, en: `On ${found.length} day(s) that are said to have stood (${runsInWords(found).en}) something ran or flowed: they are reckoned as usual. Check the stoppage and the ledger.` }];
}

function filledIn({ missing, unsaid, yearly }: { missing: readonly OperatingDay[]; unsaid: number; yearly: number }): Words[] {
  const which = runsInWords(missing.map(one => one.day));
  const hours = tidy(missingHours(missing, yearly));
  const isPartly = missing.some(one => one.hours > 0);
  const [zh, en] = isPartly ? ['没有记全运行时间', 'not all the hours'] : ['没有运行时间', 'no hours'];
  return [
    ...(missing.length > 0 ? [{
      zh: `台账有 ${missing.length} 天${zh}（${which.zh}），不按零计：按许可证载明的年运行 ${yearly} 小时折算 ${hours} 小时${isPartly ? '（已记的更多的，按已记的）' : ''}；补记台账后重新核算`,
      en: `The ledger has ${en} for ${missing.length} day(s) (${which.en}), not taken for zero: ${hours} h by the permit’s ${yearly} h a year${isPartly ? ', or as entered where that is more' : ''}. Complete the ledger.`,
    }] : []),
    ...(unsaid > 0 ? [{ zh: `台账没有运行时间，按许可证载明的年运行 ${yearly} 小时折到 ${unsaid} 天，为 ${tidy(unsaid * aDay(yearly))} 小时`, en: `The ledger has no hours: ${yearly} h a year of the permit over ${unsaid} days, ${tidy(unsaid * aDay(yearly))} h` }] : []),
  ];
}

function designedHours(form: Form, place: string): number {
  const outlet = tableOf(form, 'air-outlets', 'outlets').find(row => textIn(row, 'code') === place);
  return Number(outlet ? textIn(outlet, 'hoursPerYear') : '') || DAYS_OF_A_YEAR * 24;
}

/** The permit’s hours of one day. */
const aDay = (yearly: number): number => Math.min(24, yearly / DAYS_OF_A_YEAR);
/** Of a day that is entered in part no less than what is entered. */
const missingHours = (missing: readonly OperatingDay[], yearly: number): number => missing.reduce((sum, one) => sum + Math.max(one.hours, aDay(yearly)), 0);
const tidy = (hours: number): string => String(Math.round(hours * 100) / 100);
