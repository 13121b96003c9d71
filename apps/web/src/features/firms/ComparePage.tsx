import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import './firms.css';
import { Points, Qualifications, Services } from './firm-parts';
import { INTEGRITY_TONE, type Firm } from './model';
import { useCapacity, useScore } from './words';

/** Two to four firms side by side; the address can be shared. */
export function ComparePage() {
  const { t } = useTranslation('firms');
  const { ids = '' } = useSearch({ strict: false }) as { ids?: string };
  const many = ids.split(',').filter(Boolean).length > 1;
  const firms = useQuery({ ...readPath<readonly Firm[]>('/api/v1/public/firms/compare', { ids }), enabled: many });
  if (many && firms.isPending) return <PageSkeleton />;
  if (firms.error) return <RouteErrorPage error={firms.error} />;
  return (
    <div className="hb-container">
      <PageHeader title={t('compare.title')} lead={t('compare.lead')} back={{ to: '/firms', label: t('firm.back') }} />
      {firms.data ? <Comparison firms={firms.data} /> : <EmptyState title={t('compare.none')} action={<ButtonLink to="/firms" kind="primary">{t('compare.choose')}</ButtonLink>} />}
    </div>
  );
}

function Comparison({ firms }: { readonly firms: readonly Firm[] }) {
  const { t } = useTranslation('firms');
  const rows = useRows();
  const without = (id: string): string => firms.map(one => one.firmId).filter(one => one !== id).join(',');
  return (
    <div className="hb-compare hb-card" role="region" aria-label={t('compare.title')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('compare.row')}</th>
            {firms.map(firm => (
              <th key={firm.firmId} scope="col">
                <AppLink to={`/firms/${firm.firmId}`}>{firm.firmName}</AppLink>
                {firms.length > 2 && <div className="hb-small"><AppLink to={`/firms/compare?ids=${without(firm.firmId)}`}>{t('compare.remove')}<span className="hb-sr-only"> {firm.firmName}</span></AppLink></div>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {firms.map(firm => <td key={firm.firmId}>{row.of(firm)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useRows(): { label: string; of: (firm: Firm) => ReactNode }[] {
  const { t } = useTranslation('firms');
  const [capacity, score] = [useCapacity(), useScore()];
  return [
    { label: t('firm.qualifications'), of: firm => <Qualifications firm={firm} /> },
    { label: t('register.score'), of: firm => <>{score(firm)}{firm.vetoedUntil && <div><StatusTag tone="danger">{t('reputation:veto', { day: firm.vetoedUntil })}</StatusTag></div>}</> },
    { label: t('firm.points'), of: firm => <><StatusTag tone={INTEGRITY_TONE[firm.integrity]}>{t(`integrity.${firm.integrity}`)}</StatusTag><Points firm={firm} /></> },
    { label: t('firm.services'), of: firm => <Services firm={firm} /> },
    { label: t('firm.capacity'), of: capacity },
    { label: t('firm.engineers'), of: firm => t('firm.engineerLoad', { count: firm.responsibleEngineers, capacity: firm.engineerCapacity, load: firm.engineerLoad }) },
    { label: t('firm.staff'), of: firm => firm.staff.map(one => t('firm.staffOf', { kind: one.certificate, count: one.people })).join('、') || t('register.none') },
    { label: t('firm.regions'), of: firm => firm.regions.join('、') },
    { label: t('firm.intro'), of: firm => firm.intro },
  ];
}
