import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { PrintedContent } from '@/features/permits/Printed';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { Findings } from './Findings';
import { placePath, reportPath, type CheckResult, type Report, type ReportPrint } from './model';
import { useReport, useReportChanged, useReportForm } from './use-report';

const POLL_MS = 700;

/** 核对页: the rules' remarks with explanations, everything that was filled, the commitment, and the act. */
export function CheckPage() {
  const { t } = useTranslation('reports');
  const { base } = useSession();
  const { reportId = '' } = useParams({ strict: false }) as { reportId?: string };
  const report = useReport(reportId);
  const printed = useQuery({ ...readPath<ReportPrint>(`${reportPath(reportId)}/print`), staleTime: 0 });
  const root = `${base}/reports/${reportId}`;
  if (report.error) return <RouteErrorPage error={report.error} />;
  if (!report.data) return <PageSkeleton />;
  return (
    <>
      <PageHeader title={t('check.title')} lead={textOf(report.data.title)} back={{ to: root, label: textOf(report.data.title) }} />
      <div className="hb-stack">
        {report.data.actions.includes('execution-report.edit') && <Rules report={report.data} root={root} />}
        <ProblemAlert error={printed.error} />
        {printed.data && <PrintedContent sections={printed.data.parts} changeTo={key => `${root}/parts/${key}`} />}
        <Submit report={report.data} root={root} />
      </div>
    </>
  );
}

function useCheck(id: string) {
  return useQuery({ ...readPath<CheckResult>(`${reportPath(id)}/checks/latest`), staleTime: 0, refetchInterval: query => (['queued', 'running'].includes(query.state.data?.check?.state ?? '') ? POLL_MS : false) });
}

function Rules({ report, root }: { readonly report: Report; readonly root: string }) {
  const { t } = useTranslation('reports');
  const result = useCheck(report.id);
  const [error, setError] = useState<unknown>(null);
  const check = result.data?.check;
  const busy = check?.state === 'queued' || check?.state === 'running';
  const start = (): Promise<unknown> => rest('POST', `${reportPath(report.id)}/checks`).then(() => result.refetch(), setError);
  return (
    <section className="hb-card hb-stack">
      <div className="hb-row">
        <h2>{t('check.rules')}</h2>
        <Button loading={busy} onClick={() => { setError(null); void start(); }}>{t(check ? 'check.again' : 'check.run')}</Button>
      </div>
      <ProblemAlert error={error ?? result.error} />
      <div role="status">
        {busy && <Progress percent={check.progress} aria-label={t('check.running', { progress: check.progress })} />}
        {check?.state === 'done' && !check.current && <Alert type="info" showIcon title={t('check.stale')} />}
        {check?.state === 'done' && check.current && <p>{check.errors + check.warnings === 0 ? t('check.clean') : t('check.found', { errors: check.errors, warnings: check.warnings, unexplained: check.unexplained })}</p>}
      </div>
      {check?.state === 'done' && <Findings findings={result.data?.findings ?? []} linkTo={pointer => placePath(root, pointer)} explain={{ reportId: report.id, onDone: () => void result.refetch() }} />}
    </section>
  );
}

function Submit({ report, root }: { readonly report: Report; readonly root: string }) {
  const { t } = useTranslation('reports');
  const form = useReportForm(report.kind);
  const check = useCheck(report.id).data?.check;
  const { error, busy, act } = useActs(report, root);
  const [ticked, setTicked] = useState(false);
  const may = (action: string): boolean => report.actions.includes(`execution-report.${action}`);
  if (!may('submit') && !may('sign')) return may('edit') ? <p className="hb-muted">{t('check.notYours')}</p> : null;
  const open = report.parts.filter(part => part.status !== 'completed').length;
  const missing = [
    !report.periodOver && t('check.periodRunning', { day: report.periodTo }), open > 0 && t('check.incomplete', { count: open }), !(check?.state === 'done' && check.current) && t('check.needRun'),
    check?.state === 'done' && check.current && check.errors > 0 && t('check.hasErrors'), check?.state === 'done' && check.current && check.unexplained > 0 && t('check.hasWarnings', { count: check.unexplained }),
    !report.committed && !may('sign') && t('check.needSignature'), !report.committed && may('sign') && !ticked && t('check.needTick'),
  ].filter(Boolean);
  return (
    <section className="hb-card hb-stack">
      <ProblemAlert error={error} />
      {report.committed && <Alert type="success" showIcon title={t('check.signed')} />}
      {!report.committed && may('sign') && form.data && <Checkbox checked={ticked} onChange={event => setTicked(event.target.checked)}>{form.data.commitment}</Checkbox>}
      {missing.length > 0 && <p className="hb-muted" role="status">{t('check.notReady')}{missing.join('；')}</p>}
      <div className="hb-row">
        {!report.committed && may('sign') && <Button size="large" loading={busy} disabled={!ticked} onClick={() => void act('commitment')}>{t('check.sign')}</Button>}
        {may('submit') && <Button type="primary" size="large" loading={busy} disabled={missing.length > 0} onClick={() => void act('submit')}>{t('check.submit')}</Button>}
      </div>
    </section>
  );
}

/** Signing and handing in; a refusal is shown and nothing is lost. */
function useActs(report: Report, root: string) {
  const changed = useReportChanged();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const act = async (what: 'commitment' | 'submit'): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await rest('POST', `${reportPath(report.id)}/${what}`, { body: { commitment: true }, ...(what === 'submit' ? { idempotencyKey: `${key}-${report.version}` } : {}) });
      await changed();
      if (what === 'submit') await navigate({ to: root });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { error, busy, act };
}

/** The whole content for those who only read it. */
export function ContentPage() {
  const { t } = useTranslation('reports');
  const { base } = useSession();
  const { reportId = '' } = useParams({ strict: false }) as { reportId?: string };
  const printed = useQuery(readPath<ReportPrint>(`${reportPath(reportId)}/print`));
  if (printed.error) return <RouteErrorPage error={printed.error} />;
  if (!printed.data) return <PageSkeleton />;
  return (
    <>
      <PageHeader title={t('content.title')} lead={`${printed.data.enterpriseName} · ${textOf(printed.data.title)}`} back={{ to: `${base}/reports/${reportId}`, label: textOf(printed.data.title) }} />
      <PrintedContent sections={printed.data.parts} />
    </>
  );
}
