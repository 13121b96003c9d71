import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { timelineFrom } from '@/shared/ui/case-parts';
import type { TimelineView } from '@/shared/ui/case.types';
import { Timeline } from '@/shared/ui/CaseProgress';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList, type SummaryRow } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { Acts } from './Acts';
import { CheckForm } from './CheckForm';
import { Correction } from './Correction';
import './credit-evaluation.css';
import { Indicators } from './Indicators';
import { EVALUATIONS, STAGE_TONE, type Evaluation } from './model';
import { Objections } from './Objections';
import { ReportForm } from './ReportForm';
import { Results, Today } from './Results';

/** The evaluation of one enterprise in one year. The same page for both sides: what is to be done next comes first. */
export function EvaluationPage() {
  const { evaluationId = '' } = useParams({ strict: false }) as { evaluationId?: string };
  const evaluation = useQuery(readPath<Evaluation>(`${EVALUATIONS}/${evaluationId}`));
  if (evaluation.isPending) return <PageSkeleton />;
  if (!evaluation.data) return <RouteErrorPage error={evaluation.error} onRetry={() => void evaluation.refetch()} />;
  return <Whole evaluation={evaluation.data} />;
}

function Whole({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('credit-evaluation');
  const { base, organisation } = useSession();
  const english = useLanguage() === 'en';
  const isBureau = organisation?.orgKind === 'bureau';
  return (
    <>
      <PageHeader
        title={t('page.title', { year: evaluation.year, name: evaluation.subjectName })}
        lead={evaluation.number ?? ''}
        back={{ to: `${base}/credit-evaluations`, label: isBureau ? t('list.title') : t('own.title') }}
        tags={<><StatusTag tone={STAGE_TONE[evaluation.stage]}>{english ? evaluation.stageEn : evaluation.stageZh}</StatusTag>{evaluation.notReported ? <StatusTag tone="danger">{t('figures.notReported')}</StatusTag> : evaluation.late && <StatusTag tone="warning">{t('figures.late')}</StatusTag>}</>}
      />
      <div className="hb-stack">
        <Now evaluation={evaluation} isBureau={isBureau} />
        <Correction evaluation={evaluation} />
        <Acts evaluation={evaluation} />
        <Today evaluation={evaluation} />
        <Results evaluation={evaluation} />
        <Objections evaluation={evaluation} />
        {evaluation.actions.includes('save') ? <ReportForm evaluation={evaluation} /> : evaluation.actions.includes('check') ? <CheckForm evaluation={evaluation} /> : <Indicators evaluation={evaluation} />}
        <CreditLink subjectId={evaluation.subjectId} isBureau={isBureau} />
        <Course evaluation={evaluation} />
        <section className="hb-card"><h2>{t('page.history')}</h2><Timeline entries={timelineFrom(evaluation.case.timeline as unknown as TimelineView[])} /></section>
      </div>
    </>
  );
}

/** The standing of the day, for whoever reads it on a page of its own. */
function CreditLink({ subjectId, isBureau }: { readonly subjectId: string; readonly isBureau: boolean }) {
  const { t } = useTranslation('credit-evaluation');
  const { base, organisation } = useSession();
  if (!isBureau && organisation?.orgId !== subjectId) return null;
  return <p className="hb-no-print"><AppLink to={isBureau ? `${base}/credit/${subjectId}` : `${base}/credit`}>{t('page.credit')}</AppLink></p>;
}

/** Whose turn it is and until when; what happens when nothing is done. */
function Now({ evaluation, isBureau }: { readonly evaluation: Evaluation; readonly isBureau: boolean }) {
  const { t } = useTranslation('credit-evaluation');
  const { base } = useSession();
  const { daysLeft, dueOn, stage } = evaluation;
  const returned = evaluation.case.timeline.filter(one => one.action === 'giveBack' || one.action === 'sendBack').at(-1);
  return (
    <section className="hb-card hb-stack">
      {evaluation.mergedInto && <Alert type="info" showIcon title={t(evaluation.correctedAt ? 'now.replaced' : 'now.merged', { number: evaluation.mergedInto.number ?? '' })} action={<AppLink to={`${base}/credit-evaluations/${evaluation.mergedInto.id}`}>{t('now.openMerged')}</AppLink>} />}
      {evaluation.corrects && <p>{t('now.corrects')} <AppLink to={`${base}/credit-evaluations/${evaluation.corrects.id}`}>{evaluation.corrects.number ?? ''}</AppLink></p>}
      {evaluation.openCorrection && <Alert type="warning" showIcon title={t('now.beingCorrected')} action={<AppLink to={`${base}/credit-evaluations/${evaluation.openCorrection.id}`}>{evaluation.openCorrection.number ?? ''}</AppLink>} />}
      <p><strong>{t(`now.${stage as 'reporting'}`)}</strong> {daysLeft !== null && <DeadlineBadge remaining={daysLeft} due={dueOn} unit="day" />}</p>
      {stage === 'reporting' && <p className="hb-small hb-muted">{evaluation.silence}{!evaluation.silenceVerified && t('unverified')}</p>}
      {returned?.reason && ['reporting', 'checking'].includes(stage) && <Alert type="warning" showIcon title={t(returned.action === 'giveBack' ? 'now.givenBack' : 'now.sentBack')} description={returned.reason} />}
      {stage === 'publicity' && evaluation.changedOn && <p>{t('now.changed', { day: evaluation.changedOn, until: evaluation.publicUntil ?? '' })}</p>}
      {isBureau && stage === 'publicity' && <p className="hb-small hb-muted">{t('now.publicUntil', { day: evaluation.publicUntil ?? '' })}</p>}
      <ul className="hb-lines hb-small">{evaluation.reasons.map(one => <li key={one.zh}>{one.zh}</li>)}</ul>
    </section>
  );
}

/** Who did what, and the letter. */
function Course({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('credit-evaluation');
  const person = (label: string, name: string | null, at: string | null, note: string | null): SummaryRow[] => (name ? [{ label, value: <>{note && <span className="hb-evaluation__words">{note}</span>} <span className="hb-small hb-muted">{name} {at && <DateText value={at} time />}</span></> }] : []);
  const rows: SummaryRow[] = [
    ...evaluation.submissions.map(one => ({ label: t('course.submitted', { nth: one.nth }), value: <>{one.byName} <DateText value={one.at} time /> {one.late && <StatusTag tone="warning">{t('figures.late')}</StatusTag>}</> })),
    ...person(t('course.checked'), evaluation.checkedByName, evaluation.checkedAt, evaluation.checkNote), ...person(t('course.reviewed'), evaluation.reviewedByName, evaluation.reviewedAt, evaluation.reviewNote),
    ...(evaluation.publicFrom ? [{ label: t('course.public'), value: t('course.span', { from: evaluation.publicFrom, to: evaluation.publicUntil ?? '' }) }] : []),
    ...(evaluation.changedOn ? [{ label: t('course.changed'), value: <DateText value={evaluation.changedOn} /> }] : []),
    ...(evaluation.approvedAt ? [{ label: t('course.approved'), value: <>{evaluation.approvedByName} <DateText value={evaluation.approvedAt} time /></> }] : []),
    ...(evaluation.publishedAt ? [{ label: t('course.published'), value: <DateText value={evaluation.publishedAt} time /> }] : []),
    ...(evaluation.letter ? [{ label: t('course.letter'), value: evaluation.letter.fileId ? <a href={`/api/v1/files/${evaluation.letter.fileId}/content`}>{evaluation.letter.number}</a> : t('course.drawing') }] : []),
  ];
  return rows.length === 0 ? null : <SummaryList groups={[{ title: t('course.title'), rows }]} />;
}
