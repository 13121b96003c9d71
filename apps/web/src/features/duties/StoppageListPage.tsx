import { useTranslation } from 'react-i18next';
import { withQuery } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { DutyTabs } from './DutyTabs';
import { STOP_TONES, stoppagesPath, type Stoppage } from './model';

/** 停产 as reported, the newest first. */
export function StoppageListPage() {
  const { t } = useTranslation('duties');
  const { base, can } = useSession();
  const columns: Column<Stoppage>[] = [
    { key: 'site', title: t('list.column.site'), lead: true, render: row => `${row.enterpriseName} · ${row.siteName}` },
    { key: 'scope', title: t('stop.scope'), render: row => row.scope },
    { key: 'from', title: t('stop.from'), render: row => <DateText value={row.fromOn} /> },
    { key: 'to', title: t('stop.to'), render: row => (row.toOn ? <DateText value={row.toOn} /> : t('stop.unknown')) },
    { key: 'state', title: t('list.column.status'), render: row => <StatusTag tone={STOP_TONES[row.state]}>{t(`stop.state.${row.state}`)}</StatusTag> },
  ];
  const report = can('duty.stop') && <ButtonLink to={`${base}/stoppages/new`} kind="primary">{t('stop.report')}</ButtonLink>;
  return (
    <>
      <PageHeader title={t('stop.title')} lead={t('stop.lead')} actions={report} />
      <DutyTabs active="stoppages" />
      <DataTable<Stoppage>
        caption={t('stop.title')}
        path={stoppagesPath}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/stoppages/${row.id}`}
        searchHint={t('list.search')}
        filters={[
          { name: 'state', label: t('list.column.status'), options: (['reported', 'resumed', 'withdrawn'] as const).map(value => ({ value, label: t(`stop.state.${value}`) })) },
          { name: 'kind', label: t('stop.kindLabel'), options: (['planned', 'unplanned'] as const).map(value => ({ value, label: t(`stop.kind.${value}`) })) },
        ]}
        onExport={async query => location.assign(withQuery(`${stoppagesPath}/export`, query))}
        empty={<EmptyState title={t('stop.empty')} action={report || undefined}>{t('stop.emptyHint')}</EmptyState>}
      />
    </>
  );
}
