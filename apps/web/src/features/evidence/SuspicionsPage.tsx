import { useTranslation } from 'react-i18next';
import { withQuery } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { STATE_TONE, STRENGTH_TONE, suspicionsPath, type Suspicion } from './model';

const KINDS = ['same-table', 'same-report', 'same-file', 'same-image', 'same-text', 'same-stamp', 'same-author', 'impossible-time', 'impossible-place'] as const;

/** Documents that have too much in common, or cannot be: for officers. */
export function SuspicionsPage() {
  const { t } = useTranslation('evidence');
  const { base } = useSession();
  const columns: Column<Suspicion>[] = [
    { key: 'measure', title: t('suspicion.column.what'), lead: true, render: row => `${t(`suspicion.kind.${row.kind}`)}：${row.measure}` },
    { key: 'who', title: t('suspicion.column.who'), render: row => row.sides.map(side => side.enterpriseName ?? t('suspicion.elsewhere')).filter((name, index, all) => all.indexOf(name) === index).join(' / ') },
    { key: 'strength', title: t('suspicion.column.strength'), render: row => <StatusTag tone={STRENGTH_TONE[row.strength]}>{t(`suspicion.strength.${row.strength}`)}</StatusTag> },
    { key: 'state', title: t('suspicion.column.state'), render: row => <StatusTag tone={STATE_TONE[row.state]}>{t(`suspicion.state.${row.state}`)}</StatusTag> },
    { key: 'at', title: t('suspicion.column.at'), sortBy: 'found', render: row => <DateText value={row.foundAt} time /> },
  ];
  return (
    <>
      <PageHeader title={t('suspicion.title')} lead={t('suspicion.lead')} />
      <DataTable<Suspicion>
        caption={t('suspicion.title')}
        path={suspicionsPath}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/suspicions/${row.id}`}
        searchHint={t('suspicion.search')}
        defaultSort="-found"
        filters={[
          { name: 'state', label: t('suspicion.column.state'), options: (['open', 'clue', 'dismissed'] as const).map(value => ({ value, label: t(`suspicion.state.${value}`) })) },
          { name: 'strength', label: t('suspicion.column.strength'), options: (['strong', 'medium', 'weak'] as const).map(value => ({ value, label: t(`suspicion.strength.${value}`) })) },
          { name: 'kind', label: t('suspicion.column.what'), options: KINDS.map(value => ({ value, label: t(`suspicion.kind.${value}`) })) },
          { name: 'from', label: t('suspicion.from'), type: 'date' },
          { name: 'to', label: t('suspicion.to'), type: 'date' },
        ]}
        onExport={async query => location.assign(withQuery(`${suspicionsPath}/export`, query))}
        empty={<EmptyState title={t('suspicion.empty')}>{t('suspicion.emptyHint')}</EmptyState>}
      />
    </>
  );
}
