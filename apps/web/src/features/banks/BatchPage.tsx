import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { Grade } from '../credit/parts';
import { download } from '../market/download';
import { BATCH_TONE, BATCHES, type Batch, type BatchItem } from './model';

const TONE = { answered: 'success', refused: 'warning', open: 'info' } as const;

/** How far a batch is, and what came of each enterprise. */
export function BatchPage() {
  const { batchId = '' } = useParams({ strict: false }) as { batchId?: string };
  const found = useQuery({ ...readPath<Batch>(`${BATCHES}/${batchId}`), refetchInterval: query => (query.state.data?.state === 'done' ? false : 3000) });
  if (found.isPending) return <PageSkeleton />;
  if (!found.data) return <RouteErrorPage error={found.error} onRetry={() => void found.refetch()} />;
  return <Shown batch={found.data} />;
}

function Shown({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation('banks');
  const { base } = useSession();
  const [problem, setProblem] = useState<unknown>(null);
  return (
    <>
      <PageHeader
        title={batch.number} lead={batch.reference ?? undefined} back={{ to: `${base}/bank-batches`, label: t('batch.title') }} tags={<StatusTag tone={BATCH_TONE[batch.state]}>{t(`batch.state.${batch.state}`)}</StatusTag>}
        actions={batch.state === 'done' && <Button type="primary" onClick={() => void download(`${BATCHES}/${batch.id}/export`, {}, `${batch.number}.xlsx`).catch(setProblem)}>{t('batch.download')}</Button>}
      />
      <div className="hb-stack">
        <ProblemAlert error={problem} />
        <section className="hb-card">
          <p>{t('batch.of', { done: batch.done, total: batch.total })} · {t('batch.counts', { answered: batch.answered, refused: batch.refused })}</p>
          {batch.state !== 'done' && <Progress percent={Math.floor((batch.done / batch.total) * 100)} aria-label={t('batch.progress')} />}
          <p className="hb-small hb-muted">{t('batch.keepUntil')} <DateText value={batch.keepUntil} /></p>
        </section>
        <Items batch={batch} />
      </div>
    </>
  );
}

function Items({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation('banks');
  const english = useLanguage() === 'en';
  const columns: Column<BatchItem>[] = [
    { key: 'name', title: t('field.enterprise'), lead: true, render: row => row.answer?.name ?? <span className="hb-num">{row.uscc}</span> },
    { key: 'uscc', title: t('field.uscc'), wideOnly: true, render: row => <span className="hb-num">{row.uscc}</span> },
    { key: 'outcome', title: t('batch.outcome'), render: row => <StatusTag tone={TONE[row.outcome]}>{t(`batch.item.${row.outcome}`)}</StatusTag> },
    { key: 'grade', title: t('answer.grade'), render: row => row.answer?.creditGradeTitle && <Grade title={row.answer.creditGradeTitle} colour={row.answer.creditColour ?? 'grey'} /> },
    { key: 'score', title: t('answer.score'), render: row => <span className="hb-num">{row.answer?.score}</span> },
    { key: 'f', title: t('answer.f'), render: row => <span className="hb-num">{row.answer?.fScore?.f}</span> },
    { key: 'why', title: t('batch.why'), render: row => (english ? row.refusal?.en : row.refusal?.zh) },
  ];
  return (
    <DataTable<BatchItem>
      key={batch.done}
      caption={t('batch.items')}
      path={`${BATCHES}/${batch.id}/items`}
      columns={columns}
      rowKey={row => String(row.position)}
      searchHint={t('field.uscc')}
      filters={[{ name: 'outcome', label: t('batch.outcome'), options: (['answered', 'refused', 'open'] as const).map(value => ({ value, label: t(`batch.item.${value}`) })) }]}
    />
  );
}
