import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf, useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { CaseBall } from '@/shared/ui/CaseBall';
import { timelineFrom } from '@/shared/ui/case-parts';
import type { TimelineView } from '@/shared/ui/case.types';
import { Timeline } from '@/shared/ui/CaseProgress';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { Claiming } from '../complaints/Claiming';
import { FollowUps } from '../penalties/FollowUps';
import { ActForms } from './ActForms';
import { METHODS, RECTIFICATIONS, SOURCES, toneOf, useRectificationsChanged, type Rectification } from './model';
import { Course, EvidenceStrip, Papers, TaskCard } from './parts';
import './rectification.css';

/** A rectification at the bureau: who has the ball, what can be done, what is to be mended, and how it went. */
export function RectificationPage() {
  const { rectificationId = '' } = useParams({ strict: false }) as { rectificationId?: string };
  const row = useQuery(readPath<Rectification>(`${RECTIFICATIONS}/${rectificationId}`));
  if (row.isPending) return <PageSkeleton />;
  if (!row.data) return <RouteErrorPage error={row.error} onRetry={() => void row.refetch()} />;
  return <Whole row={row.data} />;
}

function Whole({ row }: { readonly row: Rectification }) {
  const { t } = useTranslation('rectification');
  const { base } = useSession();
  const changed = useRectificationsChanged();
  const english = useLanguage() === 'en';
  return (
    <>
      <PageHeader
        title={row.enterpriseName} lead={[row.number, row.place].filter(Boolean).join(' · ')} back={{ to: `${base}/rectifications`, label: t('list.title') }} actions={<Claiming complaint={row} onChanged={changed} />}
        tags={<><StatusTag tone={toneOf(row)}>{english ? row.stateEn : row.stateZh}</StatusTag>{row.overdueOn && <StatusTag tone="danger">{t('overdue')}</StatusTag>}{row.isSupervised && <StatusTag tone="danger">{t('supervised')}</StatusTag>}</>}
      />
      <div className="hb-stack">
        <CaseBall of={row.case} />
        <ActForms row={row} />
        <Papers row={row} root={RECTIFICATIONS} />
        <Facts row={row} />
        <FollowUps originId={row.id} rectifications={false} />
        {row.tasks.map(task => <TaskCard key={task.id} row={row} task={task} />)}
        <EvidenceStrip evidence={row.evidence.filter(one => one.itemId === null)} label={t('inspectionPhotos')} />
        <Course row={row} />
        <section className="hb-card"><h2>{t('page.history')}</h2><Timeline entries={timelineFrom(row.case.timeline as unknown as TimelineView[])} /></section>
      </div>
    </>
  );
}

function Facts({ row }: { readonly row: Rectification }) {
  const { t } = useTranslation('rectification');
  const { base } = useSession();
  const link = row.sourceId && { inspection: `${base}/inspections/${row.sourceId}`, complaint: `${base}/complaints/${row.complaintId ?? row.sourceId}`, duty: `${base}/duties/${row.sourceId}` }[row.source];
  const words = (text: string) => <span className="hb-rect__words">{text}</span>;
  const rows = [
    { label: t('source'), value: <>{textOf(SOURCES[row.source] ?? row.source)} {link ? <AppLink to={link}>{row.sourceNumber ?? t('page.source')}</AppLink> : row.sourceNumber}</> },
    { label: t('facts'), value: words(row.facts) }, { label: t('draft.officers'), value: row.officers.map(one => `${one.name}（${one.certificateNo}）`).join('、') },
    ...(row.paper ? [{ label: t('page.notice'), value: <>{row.paper.number} · <DateText value={row.paper.issuedOn} /> {row.issuedByName}</> }] : []),
    ...(row.served ? [{ label: t('page.served'), value: <><DateText value={row.served.on} /> {textOf(METHODS[row.served.method] ?? '')} · {row.served.receivedBy}</> }, { label: t('due'), value: <><DateText value={row.dueOn} />{row.overdueOn && <> · {t('page.overdueSince')} <DateText value={row.overdueOn} /></>}</> }] : []),
    ...(row.handedInAt ? [{ label: t('page.handedIn'), value: <><DateText value={row.handedInAt} time /> {row.handedInByName} {row.handedInWords}</> }] : []),
    ...(row.clueAt ? [{ label: t('page.clue'), value: <><DateText value={row.clueAt} /> {row.clueReason}</> }] : []),
    ...(row.withdrawAskedByName ? [{ label: t('page.withdrawal'), value: <>{row.withdrawAskedByName}：{row.withdrawReason}{row.withdrawnAt && <> · {row.withdrawnByName} <DateText value={row.withdrawnAt} /></>}</> }] : []),
  ];
  return <SummaryList groups={[{ title: t('page.facts'), rows }]} />;
}
