import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf, useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { BallBar } from '@/shared/ui/BallBar';
import { ballFrom, timelineFrom } from '@/shared/ui/case-parts';
import type { BallView, TimelineView } from '@/shared/ui/case.types';
import { Timeline } from '@/shared/ui/CaseProgress';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { SummaryList, type SummaryGroup } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import './permits.css';
import { applicationPath, formPath, type Application, type Clock, type PermitForm, type PrintedSection } from './model';

export const useApplication = (id: string): UseQueryResult<Application> => useQuery(readPath<Application>(applicationPath(id)));

export const useForm = (): UseQueryResult<PermitForm> => useQuery({ ...readPath<PermitForm>(formPath), staleTime: 3_600_000 });

/** Everything under the application, the lists and the queue is fetched again after an act. */
export function useApplicationChanged(id: string): () => Promise<void> {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: query => {
        const path = String(query.queryKey[0]);
        return path.startsWith(applicationPath(id)) || path === '/api/v1/permit-applications' || path.startsWith('/api/v1/cases');
      },
    });
}

export function activeClock(application: Application): Clock | undefined {
  return application.case.clocks.find(clock => clock.state !== 'ended');
}

/** Who holds the ball, with the time that is left. */
export function Ball({ application }: { readonly application: Application }) {
  const { organisation } = useSession();
  const clock = activeClock(application);
  const bureau = organisation?.orgKind === 'bureau';
  const deadline = clock && {
    remaining: clock.remaining, due: clock.dueDate, provisional: clock.provisional, paused: clock.state === 'paused' ? textOf({ zh: '暂停计时', en: 'paused' }) : null, unit: clock.dayType === 'calendar' ? ('day' as const) : ('workday' as const),
  };
  return <BallBar ball={ballFrom(application.case.ball as unknown as BallView, { mine: bureau ? ['officer', 'bureau'] : ['applicant', 'agent'], deadline })} />;
}

/** Why the last day is what it is, stretch by stretch, for both sides alike. */
export function ClockCard({ clock }: { readonly clock: Clock }) {
  const { t } = useTranslation('permits');
  const english = useLanguage() === 'en';
  const unit = t(`clock.${clock.dayType}`);
  return (
    <section className="hb-card">
      <div className="hb-row">
        <h2>{textOf(clock.title)}</h2>
        <DeadlineBadge remaining={clock.state === 'ended' ? null : clock.remaining} due={clock.dueDate} provisional={clock.provisional} paused={clock.state === 'paused' ? textOf({ zh: '暂停计时', en: 'paused' }) : null} />
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
      {clock.silence && <p className="hb-small hb-muted">{textOf(clock.silence)}</p>}
    </section>
  );
}

/** Clocks, documents, decision and history: the same for both sides. */
export function CaseBack({ application }: { readonly application: Application }) {
  const { t } = useTranslation('permits');
  const { case: c } = application;
  return (
    <>
      {c.decision && (
        <section className="hb-card">
          <h2>{t('page.decision')}</h2>
          <p style={{ whiteSpace: 'pre-wrap' }}>{c.decision.reasons}</p>
          {c.decision.remedies.length > 0 && <h3>{t('page.remedies')}</h3>}
          <ul style={{ paddingInlineStart: 20 }}>
            {c.decision.remedies.map(remedy => (
              <li key={remedy.key}>
                {textOf(remedy)}（{remedy.article}）{!remedy.verified && <span className="hb-muted">{t('page.unverified')}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {c.clocks.map(clock => (
        <ClockCard key={`${clock.clock}${clock.run}`} clock={clock} />
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

/** The printed form as people read it. `changeTo` leads back to a section. */
export function printedGroups(sections: readonly PrintedSection[], changeTo?: (key: string) => string): SummaryGroup[] {
  return sections.map(section => ({
    title: textOf(section.title),
    changeTo: changeTo?.(section.key),
    rows: [
      ...section.facts.map(fact => ({ label: textOf(fact.label), value: fact.value === '' ? null : `${fact.value}${fact.unit ? ` ${fact.unit}` : ''}` })),
      ...section.tables.map(table => ({ label: textOf(table.caption), value: <PrintedTable table={table} /> })),
    ],
  }));
}

function PrintedTable({ table }: { readonly table: PrintedSection['tables'][number] }) {
  if (table.rows.length === 0) return <span className="hb-muted">—</span>;
  return (
    <div className="hb-printed" tabIndex={0} role="region" aria-label={textOf(table.caption)}>
      <table>
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th key={index} scope="col">
                {textOf(column.label)}
                {column.unit && <span className="hb-small hb-muted"> {column.unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function PrintedContent({ sections, changeTo }: { readonly sections: readonly PrintedSection[]; readonly changeTo?: (key: string) => string }) {
  return <SummaryList groups={printedGroups(sections, changeTo)} />;
}
