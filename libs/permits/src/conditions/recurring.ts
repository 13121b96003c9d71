import { addDays } from '@huanbao/calendar';
import { yearsAfter } from '../certificate/validity';
import type { DutyPeriod, RecurringDuty } from '../life/permit-limit.entity';

export const FIRST_DUE_RULES = ['after-days', 'month-day', 'period-end', 'date'] as const;
export type FirstDueRule = (typeof FIRST_DUE_RULES)[number];

/** What a condition demands again and again, before the day is known on which the permit takes effect. */
export interface DutyTemplate {
  readonly period: DutyPeriod;
  /** What is to be done and handed in. */
  readonly content: string;
  readonly rule: FirstDueRule;
  /** `after-days`: so many days after the effect; `period-end`: so many days after the end of the period. */
  readonly days: number | null;
  /** `month-day`: MM-DD. */
  readonly monthDay: string | null;
  /** `date`: YYYY-MM-DD. */
  readonly date: string | null;
}

const MONTHS: Readonly<Record<DutyPeriod, number>> = { once: 12, monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 };
const pad = (n: number): string => String(n).padStart(2, '0');

/** Last day of the calendar period that a day lies in. */
function periodEnd(day: string, months: number): string {
  const month = Number(day.slice(5, 7));
  const after = month - ((month - 1) % months) + months;
  const year = Number(day.slice(0, 4)) + (after > 12 ? 1 : 0);
  return addDays(`${year}-${pad(after > 12 ? after - 12 : after)}-01`, -1);
}

function nextMonthDay(monthDay: string, from: string): string {
  const year = Number(from.slice(0, 4));
  // 29 February of another year is its last day
  const dayOf = (y: number): string => yearsAfter(`2000-${monthDay}`, y - 2000);
  return dayOf(year) >= from ? dayOf(year) : dayOf(year + 1);
}

/** The first due day of a template for a condition that takes effect on a day: never before that day. Pure. */
export function firstDueOn(template: DutyTemplate, effectiveFrom: string): string {
  switch (template.rule) {
    case 'after-days':
      return addDays(effectiveFrom, template.days ?? 0);
    case 'month-day':
      return nextMonthDay(template.monthDay ?? '12-31', effectiveFrom);
    case 'period-end':
      return addDays(periodEnd(effectiveFrom, MONTHS[template.period]), template.days ?? 0);
    case 'date': {
      const date = template.date ?? effectiveFrom;
      return date >= effectiveFrom ? date : effectiveFrom;
    }
  }
}

export const recurringOf = (template: DutyTemplate | null, effectiveFrom: string): RecurringDuty | null =>
  template && { period: template.period, content: template.content, firstDueOn: firstDueOn(template, effectiveFrom), ...(template.rule === 'period-end' && !template.days ? { atMonthEnd: true } : {}) };
