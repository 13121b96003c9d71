import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { BATCH_TONE, BATCHES, type Batch } from './model';

/** Questions about many enterprises at once. */
export function BatchListPage() {
  const { t } = useTranslation('banks');
  const { base } = useSession();
  const columns: Column<Batch>[] = [
    { key: 'number', title: t('batch.number'), lead: true, render: row => <span className="hb-num">{row.number}</span> },
    { key: 'reference', title: t('field.reference'), render: row => row.reference },
    { key: 'state', title: t('field.status'), render: row => <StatusTag tone={BATCH_TONE[row.state]}>{t(`batch.state.${row.state}`)}</StatusTag> },
    { key: 'done', title: t('batch.progress'), render: row => t('batch.of', { done: row.done, total: row.total }) },
    { key: 'answered', title: t('batch.outcome'), render: row => t('batch.counts', { answered: row.answered, refused: row.refused }) },
    { key: 'by', title: t('looks.by'), render: row => row.byName },
    { key: 'created', title: t('field.created'), sortBy: 'created', render: row => <DateText value={row.createdAt} time /> },
  ];
  return (
    <>
      <PageHeader title={t('batch.title')} lead={t('batch.lead')} actions={<ButtonLink to={`${base}/bank-batches/new`} kind="primary">{t('batch.make')}</ButtonLink>} />
      <DataTable<Batch>
        caption={t('batch.title')}
        path={BATCHES}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/bank-batches/${row.id}`}
        defaultSort="-created"
        searchHint={t('batch.search')}
        filters={[{ name: 'state', label: t('field.status'), options: (['waiting', 'running', 'done'] as const).map(value => ({ value, label: t(`batch.state.${value}`) })) }]}
        empty={<EmptyState title={t('batch.empty')}>{t('batch.emptyHint')}</EmptyState>}
      />
    </>
  );
}
