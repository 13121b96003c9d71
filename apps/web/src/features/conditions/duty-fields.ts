import type { FieldSpec } from '@/shared/form/field';
import { PERIODS, RULES, type LibraryCondition } from './model';

type Template = NonNullable<LibraryCondition['duty']>;
type Words = (key: string) => string;

/** The fields of a recurring duty, flat, so that conditions of visibility can name them. */
export function dutyFields(t: Words): FieldSpec[] {
  const yes = { field: 'hasDuty', in: [true] };
  const when = (...rules: string[]) => ({ field: 'dutyRule', in: rules });
  return [
    { name: 'hasDuty', label: t('edit.hasDuty'), type: 'boolean', required: true, group: t('column.duty'), width: 'full' },
    { name: 'dutyPeriod', label: t('edit.duty.period'), type: 'select', required: yes, visibleWhen: yes, width: 'half', options: PERIODS.map(value => ({ value, label: t(`period.${value}`) })) },
    { name: 'dutyRule', label: t('edit.duty.rule'), type: 'select', required: yes, visibleWhen: yes, width: 'half', options: RULES.map(value => ({ value, label: t(`rule.${value}`) })) },
    { name: 'dutyDays', label: t('edit.duty.days'), type: 'integer', unit: t('edit.duty.daysUnit'), min: 0, max: 1830, required: when('after-days', 'period-end'), visibleWhen: when('after-days', 'period-end'), width: 'half' },
    { name: 'dutyMonthDay', label: t('edit.duty.monthDay'), type: 'text', example: '03-31', pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', patternHint: t('edit.duty.monthDayHint'), required: when('month-day'), visibleWhen: when('month-day'), width: 'half' },
    { name: 'dutyDate', label: t('edit.duty.date'), type: 'date', required: when('date'), visibleWhen: when('date'), width: 'half' },
    { name: 'dutyContent', label: t('edit.duty.content'), type: 'text', max: 300, required: yes, visibleWhen: yes, width: 'full' },
  ];
}

/** What was typed, as the API wants it; null when nothing recurs. */
export function dutyOf(values: Readonly<Record<string, unknown>>): Partial<Template> | null {
  if (values['hasDuty'] !== true) return null;
  const { dutyPeriod: period, dutyRule: rule, dutyContent: content, dutyDays: days, dutyMonthDay: monthDay, dutyDate: date } = values as Record<string, never>;
  const needsDays = rule === 'after-days' || rule === 'period-end';
  return { period, rule, content, ...(needsDays ? { days } : {}), ...(rule === 'month-day' ? { monthDay } : {}), ...(rule === 'date' ? { date } : {}) };
}

export const dutyValues = (duty: Template | null): Record<string, unknown> =>
  duty ? { hasDuty: true, dutyPeriod: duty.period, dutyRule: duty.rule, dutyDays: duty.days, dutyMonthDay: duty.monthDay, dutyDate: duty.date, dutyContent: duty.content } : { hasDuty: false };
