import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FileList } from '@/shared/ui/FileList';
import { FormDialog } from '@/shared/ui/FormDialog';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { STOP_TONES, stoppagesPath, type StoppageDetail } from './model';

/** One 停产: what was reported, its evidence, what officers asked, and how it ended. */
export function StoppagePage() {
  const { stoppageId = '' } = useParams({ strict: false }) as { stoppageId?: string };
  const found = useQuery(readPath<StoppageDetail>(`${stoppagesPath}/${stoppageId}`));
  if (found.error) return <RouteErrorPage error={found.error} />;
  if (!found.data) return <PageSkeleton />;
  return <Whole stop={found.data} />;
}

function Whole({ stop }: { readonly stop: StoppageDetail }) {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  return (
    <>
      <PageHeader
        title={t('stop.one', { site: stop.siteName })}
        back={{ to: `${base}/stoppages`, label: t('stop.title') }}
        tags={<StatusTag tone={STOP_TONES[stop.state]}>{t(`stop.state.${stop.state}`)}</StatusTag>}
        actions={<Acts stop={stop} />}
      />
      <div className="hb-stack">
        <Facts stop={stop} />
        <Evidence stop={stop} />
        <Questions stop={stop} />
        <p className="hb-row">
          <AppLink to={`${base}/certificates/${stop.permitId}`}>{t('detail.permit')}</AppLink>
          <AppLink to={`${base}/duties/calendar?permitId=${stop.permitId}&month=${stop.fromOn.slice(0, 7)}`}>{t('detail.inCalendar')}</AppLink>
        </p>
      </div>
    </>
  );
}

function Facts({ stop }: { readonly stop: StoppageDetail }) {
  const { t } = useTranslation('duties');
  const rows = [
    { label: t('list.column.site'), value: <>{stop.enterpriseName} · {stop.siteName} · <span className="hb-num">{stop.permitNumber}</span></> },
    { label: t('stop.kindLabel'), value: t(`stop.kind.${stop.kind}`) },
    { label: t('stop.scope'), value: stop.facilities ? stop.facilities.join('、') : stop.scope },
    ...(stop.facilities ? [{ label: t('stop.outlets'), value: stop.outlets && stop.outlets.length > 0 ? stop.outlets.join('、') : t('stop.outletsNone') }] : []),
    { label: t('stop.from'), value: <DateText value={stop.fromOn} /> },
    { label: t(stop.state === 'resumed' ? 'stop.lastDay' : 'stop.expected'), value: stop.toOn ? <DateText value={stop.toOn} /> : t('stop.unknown') },
    { label: t('stop.field.reason'), value: stop.reason },
    { label: t('stop.reportedBy'), value: <>{stop.reportedByName} <DateText value={String(stop.reportedAt)} time /></> },
    ...(stop.resumeNote ? [{ label: t(stop.state === 'withdrawn' ? 'stop.withdrawReason' : 'stop.resumeNote'), value: stop.resumeNote }] : []),
    { label: t('stop.effect'), value: t(stop.state === 'withdrawn' ? 'stop.effectNone' : !stop.facilities ? 'stop.effectSite' : stop.outlets?.length ? 'stop.effectOutlets' : 'stop.partial') },
  ];
  return <SummaryList groups={[{ title: t('stop.facts'), rows }]} />;
}

function Acts({ stop }: { readonly stop: StoppageDetail }) {
  const { t } = useTranslation('duties');
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<'resume' | 'withdraw' | null>(null);
  if (stop.state !== 'reported' || !stop.actions.includes('duty.stop')) return null;
  const close = (): void => setDialog(null);
  const act = async (step: 'resume' | 'withdraw', body: object): Promise<void> => {
    await rest('POST', `${stoppagesPath}/${stop.id}/${step}`, { body, version: stop.version });
    await queries.invalidateQueries();
    close();
  };
  return (
    <>
      <Button type="primary" onClick={() => setDialog('resume')}>{t('stop.resume')}</Button>
      <Button danger onClick={() => setDialog('withdraw')}>{t('stop.withdraw')}</Button>
      <FormDialog open={dialog === 'resume'} title={t('stop.resumeTitle')} onClose={close}>
        <QuickForm
          fields={[{ name: 'lastDay', label: t('stop.lastDay'), type: 'date', required: true, help: t('stop.lastDayHelp') }, { name: 'note', label: t('stop.resumeNote'), type: 'textarea', required: true, max: 1000 }]}
          submit={t('stop.resume')} draft={`stoppage-resume:${stop.id}`} control={FieldControl} onSubmit={values => act('resume', values)}
        />
      </FormDialog>
      <ConfirmAct open={dialog === 'withdraw'} danger title={t('stop.withdrawTitle')} act={t('stop.withdraw')} draft={`stoppage-withdraw:${stop.id}`} reason={{ label: t('stop.withdrawReason'), required: true }} onConfirm={reason => act('withdraw', { reason })} onClose={close}>{t('stop.withdrawText')}</ConfirmAct>
    </>
  );
}

function Evidence({ stop }: { readonly stop: StoppageDetail }) {
  const { t } = useTranslation('duties');
  const files = useQuery(readPath<StoredFile[]>('/api/v1/files', { subjectType: 'stoppage', subjectId: stop.id }));
  const adds = stop.state === 'reported' && stop.actions.includes('duty.stop');
  return (
    <section className="hb-card hb-stack">
      <h2>{t('stop.evidence')}</h2>
      <ProblemAlert error={files.error} />
      {files.data && <FileList files={files.data} />}
      {files.data?.length === 0 && <p className="hb-muted">{t('stop.noEvidence')}</p>}
      {adds && <FileUpload label={t('stop.addEvidence')} subjectType="stoppage" subjectId={stop.id} purpose="evidence" multiple onDone={() => void files.refetch()} />}
    </section>
  );
}

function Questions({ stop }: { readonly stop: StoppageDetail }) {
  const { t } = useTranslation('duties');
  const asks = stop.actions.includes('duty.question');
  if (stop.questions.length === 0 && !asks) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('stop.questions')}</h2>
      {stop.questions.length === 0 && <p className="hb-muted">{t('stop.noQuestions')}</p>}
      <ul className="hb-plain-list hb-stack" style={{ gap: 14 }}>{stop.questions.map(one => <Question key={one.id} stop={stop} question={one} />)}</ul>
      {asks && <Ask stop={stop} />}
    </section>
  );
}

function Question({ stop, question }: { readonly stop: StoppageDetail; readonly question: StoppageDetail['questions'][number] }) {
  const { t } = useTranslation('duties');
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const answer = async (text: string): Promise<void> => {
    await rest('POST', `${stoppagesPath}/${stop.id}/questions/${question.id}/answer`, { body: { answer: text } });
    await queries.invalidateQueries();
  };
  return (
    <li>
      <p><strong>{question.askedByName}</strong> <span className="hb-muted"><DateText value={String(question.askedAt)} time /></span></p>
      <p>{question.text}</p>
      {question.answer !== null && <p><StatusTag tone="success">{t('stop.answered')}</StatusTag> {question.answer} <span className="hb-muted">{question.answeredByName} <DateText value={String(question.answeredAt)} time /></span></p>}
      {question.answer === null && !stop.actions.includes('duty.stop') && <p><StatusTag tone="warning">{t('stop.unanswered')}</StatusTag></p>}
      {question.answer === null && stop.actions.includes('duty.stop') && <p><Button type="primary" onClick={() => setOpen(true)}>{t('stop.answer')}</Button></p>}
      <ConfirmAct open={open} title={question.text} act={t('stop.answer')} reason={{ label: t('stop.answerLabel'), required: true }} onConfirm={answer} onClose={() => setOpen(false)} />
    </li>
  );
}

function Ask({ stop }: { readonly stop: StoppageDetail }) {
  const { t } = useTranslation('duties');
  const queries = useQueryClient();
  const [key, setKey] = useState(newIdempotencyKey);
  const ask = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${stoppagesPath}/${stop.id}/questions`, { body: values, idempotencyKey: key });
    setKey(newIdempotencyKey());
    await queries.invalidateQueries();
  };
  return <QuickForm key={key} fields={[{ name: 'text', label: t('stop.askLabel'), type: 'textarea', required: true, max: 1000 }]} submit={t('stop.ask')} control={FieldControl} onSubmit={ask} />;
}
