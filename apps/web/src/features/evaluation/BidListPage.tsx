import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Money } from '@/shared/ui/values';
import { download } from '../market/download';
import { evaluationPath, type JudgedBid, OUTCOME_TONE } from './model';

const OUTCOMES = Object.keys(OUTCOME_TONE) as JudgedBid['outcome'][];

/** All bids of a task as they were judged; a bidder sees the own one. */
export function BidListPage() {
  const { taskId = '' } = useParams({ strict: false }) as { taskId?: string };
  const { t } = useTranslation('evaluation');
  const { base } = useSession();
  const path = `${evaluationPath(taskId)}/bids`;
  const points = (key: 'technical' | 'priceScore' | 'total') => ({ key, title: t(`result.${key}`), align: 'end' as const, render: (row: JudgedBid) => <span className="hb-num">{row[key] ?? '—'}</span> });
  return (
    <>
      <PageHeader title={t('bids.title')} lead={t('bids.lead')} back={{ to: `${base}/tasks/${taskId}/evaluation`, label: t('page.title') }} />
      <DataTable<JudgedBid>
        caption={t('bids.title')}
        path={path}
        columns={[
          { key: 'rank', title: t('result.rank'), sortBy: 'rank', render: row => <span className="hb-num">{row.rank ?? '—'}</span> },
          { key: 'firm', title: t('result.firm'), lead: true, sortBy: 'firm', render: row => row.firmName },
          { key: 'outcome', title: t('bids.outcome'), render: row => <StatusTag tone={OUTCOME_TONE[row.outcome]}>{t(`bids.became.${row.outcome}`)}</StatusTag> },
          { key: 'price', title: t('result.price'), sortBy: 'price', align: 'end', render: row => (row.priceYuan === null ? '—' : <Money yuan={row.priceYuan} />) },
          points('technical'), points('priceScore'), points('total'),
        ]}
        rowKey={row => row.bidId}
        rowLink={row => `${base}/tasks/${taskId}/evaluation/bids/${row.bidId}`}
        defaultSort="rank"
        searchHint={t('lines.search')}
        filters={[{ name: 'outcome', label: t('bids.outcome'), options: OUTCOMES.map(value => ({ value, label: t(`bids.became.${value}`) })) }]}
        onExport={query => download(`${path}/export`, query, `${t('bids.title')}.xlsx`)}
        empty={<EmptyState title={t('bids.empty')}>{t('bids.emptyHint')}</EmptyState>}
      />
    </>
  );
}
