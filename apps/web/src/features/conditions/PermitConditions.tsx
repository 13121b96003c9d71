import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { ConditionList } from './ConditionList';
import type { AsOf } from './model';

/** Conditions that hold today, and the way to every other day. */
export function PermitConditions({ permitId }: { readonly permitId: string }) {
  const { t } = useTranslation('conditions');
  const { base } = useSession();
  const found = useQuery(readPath<AsOf>(`/api/v1/permits/${permitId}/as-of`));
  const here = `${base}/certificates/${permitId}`;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('permit.conditions')}</h2>
      <ProblemAlert error={found.error} />
      {found.data && <ConditionList conditions={found.data.conditions} none={t('asOf.noConditions')} />}
      <p className="hb-row hb-no-print">
        <AppLink to={`${here}/as-of`}>{t('permit.asOf')}</AppLink>
        <AppLink to={`${here}/compare`}>{t('permit.compare')}</AppLink>
        <AppLink to={`${base}/duties/calendar?permitId=${permitId}`}>{t('permit.calendar')}</AppLink>
        <AppLink to={`${base}/stoppages`}>{t('permit.stoppages')}</AppLink>
      </p>
    </section>
  );
}
