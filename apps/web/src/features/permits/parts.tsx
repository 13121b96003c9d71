import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf, useLanguage } from '@/i18n';
import { timelineFrom } from '@/shared/ui/case-parts';
import type { TimelineView } from '@/shared/ui/case.types';
import { Timeline } from '@/shared/ui/CaseProgress';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import './permits.css';
import { applicationPath, formPath, type Application, type Clock, type PermitForm } from './model';
import { AdverseCard, type Settle } from './Adverse';
import { WhatIfPause } from './WhatIfPause';

export const useApplication = (id: string): UseQueryResult<Application> => useQuery(readPath<Application>(applicationPath(id)));

export { useApplicationChanged } from './changed';

export const useForm = (): UseQueryResult<PermitForm> => useQuery({ ...readPath<PermitForm>(formPath), staleTime: 3_600_000 });

/** Why the last day is what it is, stretch by stretch, for both sides alike. */
export function ClockCard({ clock, children }: { readonly clock: Clock; readonly children?: ReactNode }) {
  const { t } = useTranslation('permits');
  const english = useLanguage() === 'en';
  const unit = t(`clock.${clock.dayType}`);
  return (
    <section className="hb-card">
      <div className="hb-row">
        <h2>{textOf(clock.title)}</h2>
        <DeadlineBadge remaining={clock.state === 'ended' ? null : clock.remaining} due={clock.dueDate} provisional={clock.provisional} paused={clock.state === 'paused'} unit={clock.dayType === 'calendar' ? 'day' : 'workday'} />
      </div>
      <p className="hb-muted">
        {t('clock.total', { count: clock.total, unit })} · {clock.article}
      </p>
      <ol className="hb-clock-steps hb-plain-list" aria-label={t('clock.why')}>
        {clock.steps.map((step, index) => (
          <li key={`${step.kind}${step.from}${index}`} className={step.counting ? undefined : 'hb-clock-steps__still'}>
            <span className="hb-num">
              {step.from}
              {step.to !== step.from && ` → ${step.to}`}
            </span>
            <span>{english ? step.en : step.zh}</span>
            <span className="hb-small hb-muted">
              {step.article}
              {step.noticeNumber && ` · ${step.noticeNumber}`}
            </span>
          </li>
        ))}
      </ol>
      {clock.dueDate && (
        <p>
          <strong>
            {t('clock.last')} <DateText value={clock.dueDate} />
          </strong>
          {clock.provisional && <span className="hb-small hb-muted"> {t('clock.provisional')}</span>}
        </p>
      )}
      {clock.silence && <p className="hb-small hb-muted">{t('clock.silence', { what: textOf(clock.silence) })}</p>}
      {children}
    </section>
  );
}

/** Clocks, documents, decision and history: the same for both sides. */
export function CaseBack({ application, settle }: { readonly application: Application; readonly settle?: Settle }) {
  const { t } = useTranslation('permits');
  const { case: c } = application;
  return (
    <>
      <AdverseCard application={application} settle={settle} />
      {c.decision && <Decision decision={c.decision} measure={c.adverse?.measure} />}
      {c.clocks.map(clock => (
        <ClockCard key={`${clock.clock}${clock.run}`} clock={clock}>
          {clock.pausable && clock.state === 'running' && <WhatIfPause application={application} />}
        </ClockCard>
      ))}
      {c.notices.length > 0 && (
        <section className="hb-card">
          <h2>{t('page.notices')}</h2>
          <ul className="hb-plain-list">
            {c.notices.map(notice => (
              <li key={notice.id} className="hb-row">
                {notice.fileId ? <a href={`/api/v1/files/${notice.fileId}/content`}>{notice.title}</a> : `${notice.title}（${t('page.noticePending')}）`}
                <span className="hb-num hb-muted">{notice.number}</span>
                <DateText value={notice.issuedOn} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="hb-card">
        <h2>{t('page.history')}</h2>
        <Timeline entries={timelineFrom(c.timeline as unknown as TimelineView[])} />
      </section>
    </>
  );
}

/** The decision as it was made: outcome, each condition, reasons, and how to contest it. */
function Decision({ decision, measure }: { readonly decision: NonNullable<Application['case']['decision']>; readonly measure?: string }) {
  const { t } = useTranslation('permits');
  return (
    <section className="hb-card hb-stack hb-decision">
      <div className="hb-row">
        <h2>{t('page.decision')}</h2>
        <StatusTag tone={decision.outcome === 'granted' ? 'success' : 'danger'}>{decision.outcome === 'granted' ? t('review.grant') : (measure ?? t('review.refused'))}</StatusTag>
        <span className="hb-small hb-muted">
          {decision.decidedByName} · <DateText value={decision.decidedAt} time /> · {decision.article}
        </span>
      </div>
      <div>
        <h3>{t('page.reasons')}</h3>
        <p style={{ whiteSpace: 'pre-wrap' }}>{decision.reasons}</p>
      </div>
      {decision.conditions.length > 0 && (
        <div>
          <h3>{t('page.conditions')}</h3>
          <ul className="hb-plain-list hb-decision__list">
            {decision.conditions.map(condition => (
              <li key={condition.key}>
                <StatusTag tone={condition.met ? 'success' : 'danger'}>{t(condition.met ? 'review.met' : 'review.notMet')}</StatusTag>
                <span>
                  {condition.label} <span className="hb-small hb-muted">{condition.article}</span>
                  {condition.comment && <span className="hb-decision__comment">{condition.comment}</span>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {decision.remedies.length > 0 && (
        <div>
          <h3>{t('page.remedies')}</h3>
          <ul style={{ paddingInlineStart: 20 }}>
            {decision.remedies.map(remedy => (
              <li key={remedy.key}>
                {textOf(remedy)}（{remedy.article}）{!remedy.verified && <span className="hb-muted">{t('page.unverified')}</span>}
                {remedy.until && (
                  <>
                    {' '}
                    {t('page.remedyUntil')} <DateText value={remedy.until} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** The files of the application, to open and read. */
export function ApplicationFiles({ application }: { readonly application: Application }) {
  const { t } = useTranslation('permits');
  const files = useQuery(readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'permit-application', subjectId: application.id }));
  if (!files.data || files.data.length === 0) return null;
  return (
    <section className="hb-card">
      <h2>{t('page.files')}</h2>
      <FileList files={files.data} />
    </section>
  );
}
