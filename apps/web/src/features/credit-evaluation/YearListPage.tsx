import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { YEARS, type YearItem } from './model';

/** Years of the annual evaluation, the newest first. */
export function YearListPage() {
  const { t } = useTranslation('credit-evaluation');
  const { base, can } = useSession();
  const columns: Column<YearItem>[] = [
    { key: 'year', title: t('year.year'), lead: true, render: row => t('year.name', { year: row.year }) },
    { key: 'state', title: t('year.state'), render: row => <StatusTag tone={row.state === 'listing' ? 'warning' : row.published === row.participants && row.participants > 0 ? 'success' : 'progress'}>{t(row.state === 'listing' ? 'year.listing' : row.published === row.participants && row.participants > 0 ? 'year.done' : 'year.running')}</StatusTag> },
    { key: 'participants', title: t('year.participants'), align: 'end', render: row => <span className="hb-num">{row.participants}</span> },
    { key: 'published', title: t('year.published'), align: 'end', render: row => <span className="hb-num">{row.published}</span> },
    { key: 'by', title: t('plan.publishBy'), render: row => <DateText value={row.publishBy} /> },
    { key: 'opened', title: t('year.openedBy'), wideOnly: true, render: row => <>{row.openedByName} <DateText value={row.openedAt} /></> },
  ];
  return (
    <>
      <PageHeader title={t('year.title')} lead={t('year.lead')} actions={can('evaluation-year.open') && <ButtonLink to={`${base}/evaluation-years/new`} kind="primary">{t('year.open')}</ButtonLink>} />
      <DataTable<YearItem> caption={t('year.caption')} path={YEARS} columns={columns} rowKey={row => row.id} rowLink={row => `${base}/evaluation-years/${row.id}`} empty={<EmptyState title={t('year.empty')}>{t('year.emptyHint')}</EmptyState>} />
    </>
  );
}
