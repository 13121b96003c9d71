import { useTranslation } from 'react-i18next';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { PUBLIC, type PublicSupervision } from './model';

/** Rectifications listed for supervision, for everybody; off the list when they are done. */
export function PublicSupervisionPage() {
  const { t } = useTranslation('rectification');
  const columns: Column<PublicSupervision>[] = [
    { key: 'enterprise', title: t('enterprise'), lead: true, render: row => <>{row.enterpriseName}<div className="hb-small hb-muted">{row.number}</div></> },
    { key: 'summary', title: t('problem'), render: row => row.summary },
    { key: 'demand', title: t('supervision.demand'), render: row => row.demand },
    { key: 'started', title: t('supervision.started'), sortBy: 'started', render: row => <DateText value={row.startedOn} /> },
    { key: 'due', title: t('supervision.due'), render: row => <><DateText value={row.dueOn} /> {row.isOverdue && <StatusTag tone="danger">{t('overdue')}</StatusTag>}</> },
  ];
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={t('public.title')} lead={t('public.lead')} />
      <DataTable<PublicSupervision> caption={t('public.title')} path={PUBLIC} columns={columns} rowKey={row => row.id} defaultSort="-started" searchHint={t('public.search')} onExport={query => download(`${PUBLIC}/export`, query, `${t('public.title')}.xlsx`)} empty={<EmptyState title={t('public.empty')} />} />
    </div>
  );
}
