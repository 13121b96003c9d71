import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { AppLink } from '@/shared/ui/AppLink';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { runsPath, type Run, type RunItem, type RunRow } from './model';
import './credit.css';

const POLL_MS = 2000;

/** What was tried and computed, newest first. */
export function RunTable() {
  const { t } = useTranslation('credit');
  const { base } = useSession();
  const columns: Column<RunItem>[] = [
    { key: 'what', title: t('runs.title'), lead: true, render: run => (run.kind === 'simulate' ? `${t('runs.simulate')}：${run.schemeTitle ?? ''}` : t('runs.recompute')) },
    { key: 'state', title: t('runs.state'), render: run => `${t(`runs.states.${run.state}`)} ${t('runs.progress', { done: run.done, total: run.total })}` },
    { key: 'moved', title: t('runs.moved'), render: run => t('runs.movedCount', { count: run.moved }) },
    { key: 'at', title: t('runs.at'), render: run => <DateText value={run.startedAt} time /> },
    { key: 'by', title: t('runs.by'), wideOnly: true, render: run => run.startedByName },
  ];
  return <DataTable<RunItem> caption={t('runs.caption')} path={runsPath} columns={columns} rowKey={run => run.id} rowLink={run => `${base}/credit-runs/${run.id}`} filters={[{ name: 'kind', label: t('runs.title'), options: (['simulate', 'recompute'] as const).map(value => ({ value, label: t(`runs.${value}`) })) }]} empty={<EmptyState title={t('runs.empty')} />} />;
}

/** One run: how far it is, who moves, and by how much on each of its days. */
export function RunPage() {
  const { runId = '' } = useParams({ strict: false }) as { runId?: string };
  const run = useQuery({ ...readPath<Run>(`${runsPath}/${runId}`), refetchInterval: query => (['done', 'failed'].includes(query.state.data?.state ?? '') ? false : POLL_MS) });
  if (run.isPending) return <PageSkeleton />;
  if (run.error) return <RouteErrorPage error={run.error} onRetry={() => void run.refetch()} />;
  return <Whole run={run.data} />;
}

function Whole({ run }: { readonly run: Run }) {
  const { t } = useTranslation('credit');
  const { base } = useSession();
  const { day = run.days[0] ?? '' } = useSearch({ strict: false }) as { day?: string };
  const percent = run.total === 0 ? (run.state === 'done' ? 100 : 0) : Math.round((run.done / run.total) * 100);
  return (
    <>
      <PageHeader title={run.kind === 'simulate' ? t('runs.detail', { scheme: run.schemeTitle ?? '' }) : t('runs.detailRecompute')} lead={run.kind === 'simulate' ? t('runs.lead') : undefined} back={{ to: `${base}/credit-schemes`, label: t('runs.back') }} />
      <div className="hb-stack">
        <section className="hb-card">
          <p>{t(`runs.states.${run.state}`)} {t('runs.progress', { done: run.done, total: run.total })}{t('comma')}{t('runs.moved')} {t('runs.movedCount', { count: run.moved })}</p>
          <Progress percent={percent} status={run.state === 'failed' ? 'exception' : undefined} aria-label={t('runs.state')} />
          {run.state === 'failed' && <Failed run={run} />}
        </section>
        {run.summary.map(one => (
          <section key={one.day} className="hb-card">
            <h2>{one.day === day ? one.day : <AppLink to={`${base}/credit-runs/${run.id}?day=${one.day}`}>{one.day}</AppLink>}</h2>
            <p>{t('runs.down', { count: one.down })}{t('comma')}{t('runs.up', { count: one.up })}{t('comma')}{t('runs.same', { count: one.same })}</p>
            <ul className="hb-lines">{one.moves.filter(move => move.from !== move.to).map(move => <li key={`${move.from ?? ''}${move.to}`}>{t('runs.move', { from: move.from ?? t('none'), to: move.to, count: move.count })}</li>)}</ul>
          </section>
        ))}
        {run.kind === 'simulate' && run.state === 'done' && <Rows run={run} day={day} />}
      </div>
    </>
  );
}

/** What was done stays; it goes on behind it. */
function Failed({ run }: { readonly run: Run }) {
  const { t } = useTranslation('credit');
  const { can } = useSession();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const resume = async (): Promise<void> => {
    await rest('POST', `${runsPath}/${run.id}/resume`);
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(runsPath) });
  };
  return (
    <>
      <Alert type="error" showIcon title={t('runs.failedAt', { done: run.done, total: run.total })} description={run.problem} action={can('credit-scheme.recompute') && <Button onClick={() => setAsking(true)}>{t('runs.resume')}</Button>} />
      <ConfirmAct open={asking} title={t('runs.resume')} act={t('runs.resume')} onConfirm={resume} onClose={() => setAsking(false)}>{t('runs.resumeMeans', { done: run.done })}</ConfirmAct>
    </>
  );
}

function Rows({ run, day }: { readonly run: Run; readonly day: string }) {
  const { t } = useTranslation('credit');
  const { base } = useSession();
  const path = `${runsPath}/${run.id}/rows`;
  const changed = ({ moved }: RunRow): string => (moved === 0 ? t('runs.none') : moved > 0 ? t('runs.fall', { count: moved }) : t('runs.rise', { count: -moved }));
  const columns: Column<RunRow>[] = [
    { key: 'subject', title: t('runs.subject'), lead: true, render: row => row.subjectName },
    { key: 'before', title: t('runs.before'), render: row => `${row.beforeScore ?? '—'} ${row.beforeGrade ?? ''}` },
    { key: 'after', title: t('runs.after'), render: row => `${row.afterScore} ${row.afterGrade}` },
    { key: 'delta', title: t('runs.delta'), sortBy: 'delta', align: 'end', render: row => <span className="hb-num">{row.delta}</span> },
    { key: 'change', title: t('runs.change'), render: changed },
  ];
  return (
    <section className="hb-stack">
      <h2>{t('runs.rows')} {day}</h2>
      <DataTable<RunRow>
        caption={t('runs.rows')}
        path={path}
        query={{ day }}
        columns={columns}
        rowKey={row => row.subjectId}
        rowLink={row => `${base}/credit/${row.subjectId}`}
        searchHint={t('runs.search')}
        defaultSort="delta"
        filters={[{ name: 'moved', label: t('runs.change'), options: [{ value: 'down', label: { zh: '降级', en: 'Down' } }, { value: 'up', label: { zh: '升级', en: 'Up' } }, { value: 'same', label: { zh: '不变', en: 'Same' } }] }]}
        onExport={query => download(`${path}/export`, { ...query, day }, `${t('runs.exportName')}.xlsx`)}
        empty={<EmptyState title={t('none')} />}
      />
    </section>
  );
}
