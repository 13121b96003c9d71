import { useTranslation } from 'react-i18next';
import type { LibraryCondition, PermitCondition } from './model';

type Template = NonNullable<LibraryCondition['duty']>;
type Placed = NonNullable<PermitCondition['duty']>;

/** A recurring duty in words: how often, what, and from when. */
export function useDutyWords(): (duty: Template | Placed) => string {
  const { t } = useTranslation('conditions');
  return duty => {
    const first = 'firstDueOn' in duty ? t('first.on', { day: duty.firstDueOn }) : t(`first.${duty.rule}`, { days: duty.days, monthDay: duty.monthDay, date: duty.date });
    return `${t(`period.${duty.period}`)}：${duty.content}（${first}）`;
  };
}
