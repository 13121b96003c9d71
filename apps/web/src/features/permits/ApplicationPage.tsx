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
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TaskList } from '@/shared/ui/TaskList';
import { CopyText } from '@/shared/ui/values';
import { CaseBall } from '@/shared/ui/CaseBall';
import { applicationPath, GROUPS, placePath, TASK_STATE, toneOf, type Application } from './model';
import { ApplicationFiles, CaseBack, useApplication, useApplicationChanged } from './parts';
import { ConditionsPanel } from '../conditions/ConditionsPanel';
import { PermitChanges } from './PermitChanges';
import { FormExchange } from '../exchange/FormExchange';
import { Rounds } from './Rounds';

/** An application for those who apply: the task list while it is filled in, the progress afterwards. */
export function ApplicationPage() {
  const { applicationId = '' } = useParams({ strict: false }) as { applicationId?: string };
  const application = useApplication(applicationId);
  if (application.isPending) return <PageSkeleton />;
  if (application.error) return <RouteErrorPage error={application.error} onRetry={() => void application.refetch()} />;
  return <Whole application={application.data} />;
}

function Whole({ application }: { readonly application: Application }) {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  const editing = application.editing !== 'sealed';
  const root = `${base}/permits/${application.id}`;
  return (
    <>
      <PageHeader
        title={`${application.enterpriseName} · ${application.siteName}`}
        back={{ to: `${base}/permits`, label: t('page.back') }}
        tags={
          <>
            <StatusTag tone={toneOf(application.state)}>{textOf(application.stateLabel)}</StatusTag>
            {application.caseNumber && <CopyText text={application.caseNumber} />}
          </>
        }
        actions={<Acts application={application} />}
      />
      <div className="hb-stack">
        <CaseBall of={application.case} />
        <PermitChanges application={application} />
        <ConditionsPanel applicationId={application.id} state={application.state} />
        {application.editing === 'flagged' && <Alert type="warning" showIcon title={t('page.correctionTitle')} description={t('page.correctionLead')} />}
        {application.editing === 'flagged' && <Rounds application={application} linkTo={pointer => placePath(root, pointer)} />}
        {editing && (
          <>
            <Sections application={application} root={root} />
            <div className="hb-row">
              <ButtonLink to={`${root}/check`} kind="primary" size="large">
                {t('page.check')}
              </ButtonLink>
              <span className="hb-muted">{t('page.checkHint')}</span>
            </div>
          </>
        )}
        {application.caseNumber && application.case.queryCode && (
          <p>
            {t('page.query')}: <CopyText text={application.case.queryCode} /> <span className="hb-small hb-muted">{t('page.queryHint')}</span>
          </p>
        )}
        {editing && <Exchange application={application} />}
        {application.permitId && <AppLink to={`${base}/certificates/${application.permitId}`}>{t('page.permit')}</AppLink>}
        {!editing && <AppLink to={`${root}/content`}>{t('page.showContent')}</AppLink>}
        {!editing && <ApplicationFiles application={application} />}
        {application.editing !== 'flagged' && <Rounds application={application} />}
        {application.state !== 'draft' && <CaseBack application={application} />}
      </div>
    </>
  );
}

/** The whole form by Excel; what was imported is fetched anew. */
function Exchange({ application }: { readonly application: Application }) {
  const changed = useApplicationChanged(application.id);
  return <FormExchange applicationId={application.id} name={`${application.enterpriseName} ${application.siteName}`} mayImport onDone={changed} />;
}

function Sections({ application, root }: { readonly application: Application; readonly root: string }) {
  const { t } = useTranslation('permits');
  const groups = GROUPS.map(group => ({
    title: t(`page.group.${group.key}`),
    items: application.sections
      .filter(section => (group.sections as readonly string[]).includes(section.section))
      .map(section => ({
        key: section.section,
        title: textOf(section.title),
        state: TASK_STATE[section.status],
        to: `${root}/sections/${section.section}`,
        reason: section.status === 'has-errors' ? t('page.errors', { count: section.problems }) : undefined,
      })),
  }));
  return <TaskList groups={groups} />;
}

function Acts({ application }: { readonly application: Application }) {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useApplicationChanged(application.id);
  const [open, setOpen] = useState(false);
  if (!application.actions.includes('permit-application.withdraw')) return null;
  const draft = application.state === 'draft';
  return (
    <>
      <Button type="text" danger onClick={() => setOpen(true)}>
        {t(draft ? 'page.withdrawDraft' : 'page.withdraw')}
      </Button>
      <ConfirmAct
        open={open}
        title={t(draft ? 'page.withdrawDraftTitle' : 'page.withdrawTitle')}
        act={t(draft ? 'page.withdrawDraft' : 'page.withdraw')}
        danger
        reason={draft ? undefined : { label: t('page.withdrawReason'), required: true }}
        onConfirm={async reason => {
          await rest('POST', `${applicationPath(application.id)}/withdraw`, { body: draft ? {} : { reason } });
          await changed();
          await navigate({ to: `${base}/permits` });
        }}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
