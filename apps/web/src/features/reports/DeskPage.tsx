import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useFlags } from '@/features/permits/use-flags';
import { SuspicionsOf } from '@/features/evidence/SuspicionsOf';
import { PrintedContent } from '@/features/permits/Printed';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { DecideCard } from './DecideCard';
import { Findings } from './Findings';
import { Lateness } from './Lateness';
import { PdfButton } from './PdfButton';
import { reportPath, STATE_TONES, type CheckResult, type Report, type ReportPrint } from './model';
import { Revisions } from './Revisions';

/** An officer's desk: in time or late, what the rules asked and the enterprise answered, the content, and the four qualities. */
export function DeskPage({ report }: { readonly report: Report }) {
  const { t } = useTranslation('reports');
  const { base } = useSession();
  const printed = useQuery(readPath<ReportPrint>(`${reportPath(report.id)}/print`));
  const result = useQuery(readPath<CheckResult>(`${reportPath(report.id)}/checks/latest`));
  const flags = useFlags();
  const deciding = report.actions.includes('execution-report.decide');
  return (
    <>
      <PageHeader
        title={`${report.enterpriseName} · ${textOf(report.title)}`}
        lead={report.siteName}
        back={{ to: `${base}/reports`, label: t('queue.title') }}
        tags={<StatusTag tone={STATE_TONES[report.state]}>{t(`state.${report.state}`)}</StatusTag>}
        actions={<PdfButton report={report} revision={report.revision} />}
      />
      <div className="hb-stack">
        <section className="hb-card">
          <dl className="hb-report__facts">
            <div><dt>{t('facts.period')}</dt><dd><DateText value={report.periodFrom} /> — <DateText value={report.periodTo} /></dd></div>
            <div><dt>{t('facts.due')}</dt><dd><DateText value={report.dueOn} /></dd></div>
            <Lateness report={report} />
            <div><dt>{t('facts.submitted')}</dt><dd><DateText value={report.submittedAt} time /> {(report.lateDays ?? 0) > 0 ? <StatusTag tone="danger">{t('late', { days: report.lateDays ?? 0 })}</StatusTag> : <StatusTag tone="success">{t('timeliness.in-time')}</StatusTag>}</dd></div>
            <div><dt>{t('facts.permit')}</dt><dd className="hb-num">{report.permitNumber}</dd></div>
            {report.stopped && <div><dt>{t('facts.stopped')}</dt><dd>{t('facts.stoppedYes')}</dd></div>}
          </dl>
        </section>
        <ProblemAlert error={printed.error ?? result.error} />
        {result.data && (
          <section className="hb-card hb-stack">
            <h2>{t('desk.asked')}</h2>
            {result.data.findings.length === 0 ? <p className="hb-muted">{t('desk.nothingAsked')}</p> : <Findings findings={result.data.findings} />}
          </section>
        )}
        <SuspicionsOf of={{ reportId: report.id }} />
        <Revisions report={report} />
        {deciding && <p className="hb-muted">{t('desk.flagHint')}</p>}
        {printed.data && <PrintedContent sections={printed.data.parts} {...(deciding ? { flags } : {})} />}
        {deciding && <DecideCard report={report} flags={flags} />}
      </div>
    </>
  );
}
