import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { CaseBall } from '@/shared/ui/CaseBall';
import { timelineFrom } from '@/shared/ui/case-parts';
import type { TimelineView } from '@/shared/ui/case.types';
import { Timeline } from '@/shared/ui/CaseProgress';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { FileUpload } from '@/shared/ui/FileUpload';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { FollowUps } from '../penalties/FollowUps';
import { ComplaintActions } from './ComplaintActions';
import { Claiming } from './Claiming';
import './complaints.css';
import { Informant } from './Informant';
import { COMPLAINTS, SATISFACTION_TONES, toneOf, useComplaintsChanged, type Complaint } from './model';
import { Alike, LinkedOnes } from './Related';
import { DecidedOr } from './Decided';
import { Disputed, Periods, Rounds } from './Rounds';

/** A complaint: what was reported, what is to be done next, what came of it. */
export function ComplaintPage() {
  const { complaintId = '' } = useParams({ strict: false }) as { complaintId?: string };
  const complaint = useQuery(readPath<Complaint>(`${COMPLAINTS}/${complaintId}`));
  if (complaint.isPending) return <PageSkeleton />;
  if (!complaint.data) return <DecidedOr complaintId={complaintId}><RouteErrorPage error={complaint.error} onRetry={() => void complaint.refetch()} /></DecidedOr>;
  return <Whole complaint={complaint.data} />;
}

function Whole({ complaint }: { readonly complaint: Complaint }) {
  const { t } = useTranslation('complaints');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  return (
    <>
      <PageHeader
        title={complaint.place}
        lead={`${complaint.number} · ${t(`subject.${complaint.subject}`)} · ${t(`channel.${complaint.channel}`)}`}
        back={{ to: `${base}/complaints`, label: t('page.back') }}
        tags={<><StatusTag tone={toneOf(complaint)}>{english ? complaint.stateEn : complaint.stateZh}</StatusTag>{complaint.round > 1 && <span>{t('list.nth', { round: complaint.round })}</span>}</>}
        actions={<Claiming complaint={complaint} />}
      />
      <div className="hb-stack">
        <CaseBall of={complaint.case} />
        <ComplaintActions key={complaint.version} complaint={complaint} />
        <Facts complaint={complaint} />
        <FollowUps originId={complaint.id} />
        <Informant complaint={complaint} />
        <Photos complaint={complaint} />
        <Result complaint={complaint} />
        <Disputed complaint={complaint} />
        <Rounds complaint={complaint} />
        <Periods complaint={complaint} />
        <LinkedOnes complaint={complaint} />
        <Alike complaint={complaint} />
        <section className="hb-card"><h2>{t('page.history')}</h2><Timeline entries={timelineFrom(complaint.case.timeline as unknown as TimelineView[])} /></section>
      </div>
    </>
  );
}

function Facts({ complaint }: { readonly complaint: Complaint }) {
  const { t } = useTranslation('complaints');
  const { suggestion } = complaint;
  const rows = [
    { label: t('page.what'), value: <span className="hb-complaints__words">{complaint.what}</span> },
    { label: t('field.place'), value: complaint.place },
    ...(complaint.lng && complaint.lat ? [{ label: t('page.map'), value: <span className="hb-num">{complaint.lng}, {complaint.lat}</span> }] : []),
    { label: t('field.happened'), value: complaint.happenedOn || complaint.happened ? <>{complaint.happenedOn && <DateText value={complaint.happenedOn} />} {complaint.happened}</> : null },
    { label: t('field.respondent'), value: complaint.respondent },
    { label: t('field.enterprise'), value: complaint.enterpriseName ?? <span className="hb-muted">{t('page.noEnterprise')}</span> },
    { label: t('list.received'), value: <><DateText value={complaint.receivedAt} time /> {complaint.receivedByName && `${t('page.receivedBy')}：${complaint.receivedByName}`}</> },
    ...(complaint.externalNumber ? [{ label: t('field.externalNumber'), value: complaint.externalNumber }] : []),
    ...(complaint.unit ? [{ label: t('field.unit'), value: complaint.unit }] : []),
    ...(complaint.state === 'received' && suggestion ? [{ label: t('page.suggestion'), value: <>{t(suggestion.kind === 'own' ? 'page.suggestOwn' : 'page.suggestOther', { unit: [suggestion.unit, suggestion.phone].filter(Boolean).join(' ') })} <span className="hb-small hb-muted">{suggestion.basis}</span></> }] : []),
  ];
  return <SummaryList groups={[{ title: t('page.what'), rows }]} />;
}

function Photos({ complaint }: { readonly complaint: Complaint }) {
  const { t } = useTranslation('complaints');
  const changed = useComplaintsChanged();
  const files = useQuery(readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'complaint', subjectId: complaint.id }));
  const all = files.data ?? [];
  return (
    <section className="hb-card hb-stack">
      <h2>{t('page.files')}</h2>
      {all.length === 0 ? <p className="hb-muted">{t('page.noFiles')}</p> : <FileList files={all} />}
      {['received', 'accepted', 'handling'].includes(complaint.state) && <FileUpload label={t('page.addFile')} subjectType="complaint" subjectId={complaint.id} purpose="visit" onDone={() => void changed()} />}
    </section>
  );
}

/** What came of it: the answer, the call back, the rating; or why it was not accepted. */
function Result({ complaint }: { readonly complaint: Complaint }) {
  const { t } = useTranslation('complaints');
  const { answer, outcome, callBack, satisfaction } = complaint;
  const words = (text: string) => <span className="hb-complaints__words">{text}</span>;
  const rows = [
    ...(complaint.referredTo ? [{ label: t('page.referred'), value: complaint.referredTo }] : []),
    ...(complaint.refusedReason ? [{ label: t('page.refused'), value: words(complaint.refusedReason) }] : []),
    ...(complaint.reviewByName ? [{ label: t('page.reviewBy'), value: complaint.reviewByName }] : []),
    ...(complaint.refusalTold ? [{ label: t('page.refusalTold'), value: <>{t(`refusalWay.${complaint.refusalTold.way}`)}：{complaint.refusalTold.words} <span className="hb-small hb-muted">{complaint.refusalTold.byName} <DateText value={complaint.refusalTold.at} /></span></> }] : []),
    ...(answer && outcome ? [
      { label: t('act.outcome'), value: t(`outcome.${outcome}`) },
      { label: t('page.answer'), value: words(answer) },
      { label: t('page.answeredBy'), value: <>{complaint.answeredByName} <DateText value={complaint.answeredAt ?? ''} time /></> },
    ] : []),
    ...(complaint.handlingNote ? [{ label: t('page.note'), value: words(complaint.handlingNote) }] : []),
    ...(callBack ? [{ label: t('page.callBack'), value: <>{t(callBack.reached ? 'page.reached' : 'page.notReached')}：{words(callBack.words)} {callBack.reason && `${t('act.noCallBackReason')}：${callBack.reason}`} <span className="hb-small hb-muted">{callBack.byName} <DateText value={callBack.at} /></span></> }] : []),
    ...(satisfaction ? [{ label: t('page.rating'), value: <><StatusTag tone={SATISFACTION_TONES[satisfaction as keyof typeof SATISFACTION_TONES]}>{t(`satisfaction.${satisfaction}`)}</StatusTag> {complaint.ratingWords}</> }] : []),
  ];
  return rows.length === 0 ? null : <SummaryList groups={[{ title: t('page.answer'), rows }]} />;
}
