import { useTranslation } from 'react-i18next';
import { withQuery } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { DutyTabs } from './DutyTabs';
import { dutiesPath, KINDS, STATUS_TONES, STATUSES, type Duty } from './model';

/** What is to be done after the permit, the earliest first. */
export function ListPage() {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  const columns: Column<Duty>[] = [
    { key: 'title', title: t('list.column.title'), lead: true, render: row => textOf(row.title) },
    { key: 'dueOn', title: t('list.column.dueOn'), sortBy: 'dueOn', render: row => <><DateText value={row.dueOn} />{!row.verified && <> <StatusTag tone="muted">{t('list.unverified')}</StatusTag></>}</> },
    { key: 'status', title: t('list.column.status'), render: row => <StatusTag tone={STATUS_TONES[row.status]}>{t(`status.${row.status}`)}</StatusTag> },
    { key: 'kind', title: t('list.column.kind'), wideOnly: true, render: row => t(`kind.${row.kind}`) },
    { key: 'site', title: t('list.column.site'), sortBy: 'enterprise', render: row => `${row.enterpriseName} · ${row.siteName}` },
  ];
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <DutyTabs active="list" />
      <DataTable<Duty>
        caption={t('list.title')}
        path={dutiesPath}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/duties/${row.id}`}
        searchHint={t('list.search')}
        defaultSort="dueOn"
        filters={[
          { name: 'status', label: t('list.column.status'), options: STATUSES.map(value => ({ value, label: t(`status.${value}`) })) },
          { name: 'kind', label: t('list.column.kind'), options: KINDS.map(value => ({ value, label: t(`kind.${value}`) })) },
          { name: 'from', label: t('list.from'), type: 'date' },
          { name: 'to', label: t('list.to'), type: 'date' },
        ]}
        onExport={async query => location.assign(withQuery(`${dutiesPath}/export`, query))}
        empty={<EmptyState title={t('list.empty')}>{t('list.emptyHint')}</EmptyState>}
      />
    </>
  );
}
