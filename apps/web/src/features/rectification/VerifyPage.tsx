import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { FileUpload } from '@/shared/ui/FileUpload';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { choices, given, RECTIFICATIONS, today, useRectificationsChanged, WAYS, type Rectification, type Task } from './model';
import { TaskCard } from './parts';

/** 核查: what the enterprise handed in, photos of one's own, and a word on each item. */
export function VerifyPage() {
  const { rectificationId = '' } = useParams({ strict: false }) as { rectificationId?: string };
  const row = useQuery(readPath<Rectification>(`${RECTIFICATIONS}/${rectificationId}`));
  if (row.isPending) return <PageSkeleton />;
  if (!row.data) return <RouteErrorPage error={row.error} onRetry={() => void row.refetch()} />;
  return <Verify row={row.data} />;
}

function Verify({ row }: { readonly row: Rectification }) {
  const { t } = useTranslation('rectification');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useRectificationsChanged();
  const tasks = row.tasks.filter(one => one.state !== 'passed');
  const verdicts = [{ value: 'yes', label: t('passed') }, { value: 'no', label: t('failed') }];
  const anyFails = (name: string): FieldSpec['visibleWhen'] => ({ field: name, in: ['yes'] });
  const fields: FieldSpec[] = [
    { name: 'way', label: t('verify.way'), type: 'select', required: true, options: choices(WAYS) },
    { name: 'visitedOn', label: t('verify.visitedOn'), type: 'date', required: true },
    { name: 'findings', label: t('verify.findings'), type: 'textarea', required: true, max: 2000 },
    ...tasks.flatMap((task): FieldSpec[] => [
      { name: `passed-${task.id}`, group: `${task.place}. ${task.title}`, label: t('verify.result'), type: 'select', required: true, options: task.state === 'open' ? verdicts.slice(1) : verdicts },
      { name: `findings-${task.id}`, label: t('verify.itemFindings'), type: 'textarea', required: true, max: 1000 },
    ]),
    { name: 'anyFailed', group: t('verify.ifNot'), label: t('verify.anyFailed'), type: 'select', required: true, options: [{ value: 'no', label: t('verify.allPass') }, { value: 'yes', label: t('verify.someFail') }] },
    { name: 'newDueOn', label: t('newDueOn'), type: 'date', visibleWhen: anyFails('anyFailed'), required: { field: 'anyFailed', in: ['yes'] } },
    { name: 'persists', label: t('verify.persists'), type: 'boolean', visibleWhen: anyFails('anyFailed'), help: t('verify.persistsHelp') },
    { name: 'clueReason', label: t('verify.clue'), type: 'textarea', max: 1000, visibleWhen: anyFails('anyFailed'), help: t('verify.clueHelp') },
  ];
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const { way, visitedOn, findings, newDueOn, persists, clueReason } = values;
    const results = tasks.map(task => ({ itemId: task.id, passed: values[`passed-${task.id}`] === 'yes', findings: values[`findings-${task.id}`] }));
    await rest('POST', `${RECTIFICATIONS}/${row.id}/verify`, { version: row.version, body: { ...given({ way, visitedOn, findings, newDueOn, clueReason }), results, persists: persists === true } });
    await changed();
    await navigate({ to: `${base}/rectifications/${row.id}` });
  };
  return (
    <>
      <PageHeader title={t('verify.title')} lead={`${row.enterpriseName} · ${row.number}`} back={{ to: `${base}/rectifications/${row.id}`, label: t('page.back') }} />
      <div className="hb-stack">
        {row.isHandler && <p className="hb-warning-text">{t('verify.handler')}</p>}
        {row.handedInWords && <section className="hb-card"><p className="hb-rect__words">{t('page.handedIn')}：{row.handedInWords}</p></section>}
        {row.tasks.map(task => <div key={task.id} className="hb-stack"><TaskCard row={row} task={task} />{task.state !== 'passed' && row.actions.includes('verify') && <Photo row={row} task={task} />}</div>)}
        {row.actions.includes('verify') && !row.isHandler && <section className="hb-card"><QuickForm fields={fields} initial={{ visitedOn: today(), way: 'on-site', anyFailed: 'no', ...Object.fromEntries(tasks.filter(one => one.state === 'open').map(one => [`passed-${one.id}`, 'no'])) }} submit={t('verify.submit')} onSubmit={send} control={FieldControl} /></section>}
      </div>
    </>
  );
}

/** A photo of the verification, listed under its item. */
function Photo({ row, task }: { readonly row: Rectification; readonly task: Task }) {
  const { t } = useTranslation('rectification');
  const changed = useRectificationsChanged();
  const [problem, setProblem] = useState<unknown>(null);
  const list = async (fileId: string): Promise<void> => {
    setProblem(null);
    await rest('POST', `${RECTIFICATIONS}/${row.id}/items/${task.id}/photos`, { body: { fileId, caption: t('verificationPhotos') } }).catch((thrown: unknown) => setProblem(thrown));
    await changed();
  };
  return (
    <>
      <FileUpload label={t('verify.photo', { place: task.place })} subjectType="rectification" subjectId={row.id} purpose="verification" types={['.jpg', '.jpeg', '.png', '.webp', '.pdf']} onDone={file => void list(file.id)} />
      <ProblemAlert error={problem} />
    </>
  );
}
