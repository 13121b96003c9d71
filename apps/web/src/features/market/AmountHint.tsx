import { useTranslation } from 'react-i18next';
import { useSection } from '@/shared/form/context';
import { useComputed } from '@/shared/form/form-store';
import { doubtOf, inWan } from './amounts';

interface Props {
  /** The field of the form that holds the amount. */
  readonly field: string;
  readonly budgetYuan: string | null;
}

/** Reads the typed amount back in 万元 and asks when it looks like the wrong unit. */
export function AmountHint({ field, budgetYuan }: Props) {
  const { t } = useTranslation('market');
  const { store } = useSection();
  const typed = useComputed(store, values => String(values[field] ?? '').trim());
  const wan = inWan(typed);
  const doubt = doubtOf(typed, budgetYuan);
  return (
    <div role="status" className="hb-amount">
      {wan !== null && <span className="hb-muted">{t('bid.inWan', { wan })}</span>}
      {doubt !== null && <span className={doubt === 'above' ? 'hb-muted' : 'hb-field-error'}>{t(`bid.doubt.${doubt}`, { budget: budgetYuan })}</span>}
    </div>
  );
}
