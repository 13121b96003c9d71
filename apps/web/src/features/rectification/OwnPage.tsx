import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { textOf, useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { FollowUps } from '../penalties/FollowUps';
import { METHODS, OWN, toneOf, useRectificationsChanged, type Own } from './model';
import { OwnPlan, PlanToHandIn } from './OwnPlan';
import { OwnTask } from './OwnTask';
import { Course, EvidenceStrip, Papers, TaskCard } from './parts';
import './rectification.css';

/** A rectification of one's own enterprise, or of one that entrusted the firm: the notice, the plan, item by item, the whole handed in. */
export function OwnRectificationPage() {
  const { rectificationId = '' } = useParams({ strict: false }) as { rectificationId?: string };
  const own = useQuery(readPath<Own>(`${OWN}/${rectificationId}`));
  if (own.isPending) return <PageSkeleton />;
  if (!own.data) return <RouteErrorPage error={own.error} onRetry={() => void own.refetch()} />;
  return <Whole own={own.data} />;
}

function Whole({ own }: { readonly own: Own }) {
  const { t } = useTranslation('rectification');
  const { base, organisation } = useSession();
  const english = useLanguage() === 'en';
  const may = (action: string): boolean => own.actions.includes(action);
  const isPlanning = may('save-plan');
  const facts = [
    { label: t('facts'), value: <span className="hb-rect__words">{own.facts}</span> }, { label: t('page.notice'), value: own.paper?.number }, { label: t('draft.officers'), value: own.officers.map(one => `${one.name}（${one.certificateNo}）`).join('、') },
    ...(own.served ? [{ label: t('page.served'), value: <><DateText value={own.served.on} /> {textOf(METHODS[own.served.method] ?? '')}</> }, { label: t('due'), value: <DateText value={own.dueOn} /> }] : []),
    ...(own.handedInAt ? [{ label: t('page.handedIn'), value: <><DateText value={own.handedInAt} time /> {own.handedInByName} {own.handedInWords}</> }] : []),
  ];
  return (
    <>
      <PageHeader title={own.place || own.summary} lead={organisation?.orgKind === 'firm' ? `${own.enterpriseName} · ${own.number}` : own.number} back={{ to: `${base}/rectifications`, label: t('own.title') }} tags={<><StatusTag tone={toneOf(own)}>{english ? own.stateEn : own.stateZh}</StatusTag>{own.overdueOn && <StatusTag tone="danger">{t('overdue')}</StatusTag>}{own.isSupervised && <StatusTag tone="danger">{t('supervised')}</StatusTag>}</>} />
      <div className="hb-stack">
        <p className="hb-lead">{own.withdrawnAt ? t('own.withdrawn', { reason: own.withdrawReason ?? '' }) : t(`own.next.${own.state}`)}</p>
        <Papers row={own} root={OWN} />
        <SummaryList groups={[{ title: t('page.facts'), rows: facts }]} />
        <FollowUps originId={own.id} rectifications={false} />
        <EvidenceStrip evidence={own.evidence.filter(one => one.itemId === null)} label={t('inspectionPhotos')} />
        {isPlanning && <OwnPlan own={own} />}
        {own.tasks.map(task => (may('work') && task.state !== 'passed' && !isPlanning ? <OwnTask key={`${task.id}-${task.state}`} own={own} task={task} /> : isPlanning ? null : <TaskCard key={task.id} row={own} task={task} />))}
        {may('hand-in-plan') && !isPlanning && <PlanToHandIn own={own} />}
        {may('hand-in') && <HandIn own={own} />}
        {may('ask-extension') && <Extension own={own} />}
        {may('state-default') && <Answering own={own} />}
        <Course row={own} />
        {own.lines.length > 0 && <section className="hb-card"><h2>{t('page.history')}</h2><ul className="hb-lines">{own.lines.map(one => <li key={`${one.at}${one.zh}`}><DateText value={one.at} time /> {english ? one.en : one.zh} <span className="hb-small hb-muted">{one.by}</span></li>)}</ul></section>}
      </div>
    </>
  );
}

/** The whole, or in part with its reason. */
function HandIn({ own }: { readonly own: Own }) {
  const { t } = useTranslation('rectification');
  const changed = useRectificationsChanged();
  const open = own.tasks.filter(one => one.state === 'open').length;
  const send = async ({ words }: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${OWN}/${own.id}/hand-in`, { version: own.version, body: { words: words ?? '' } });
    await changed();
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('own.handIn')}</h2>
      <p className="hb-muted">{open === 0 ? t('own.allDone') : t('own.partly', { open, total: own.tasks.length })}</p>
      <QuickForm key={open} fields={[{ name: 'words', label: t('own.words'), type: 'textarea', max: 2000, required: open > 0 }]} submit={t('own.handIn')} onSubmit={send} />
    </section>
  );
}

/** 陈述申辩 before the supervision is established as not done. */
function Answering({ own }: { readonly own: Own }) {
  const { t } = useTranslation('rectification');
  const changed = useRectificationsChanged();
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${OWN}/${own.id}/supervision/statement`, { body: values });
    await changed();
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('supervision.answer')}</h2>
      <p className="hb-muted">{t('supervision.until', { day: own.supervision?.defaultNotice?.until ?? '' })}</p>
      <QuickForm fields={[{ name: 'statement', label: t('supervision.statement'), type: 'textarea', required: true, max: 4000 }]} submit={t('supervision.answer')} onSubmit={send} />
    </section>
  );
}

function Extension({ own }: { readonly own: Own }) {
  const { t } = useTranslation('rectification');
  const changed = useRectificationsChanged();
  const [key] = useState(newIdempotencyKey);
  if (own.extensionsLeft === 0) return null;
  const open = own.tasks.filter(one => one.state === 'open' && !one.isOverdue);
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${OWN}/${own.id}/extensions`, { body: values, idempotencyKey: key });
    await changed();
  };
  return (
    <details className="hb-card">
      <summary>{t('own.extension')}</summary>
      <p className="hb-muted">{t('own.extensionLead', { most: own.extensionMost, left: own.extensionsLeft })}</p>
      <QuickForm
        fields={[{ name: 'itemIds', label: t('tasks'), type: 'multiselect', required: true, options: open.map(one => ({ value: one.id, label: `${one.place}. ${one.title}` })), width: 'full' }, { name: 'untilDay', label: t('own.untilDay'), type: 'date', required: true }, { name: 'reason', label: t('reason'), type: 'textarea', required: true, max: 1000 }]}
        submit={t('own.askExtension')} onSubmit={send} control={FieldControl}
      />
    </details>
  );
}
