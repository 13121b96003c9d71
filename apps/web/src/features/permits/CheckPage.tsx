import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { DocumentsCheck } from '@/features/evidence/DocumentsCheck';
import { Contest, isInTheWay } from './Contest';
import { Findings } from './Findings';
import { applicationPath, placePath, type Application, type Printed, type Review } from './model';
import { useApplication, useApplicationChanged } from './parts';
import { PermitChanges } from './PermitChanges';
import { ReapplyInstead } from './ReapplyInstead';
import { PrintedContent } from './Printed';
import { Submitted } from './Submitted';

/** Only where the live stream is lost: it says at once that a run went on. */
const POLL_MS = 4_000;

/** 核对页: the machine's findings, everything that was filled, the commitment, and the act. */
export function CheckPage() {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  const { applicationId = '' } = useParams({ strict: false }) as { applicationId?: string };
  const application = useApplication(applicationId);
  const printed = useQuery({ ...readPath<Printed>(`${applicationPath(applicationId)}/print`), staleTime: 0 });
  const [submitted, setSubmitted] = useState<Application | null>(null);
  const root = `${base}/permits/${applicationId}`;
  if (application.error) return <RouteErrorPage error={application.error} />;
  if (!application.data) return <PageSkeleton />;
  if (submitted) return <Submitted application={submitted} root={root} />;
  return (
    <>
      <PageHeader title={t('check.title')} lead={t('check.lead')} back={{ to: root, label: t('section.back') }} />
      <div className="hb-stack">
        <PermitChanges application={application.data} />
        <MachineReview application={application.data} root={root} />
        <DocumentsCheck applicationId={applicationId} linkTo={pointer => placePath(root, pointer)} />
        <ProblemAlert error={printed.error} />
        {printed.data && <PrintedContent sections={printed.data.sections} changeTo={key => `${root}/sections/${key}`} />}
        <Submit application={application.data} onDone={setSubmitted} />
      </div>
    </>
  );
}

function useReview(id: string) {
  return useQuery({
    ...readPath<Review>(`${applicationPath(id)}/review-runs/latest`),
    staleTime: 0,
    refetchInterval: query => (['queued', 'running'].includes(query.state.data?.run?.state ?? '') ? POLL_MS : false),
  });
}

function MachineReview({ application, root }: { readonly application: Application; readonly root: string }) {
  const { t } = useTranslation('permits');
  const review = useReview(application.id);
  const [error, setError] = useState<unknown>(null);
  const run = review.data?.run;
  const busy = run?.state === 'queued' || run?.state === 'running';
  const start = async (): Promise<void> => {
    setError(null);
    await rest('POST', `${applicationPath(application.id)}/review-runs`).then(
      () => review.refetch(),
      (thrown: unknown) => setError(thrown),
    );
  };
  return (
    <section className="hb-card hb-stack">
      <div className="hb-row">
        <h2>{t('check.machine')}</h2>
        <Button loading={busy} onClick={() => void start()}>
          {t(run ? 'check.rerun' : 'check.run')}
        </Button>
      </div>
      <ProblemAlert error={error ?? review.error} />
      <div role="status">
        {busy && <Progress percent={run.progress} aria-label={t('check.running', { progress: run.progress })} />}
        {run?.state === 'done' && !run.current && <Alert type="info" showIcon title={t('check.stale')} />}
        {run?.state === 'done' && run.current && <p>{run.errors + run.warnings === 0 ? t('check.clean') : t('check.found', { errors: run.errors, warnings: run.warnings })}</p>}
      </div>
      {run?.state === 'done' && run.current && <ReapplyInstead application={application} findings={review.data?.findings ?? []} />}
      {run?.state === 'done' && <Findings applicationId={application.id} findings={review.data?.findings ?? []} linkTo={finding => placePath(root, finding.pointer)} acts={finding => <Contest application={application} finding={finding} onDone={() => void review.refetch()} />} />}
    </section>
  );
}

function Submit({ application, onDone }: { readonly application: Application; readonly onDone: (application: Application) => void }) {
  const { t } = useTranslation('permits');
  const { organisation } = useSession();
  const review = useReview(application.id);
  const [ticked, setTicked] = useState(false);
  const { error, busy, act } = useActs(application);
  const may = (action: string): boolean => application.actions.includes(`permit-application.${action}`);
  const open = application.sections.filter(section => section.status !== 'completed').length;
  const run = review.data?.run;
  const signed = application.committed;
  const firmActs = application.case.case.agentName !== null;
  const missing = [
    open > 0 && t('check.incomplete', { count: open }),
    !(run?.state === 'done' && run.current) && t('check.needRun'),
    run?.state === 'done' && run.current && (review.data?.findings ?? []).some(isInTheWay) && t('check.hasErrors'),
    !signed && !may('sign') && t('check.needSignature'),
    !signed && may('sign') && !ticked && t('check.needTick'),
  ].filter(Boolean);
  if (!may('submit') && !may('sign')) return null;
  return (
    <section className="hb-card hb-stack">
      <ProblemAlert error={error} />
      {organisation?.orgStatus === 'pending' && <Alert type="info" showIcon title={t('create.lead')} />}
      {signed && <Alert type="success" showIcon title={t('check.signed')} description={t('check.signedHint')} />}
      {!signed && may('sign') && (
        <Checkbox checked={ticked} onChange={event => setTicked(event.target.checked)}>
          {t('check.commitment')}
        </Checkbox>
      )}
      {missing.length > 0 && (
        <p className="hb-muted" role="status">
          {t(may('submit') ? 'check.notReady' : 'check.notYet')}
          {missing.join('；')}
        </p>
      )}
      <div className="hb-row">
        {!signed && may('sign') && (firmActs || !may('submit')) && (
          <Button size="large" loading={busy} disabled={!ticked} onClick={() => void act('commitment')}>
            {t('check.sign')}
          </Button>
        )}
        {may('submit') && (
          <Button type="primary" size="large" loading={busy} disabled={missing.length > 0} onClick={() => void act('submit').then(done => done && onDone(done))}>
            {t('check.submit')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Signing and submitting; a refusal is shown and nothing is lost. */
function useActs(application: Application) {
  const changed = useApplicationChanged(application.id);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const act = async (what: 'commitment' | 'submit'): Promise<Application | undefined> => {
    setBusy(true);
    setError(null);
    try {
      return await rest<Application>('POST', `${applicationPath(application.id)}/${what}`, { body: { commitment: true } });
    } catch (thrown) {
      setError(thrown);
      return undefined;
    } finally {
      await changed();
      setBusy(false);
    }
  };
  return { error, busy, act };
}

/** The whole content for those who may only read it. */
export function ContentPage() {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  const { applicationId = '' } = useParams({ strict: false }) as { applicationId?: string };
  const printed = useQuery(readPath<Printed>(`${applicationPath(applicationId)}/print`));
  if (printed.error) return <RouteErrorPage error={printed.error} />;
  if (!printed.data) return <PageSkeleton />;
  return (
    <>
      <PageHeader title={t('page.content')} lead={`${printed.data.enterpriseName} · ${printed.data.siteName}`} back={{ to: `${base}/permits/${applicationId}`, label: t('page.back') }} />
      <PrintedContent sections={printed.data.sections} />
    </>
  );
}
