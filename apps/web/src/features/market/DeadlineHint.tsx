import { useTranslation } from 'react-i18next';
import { useSection } from '@/shared/form/context';
import { useComputed } from '@/shared/form/form-store';
import { now } from '@/shared/time/time';
import { leftOf } from './server-clock';

const SHORT_DAYS = 3;

/** Says how long firms have, and asks when it is little. */
export function DeadlineHint() {
  const { t } = useTranslation('market');
  const { store } = useSection();
  const deadline = useComputed(store, values => `${String(values['deadlineDay'] ?? '')}T${String(values['deadlineTime'] ?? '')}:00+08:00`);
  const at = Date.parse(deadline);
  if (Number.isNaN(at)) return null;
  const left = leftOf(at - now().valueOf());
  const tone = left.over || left.days < SHORT_DAYS ? 'hb-field-error' : 'hb-muted';
  return (
    <p role="status" className={tone}>
      {left.over ? t('form.deadlinePast') : t(left.days < SHORT_DAYS ? 'form.deadlineShort' : 'form.deadlineLeft', { days: left.days, hours: left.hours })}
    </p>
  );
}
