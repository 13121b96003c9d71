import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { TabLinks } from '@/shared/ui/TabLinks';
import { download } from '../market/download';
import { QUALITY, type Quality } from './model';

const TABS = ['firm', 'retainer'] as const;

/** Quality of stewards in figures, by firm or by retainer; nothing of what was found. */
export function QualityPage() {
  const { t } = useTranslation('stewardship');
  const { tab = 'firm' } = useSearch({ strict: false }) as { tab?: string };
  const by = tab === 'retainer' ? 'retainer' : 'firm';
  const share = (part: number, whole: number, percent: number | null) => (percent === null ? t('quality.none') : <span className="hb-num">{`${percent}% `}<span className="hb-small hb-muted">{t('quality.of', { part, whole })}</span></span>);
  const columns: Column<Quality>[] = [
    { key: 'firm', title: t('quality.column.firm'), sortBy: 'name', lead: true, render: row => row.firmName },
    ...(by === 'retainer' ? [{ key: 'client', title: t('quality.column.client'), render: (row: Quality) => <>{row.clientName} <span className="hb-small hb-muted hb-num">{row.number}</span></> }] : [{ key: 'retainers', title: t('quality.column.retainers'), align: 'end' as const, render: (row: Quality) => row.retainers }]),
    { key: 'visits', title: t('quality.column.visits'), sortBy: 'visits', render: row => <>{share(row.visitsHeld, row.visitsDue, row.visitsShare)}{row.visitsLate > 0 && <span className="hb-small hb-muted"> {t('quality.late', { count: row.visitsLate })}</span>}</> },
    { key: 'findings', title: t('quality.column.findings'), render: row => share(row.findingsInTime, row.findingsDue, row.findingsShare) },
    { key: 'reports', title: t('quality.column.reports'), render: row => share(row.reportsInTime, row.reportsDue, row.reportsShare) },
    { key: 'acknowledged', title: t('quality.column.acknowledged'), render: row => share(row.reportsAcknowledged, row.reportsSent, row.acknowledgedShare) },
  ];
  return (
    <>
      <PageHeader title={t('quality.title')} lead={t('quality.lead')} />
      <TabLinks label={t('quality.title')} active={by} tabs={TABS.map(key => ({ key, label: t(`quality.tabs.${key}`) }))} />
      <DataTable<Quality>
        key={by}
        caption={t('quality.caption')}
        path={QUALITY}
        query={{ by }}
        columns={columns}
        rowKey={row => row.id}
        defaultSort="name"
        searchHint={t('quality.search')}
        onExport={query => download(`${QUALITY}/export`, query, `${t('quality.title')}.xlsx`)}
        filters={[{ name: 'from', label: t('quality.from'), type: 'date' }, { name: 'to', label: t('quality.to'), type: 'date' }, { name: 'lacking', label: t('quality.lacking'), options: [{ value: 'true', label: t('quality.onlyLacking') }] }]}
        empty={<EmptyState title={t('quality.empty')} />}
      />
    </>
  );
}
