import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import type { ConflictRule } from './model';
import './reputation.css';

/** Who did the first may not do the second: the table that steps of tasks are held against. */
export function ConflictRulesPage() {
  const { t } = useTranslation('reputation');
  const english = useLanguage() === 'en';
  const rules = useQuery(readPath<readonly ConflictRule[]>('/api/v1/public/conflict-rules'));
  if (rules.isPending) return <PageSkeleton />;
  if (rules.error) return <RouteErrorPage error={rules.error} onRetry={() => void rules.refetch()} />;
  return (
    <div className="hb-container">
      <PageHeader title={t('conflicts.title')} lead={t('conflicts.lead')} back={{ to: '/firm-rankings', label: t('conflicts.backToRanking') }} />
      <div className="hb-card hb-reputation__scroll" role="region" aria-label={t('conflicts.caption')} tabIndex={0}>
        <table className="hb-reputation__values">
          <thead><tr><th scope="col">{t('conflicts.rule')}</th><th scope="col">{t('conflicts.scope')}</th><th scope="col">{t('conflicts.months')}</th><th scope="col">{t('conflicts.basis')}</th></tr></thead>
          <tbody>
            {rules.data.map(rule => (
              <tr key={`${rule.prior}>${rule.later}@${rule.scope}`}>
                <th scope="row">{english ? rule.titleEn : rule.titleZh}</th>
                <td>{t(`conflicts.${rule.scope}`)}</td>
                <td>{rule.months === 0 ? t('conflicts.forever') : t('conflicts.monthsOf', { count: rule.months })}</td>
                <td>{rule.legalBasis}{!rule.verified && t('unverified')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
