import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { VERDICT_TONE, type PublicResult } from './model';

/** Self-monitoring of permit holders, open to everyone. */
export function PublicResultsPage() {
  const { t } = useTranslation('records');
  const columns: Column<PublicResult>[] = [
    { key: 'name', title: t('list.name'), lead: true, render: row => `${row.enterpriseName} · ${row.siteName}` },
    { key: 'what', title: t('result.what'), render: row => `${row.place} ${textOf(row.pollutantTitle)}` },
    { key: 'day', title: t('result.day'), render: row => <DateText value={row.sampledOn} /> },
    { key: 'value', title: t('result.value'), align: 'end', render: row => <span className="hb-num">{`${row.reported} ${row.unit}`}</span> },
    { key: 'limit', title: t('result.limit'), align: 'end', render: row => <span className="hb-num">{row.limitValue === null ? '—' : `${row.comparedValue} / ${String(row.limitValue)}`}</span> },
    { key: 'verdict', title: t('result.verdict'), render: row => <StatusTag tone={VERDICT_TONE[row.verdict]}>{t(`verdict.${row.verdict}`)}</StatusTag> },
  ];
  return (
    <div className="hb-container">
      <PageHeader title={t('open.title')} lead={t('open.lead')} />
      <DataTable<PublicResult> caption={t('open.title')} path="/api/v1/public/monitoring-results" columns={columns} rowKey={row => row.id} searchHint={t('list.search')} filters={[{ name: 'from', label: t('entry.from'), type: 'date' }, { name: 'to', label: t('entry.to'), type: 'date' }]} empty={<EmptyState title={t('open.empty')} />} />
    </div>
  );
}
