import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { inShanghai, now } from '@/shared/time/time';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import './inspections.css';
import type { Figures } from './model';

const YEARS = 5;

/** How many inspections of which kind, and what came of them: no unit, no person. */
export function PublicInspectionsPage() {
  const { t } = useTranslation('inspections');
  const current = inShanghai(now().toISOString()).year();
  const [year, setYear] = useState(current);
  const figures = useQuery(readPath<Figures>('/api/v1/public/inspections/figures', { year }));
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={t('public.title')} lead={t('public.lead')} actions={<Select aria-label={t('public.year')} value={year} options={Array.from({ length: YEARS }, (_, nth) => ({ value: current - nth, label: String(current - nth) }))} onChange={setYear} />} />
      {figures.isPending && <Skeleton lines={5} />}
      {figures.error && <ProblemAlert error={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.data?.rows.length === 0 && <EmptyState title={t('public.empty')} />}
      {figures.data && figures.data.rows.length > 0 && (
        <section className="hb-card">
          <table className="hb-inspection__table">
            <caption className="hb-sr-only">{t('public.title')}</caption>
            <thead><tr><th scope="col">{t('public.quarter')}</th><th scope="col">{t('kind')}</th><th scope="col" className="hb-num">{t('results.clear')}</th><th scope="col" className="hb-num">{t('results.violations')}</th></tr></thead>
            <tbody>{figures.data.rows.map(row => <tr key={`${row.quarter}${row.kind}`}><th scope="row">{t('public.nth', { quarter: row.quarter })}</th><td>{t(`kinds.${row.kind}`)}</td><td className="hb-num">{row.clear}</td><td className="hb-num">{row.violations}</td></tr>)}</tbody>
          </table>
        </section>
      )}
    </div>
  );
}
