import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { withQuery } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { AppLink } from '@/shared/ui/AppLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import { OutageList } from './OutageList';
import { PermitTag } from './PermitTag';
import { EXCEEDANCE_TONE, textOrNull, type ExceedanceRow, type PermitRow } from './model';

/** Permits with their records, and results above their limits. */
export function ListPage() {
  const { t } = useTranslation('records');
  const { organisation } = useSession();
  const tab = (useSearch({ strict: false }) as Record<string, string>)['tab'] ?? 'permits';
  return (
    <>
      <PageHeader title={t('list.title')} lead={t(organisation?.orgKind === 'bureau' ? 'list.leadBureau' : 'list.lead')} />
      <TabLinks label={t('list.title')} active={tab} tabs={[{ key: 'permits', label: t('list.permits') }, { key: 'exceedances', label: t('list.exceedances') }, { key: 'outages', label: t('tab.outages') }]} />
      {tab === 'exceedances' ? <Exceedances /> : tab === 'outages' ? <OutageList /> : <Permits />}
    </>
  );
}

function Permits() {
  const { t } = useTranslation('records');
  const { base } = useSession();
  const columns: Column<PermitRow>[] = [
    { key: 'name', title: t('list.name'), lead: true, sortBy: 'name', render: row => `${row.enterpriseName} · ${row.siteName}` },
    { key: 'number', title: t('list.number'), render: row => <AppLink to={`${base}/certificates/${row.id}`}><span className="hb-num">{row.number}</span></AppLink> },
    { key: 'status', title: t('list.status'), render: row => <PermitTag permit={row} /> },
    { key: 'validTo', title: t('list.validTo'), sortBy: 'validTo', render: row => <DateText value={row.validTo} /> },
    { key: 'last', title: t('list.lastResult'), render: row => <DateText value={textOrNull(row.lastEntryOn)} /> },
    { key: 'open', title: t('list.open'), render: row => (row.openExceedances > 0 ? <StatusTag tone="danger">{t('list.openCount', { count: row.openExceedances })}</StatusTag> : <span className="hb-muted">{t('list.none')}</span>) },
  ];
  return (
    <DataTable<PermitRow>
      caption={t('list.permits')} path="/api/v1/monitoring" columns={columns} rowKey={row => row.id} rowLink={row => `${base}/records/${row.id}`} searchHint={t('list.search')} defaultSort="newest"
      filters={[
        { name: 'standing', label: t('list.status'), options: (['valid', 'expired', 'ended'] as const).map(value => ({ value, label: t(`list.standings.${value}`) })) },
        { name: 'exceedances', label: t('list.open'), options: (['open', 'none'] as const).map(value => ({ value, label: t(`list.openFilter.${value}`) })) },
      ]}
      onExport={async query => location.assign(withQuery('/api/v1/monitoring/export', query))}
      empty={<EmptyState title={t('list.empty')}>{t('list.emptyHint')}</EmptyState>}
    />
  );
}

function Exceedances() {
  const { t } = useTranslation('records');
  const { base } = useSession();
  const columns: Column<ExceedanceRow>[] = [
    { key: 'what', title: t('exceedance.what'), lead: true, render: row => `${row.place} ${textOf(row.pollutantTitle)}` },
    { key: 'name', title: t('list.name'), render: row => `${row.enterpriseName} · ${row.siteName}` },
    { key: 'day', title: t('result.day'), sortBy: 'sampled', render: row => <DateText value={row.sampledOn} /> },
    { key: 'value', title: t('result.value'), align: 'end', render: row => <span className="hb-num">{`${row.comparedValue} / ${row.limitValue} ${row.unit}`}</span> },
    { key: 'state', title: t('exceedance.state'), render: row => <StatusTag tone={EXCEEDANCE_TONE[row.state]}>{t(`exceedance.states.${row.state}`)}</StatusTag> },
  ];
  return (
    <DataTable<ExceedanceRow>
      caption={t('list.exceedances')} path="/api/v1/exceedances" columns={columns} rowKey={row => row.id} rowLink={row => `${base}/exceedances/${row.id}`} searchHint={t('exceedance.search')} defaultSort="-found"
      filters={[{ name: 'state', label: t('exceedance.state'), options: (['open', 'explained', 'withdrawn'] as const).map(value => ({ value, label: t(`exceedance.states.${value}`) })) }, { name: 'from', label: t('exceedance.from'), type: 'date' }, { name: 'to', label: t('entry.to'), type: 'date' }]}
      onExport={async query => location.assign(withQuery('/api/v1/exceedances/export', query))}
      empty={<EmptyState title={t('exceedance.empty')}>{t('exceedance.emptyHint')}</EmptyState>}
    />
  );
}
