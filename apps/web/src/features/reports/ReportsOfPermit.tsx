import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { AppLink } from '@/shared/ui/AppLink';
import { DateText } from '@/shared/ui/values';
import { publicReportsPath, type PublicReportRow } from './model';

/** On the public page of a permit: its published reports. */
export function ReportsOfPermit({ permitId }: { readonly permitId: string }) {
  const { t } = useTranslation('reports');
  const reports = useQuery(readPath<Page<PublicReportRow>>(publicReportsPath, { permitId, limit: 20 }));
  if (!reports.data || reports.data.items.length === 0) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('open.title')}</h2>
      <ul className="hb-plain-list hb-stack" style={{ gap: 8 }}>
        {reports.data.items.map(row => (
          <li key={row.id} className="hb-row">
            <AppLink to={`/execution-reports/${row.id}`}>{textOf(row.title)}</AppLink>
            <span className="hb-muted">{t('open.accepted')} <DateText value={row.acceptedAt} /></span>
          </li>
        ))}
      </ul>
    </section>
  );
}
