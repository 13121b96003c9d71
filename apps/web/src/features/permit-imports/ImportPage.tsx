import { DownloadOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { NoteList } from '../exchange/ProblemList';
import '../exchange/exchange.css';
import { ImportRows } from './ImportRows';
import { importsPath, KINDS, runs, toneOf, type PermitImport } from './model';

const EVERY_MS = 1500;

/** One list: how far it is, what it would do line by line, and the acts. */
export function ImportPage() {
  const { t } = useTranslation('permit-imports');
  const { base } = useSession();
  const { importId = '' } = useParams({ strict: false }) as { importId?: string };
  const path = `${importsPath}/${importId}`;
  const found = useQuery({ ...readPath<PermitImport>(path), refetchInterval: query => (query.state.data && runs(query.state.data.state) ? EVERY_MS : false) });
  if (found.isPending) return <PageSkeleton />;
  if (found.error) return <RouteErrorPage error={found.error} />;
  const { data } = found;
  return (
    <>
      <PageHeader title={data.name} back={{ to: `${base}/permit-imports`, label: t('back') }} tags={<StatusTag tone={toneOf(data.state)}>{t(`state.${data.state}`)}</StatusTag>} lead={`${t('column.sourceOn')} ${data.sourceOn} · ${data.createdByName}`} actions={<Acts batch={data} path={path} />} />
      <div className="hb-stack">
        <HowFar batch={data} />
        <NoteList notes={data.notes} />
        {data.rowsTotal > 0 && data.state !== 'judging' && <Lines batch={data} path={path} />}
      </div>
    </>
  );
}

function HowFar({ batch }: { readonly batch: PermitImport }) {
  const { t } = useTranslation('permit-imports');
  const { state, rowsDone, rowsTotal, applied, skipped, appliedByName, failure } = batch;
  return (
    <section className="hb-card hb-stack" aria-live="polite" aria-label={t('summary')}>
      {state === 'unreadable' && failure && <Alert type="error" showIcon title={textOf(failure)} />}
      {runs(state) && (
        <>
          <Progress percent={rowsTotal === 0 ? 0 : Math.min(100, Math.round((rowsDone / rowsTotal) * 100))} status="active" aria-label={t(`state.${state}`)} />
          <p>{rowsTotal === 0 ? t('reading') : t('progress', { done: rowsDone, total: rowsTotal })}</p>
        </>
      )}
      {state !== 'judging' && state !== 'unreadable' && <p>{t('counts', { total: rowsTotal, created: batch.created, changed: batch.changed, same: batch.same, refused: batch.refused })}</p>}
      {state === 'applied' && <p>{t('applied', { applied, by: appliedByName ?? '' })}{skipped > 0 && ` ${t('skipped', { skipped })}`}</p>}
    </section>
  );
}

function Lines({ batch, path }: { readonly batch: PermitImport; readonly path: string }) {
  const { t } = useTranslation('permit-imports');
  const counts = { new: batch.created, changed: batch.changed, same: batch.same, refused: batch.refused };
  const asked = (useSearch({ strict: false }) as Record<string, string | undefined>)['tab'];
  const tab = KINDS.find(one => one === asked) ?? KINDS.find(one => one === 'refused' && counts[one] > 0) ?? KINDS.find(one => counts[one] > 0) ?? 'new';
  return (
    <>
      <TabLinks label={t('tabs')} active={tab} tabs={KINDS.map(key => ({ key, label: `${t(`tab.${key}`)}（${counts[key]}）` }))} />
      {tab === 'refused' && counts.refused > 0 && (
        <p>
          <Button href={`${path}/report`} icon={<DownloadOutlined aria-hidden />}>{t('act.report')}</Button>
        </p>
      )}
      <ImportRows key={`${tab}${batch.state}`} path={path} kind={tab} />
    </>
  );
}

type Act = 'all' | 'good' | 'undo' | 'discard';
const OFFERED: readonly (readonly [string, Act])[] = [['apply-all', 'all'], ['apply-good', 'good'], ['undo', 'undo'], ['discard', 'discard']];

function Acts({ batch, path }: { readonly batch: PermitImport; readonly path: string }) {
  const { t } = useTranslation('permit-imports');
  const client = useQueryClient();
  const [act, setAct] = useState<Act | null>(null);
  const good = batch.created + batch.changed;
  // the whole list is good: one button is enough
  const offered = OFFERED.filter(([action, key]) => batch.actions.includes(action) && !(key === 'good' && batch.refused === 0)).map(([, key]) => key);
  const confirm = async (reason: string): Promise<void> => {
    if (act === 'all' || act === 'good') await rest('POST', `${path}/apply`, { body: { mode: act } });
    else await rest('POST', `${path}/${act}`, act === 'undo' ? { body: { reason } } : { body: {} });
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(importsPath) });
  };
  const isApply = act === 'all' || act === 'good';
  return (
    <>
      {offered.map((key, index) => (
        <Button key={key} type={index === 0 && key !== 'undo' && key !== 'discard' ? 'primary' : 'default'} danger={key === 'undo'} onClick={() => setAct(key)}>
          {t(`act.${key}`, { count: good })}
        </Button>
      ))}
      {act && (
        <ConfirmAct open title={t(isApply ? 'confirm.apply' : `confirm.${act}`)} act={t(`act.${act}`, { count: good })} danger={act === 'undo'} reason={act === 'undo' ? { label: t('confirm.undoReason'), required: true } : undefined} onConfirm={confirm} onClose={() => setAct(null)}>
          <p>{isApply ? t('confirm.applyText', { created: batch.created, changed: batch.changed }) : t(`confirm.${act}Text`)}</p>
          {act === 'good' && <p>{t('confirm.goodText', { refused: batch.refused })}</p>}
        </ConfirmAct>
      )}
    </>
  );
}
