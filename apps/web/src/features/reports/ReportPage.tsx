import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TaskList } from '@/shared/ui/TaskList';
import { DateText } from '@/shared/ui/values';
import { Lateness } from './Lateness';
import { placePath, reportPath, STATE_TONES, TASK_STATE, type Report } from './model';
import { NewestData } from './NewestData';
import { DeskPage } from './DeskPage';
import { PdfButton } from './PdfButton';
import { Revisions } from './Revisions';
import { useReport, useReportChanged } from './use-report';
import './reports.css';

/** A report: the task list for those who write it, the desk for those who check it. */
export function ReportPage() {
  const { reportId = '' } = useParams({ strict: false }) as { reportId?: string };
  const { base } = useSession();
  const report = useReport(reportId);
  if (report.error) return <RouteErrorPage error={report.error} onRetry={() => void report.refetch()} />;
  if (!report.data) return <PageSkeleton />;
  return base.startsWith('/b/') ? <DeskPage report={report.data} /> : <Whole report={report.data} />;
}

function Whole({ report }: { readonly report: Report }) {
  const { t } = useTranslation('reports');
  const { base } = useSession();
  const root = `${base}/reports/${report.id}`;
  const open = report.state === 'draft' || report.state === 'returned' || report.state === 'amending';
  const last = report.revisions[0];
  return (
    <>
      <PageHeader
        title={textOf(report.title)}
        lead={`${report.enterpriseName} · ${report.siteName}`}
        back={{ to: `${base}/reports`, label: t('list.title') }}
        tags={<StatusTag tone={STATE_TONES[report.state]}>{t(`state.${report.state}`)}</StatusTag>}
        actions={<Acts report={report} />}
      />
      <div className="hb-stack">
        <Facts report={report} />
        {report.state === 'returned' && last && <Alert type="warning" showIcon title={t('returned.title')} description={<Returned report={report} root={root} />} />}
        {report.state === 'amending' && <Alert type="info" showIcon title={t('amending.title')} description={report.amendmentReason} />}
        {open && !report.periodOver && <Alert type="info" showIcon title={t('running', { day: report.periodTo })} />}
        {open && report.actions.includes('execution-report.edit') && <NewestData reportId={report.id} />}
        {open && (
          <TaskList
            groups={[{
              title: t('parts'),
              items: report.parts.map(part => ({ key: part.part, title: textOf(part.title), state: TASK_STATE[part.status], to: `${root}/parts/${part.part}`, reason: part.status === 'has-errors' ? t('errors', { count: part.problems }) : undefined })),
            }]}
          />
        )}
        {open && (
          <div className="hb-row">
            <ButtonLink to={`${root}/check`} kind="primary" size="large">{t('check.go')}</ButtonLink>
            <span className="hb-muted">{t('check.goHint')}</span>
          </div>
        )}
        {!open && <AppLink to={`${root}/content`}>{t('content.link')}</AppLink>}
        <Revisions report={report} />
      </div>
    </>
  );
}

function Facts({ report }: { readonly report: Report }) {
  const { t } = useTranslation('reports');
  const { base } = useSession();
  return (
    <section className="hb-card">
      <dl className="hb-report__facts">
        <div><dt>{t('facts.period')}</dt><dd><DateText value={report.periodFrom} /> — <DateText value={report.periodTo} /></dd></div>
        <div>
          <dt>{t('facts.due')}</dt>
          <dd className="hb-row">
            <DateText value={report.dueOn} />
            {report.submittedAt ? null : <DeadlineBadge remaining={report.daysLeft} due={report.dueOn} unit="day" />}
          </dd>
        </div>
        <Lateness report={report} />
        {report.submittedAt && <div><dt>{t('facts.submitted')}</dt><dd><DateText value={report.submittedAt} time /> {(report.lateDays ?? 0) > 0 ? <StatusTag tone="danger">{t('late', { days: report.lateDays ?? 0 })}</StatusTag> : <StatusTag tone="success">{t('timeliness.in-time')}</StatusTag>}</dd></div>}
        <div><dt>{t('facts.permit')}</dt><dd className="hb-num"><AppLink to={`${base}/certificates/${report.permitId}`}>{report.permitNumber}</AppLink></dd></div>
        {report.stopped && <div><dt>{t('facts.stopped')}</dt><dd>{t('facts.stoppedYes')}</dd></div>}
        <div><dt>{t('facts.duty')}</dt><dd><AppLink to={`${base}/duties/${report.dutyId}`}>{t('facts.dutyLink')}</AppLink></dd></div>
      </dl>
    </section>
  );
}

/** What the bureau wants corrected, each place a link. */
function Returned({ report, root }: { readonly report: Report; readonly root: string }) {
  const { t } = useTranslation('reports');
  const copy = report.revisions.find(one => one.outcome === 'returned' || one.outcome === 'void');
  if (!copy) return null;
  return (
    <div className="hb-stack" style={{ gap: 8 }}>
      {copy.outcomeNote && <p>{copy.outcomeNote}</p>}
      <ul>
        {copy.places.map(place => (
          <li key={place.pointer}>
            <AppLink to={placePath(root, place.pointer)}>{place.label}</AppLink>：{place.requirement}
          </li>
        ))}
      </ul>
      <p className="hb-small">{t('returned.hint')}</p>
    </div>
  );
}

function Acts({ report }: { readonly report: Report }) {
  const { t } = useTranslation('reports');
  const changed = useReportChanged();
  const navigate = useNavigate();
  const { base } = useSession();
  const [open, setOpen] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const discard = async (): Promise<void> => {
    await rest('DELETE', reportPath(report.id));
    await navigate({ to: `${base}/duties/${report.dutyId}` });
    await changed();
  };
  const amend = async (reason: string): Promise<void> => {
    await rest('POST', `${reportPath(report.id)}/amend`, { body: { reason } });
    await changed();
  };
  const withdraw = async (): Promise<void> => {
    await rest('POST', `${reportPath(report.id)}/amend/withdraw`);
    await changed();
  };
  return (
    <>
      <PdfButton report={report} revision={report.actions.includes('execution-report.edit') ? undefined : report.revision || undefined} />
      {report.actions.includes('execution-report.amend') && <Button onClick={() => setOpen(true)}>{t('amend.act')}</Button>}
      <ConfirmAct open={open} title={t('amend.title')} act={t('amend.act')} reason={{ label: t('amend.reason'), required: true }} onConfirm={amend} onClose={() => setOpen(false)}>
        <p>{t('amend.hint')}</p>
      </ConfirmAct>
      {report.actions.includes('execution-report.withdraw-amendment') && <Button onClick={() => setWithdrawing(true)}>{t('withdrawAmendment.act')}</Button>}
      <ConfirmAct open={withdrawing} danger title={t('withdrawAmendment.title')} act={t('withdrawAmendment.act')} onConfirm={withdraw} onClose={() => setWithdrawing(false)}>
        <p>{t('withdrawAmendment.hint', { count: report.revision })}</p>
      </ConfirmAct>
      {report.actions.includes('execution-report.discard') && <Button danger onClick={() => setDiscarding(true)}>{t('discard.act')}</Button>}
      <ConfirmAct open={discarding} danger title={t('discard.title')} act={t('discard.act')} onConfirm={discard} onClose={() => setDiscarding(false)}>
        <p>{t('discard.hint', { due: report.dueOn })}</p>
      </ConfirmAct>
    </>
  );
}
