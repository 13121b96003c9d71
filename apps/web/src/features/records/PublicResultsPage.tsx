import { useTranslation } from 'react-i18next';
import { withQuery } from '@/api/rest';
import { textOf } from '@/i18n';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { VERDICT_TONE, type PublicResult } from './model';

const PATH = '/api/v1/public/monitoring-results';

/** Self-monitoring of permit holders, open to everyone. */
export function PublicResultsPage() {
  const { t } = useTranslation('records');
  const columns: Column<PublicResult>[] = [
    { key: 'name', title: t('list.name'), lead: true, render: row => `${row.enterpriseName} · ${row.siteName}` },
    { key: 'what', title: t('result.what'), render: row => `${row.place} ${textOf(row.pollutantTitle)}` },
    { key: 'day', title: t('result.day'), sortBy: 'day', render: row => <DateText value={row.sampledOn} /> },
    { key: 'value', title: t('result.value'), align: 'end', render: row => <span className="hb-num">{`${row.reported} ${row.unit}`}</span> },
    { key: 'limit', title: t('result.limit'), align: 'end', render: row => <span className="hb-num">{row.limitValue === null ? '—' : `${row.comparedValue} / ${String(row.limitValue)}`}</span> },
    { key: 'verdict', title: t('result.verdict'), render: row => <StatusTag tone={VERDICT_TONE[row.verdict]}>{t(`verdict.${row.verdict}`)}</StatusTag> },
  ];
  return (
    <div className="hb-container">
      <PageHeader title={t('open.title')} lead={t('open.lead')} />
      <DataTable<PublicResult>
        caption={t('open.title')} path={PATH} columns={columns} rowKey={row => row.id} searchHint={t('list.search')} defaultSort="-day"
        filters={[
          { name: 'medium', label: t('open.medium'), options: (['air', 'water', 'fugitive', 'noise'] as const).map(value => ({ value, label: t(`open.media.${value}`) })) },
          { name: 'verdict', label: t('result.verdict'), options: (['met', 'exceeded', 'no-limit', 'not-comparable'] as const).map(value => ({ value, label: t(`verdict.${value}`) })) },
          { name: 'from', label: t('entry.from'), type: 'date' }, { name: 'to', label: t('entry.to'), type: 'date' },
        ]}
        onExport={async query => location.assign(withQuery(`${PATH}/export`, query))}
        empty={<EmptyState title={t('open.empty')}>{t('open.emptyHint')}</EmptyState>}
      />
    </div>
  );
}
