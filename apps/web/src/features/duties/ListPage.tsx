import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { dutiesPath, STATUS_TONES, type Duty } from './model';

const STATUSES = ['due', 'overdue', 'upcoming', 'done', 'excused'] as const;
const KINDS = ['report-annual', 'report-quarterly', 'report-monthly', 'monitoring', 'disclosure', 'condition', 'renewal', 'retention'] as const;

/** What is to be done after the permit, the earliest first. */
export function ListPage() {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  const columns: Column<Duty>[] = [
    { key: 'title', title: t('list.column.title'), lead: true, render: row => textOf(row.title) },
    { key: 'dueOn', title: t('list.column.dueOn'), render: row => <DateText value={row.dueOn} /> },
    { key: 'status', title: t('list.column.status'), render: row => <StatusTag tone={STATUS_TONES[row.status]}>{t(`status.${row.status}`)}</StatusTag> },
    { key: 'site', title: t('list.column.site'), render: row => `${row.enterpriseName} · ${row.siteName}` },
  ];
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <DataTable<Duty>
        caption={t('list.title')}
        path={dutiesPath}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/duties/${row.id}`}
        searchHint={t('list.search')}
        filters={[
          { name: 'status', label: t('list.column.status'), options: STATUSES.map(value => ({ value, label: t(`status.${value}`) })) },
          { name: 'kind', label: t('list.column.kind'), options: KINDS.map(value => ({ value, label: t(`kind.${value}`) })) },
        ]}
        empty={<EmptyState title={t('list.empty')}>{t('list.emptyHint')}</EmptyState>}
      />
    </>
  );
}
