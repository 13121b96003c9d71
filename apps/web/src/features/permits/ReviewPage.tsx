import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Switch } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { CopyText, DateText } from '@/shared/ui/values';
import { CaseBall } from '@/shared/ui/CaseBall';
import { DeskDocuments } from './DeskDocuments';
import { ConditionsPanel } from '@/features/conditions/ConditionsPanel';
import { ScrutinyHint } from '@/features/credit/ScrutinyHint';
import { SuspicionsOf } from '@/features/evidence/SuspicionsOf';
import { TeamPanel } from '@/features/site-checks/TeamPanel';
import { Findings } from './Findings';
import { applicationPath, toneOf, type Application, type Finding, type PermitForm, type Printed, type Review } from './model';
import { OfficerActs } from './OfficerActs';
import { ApplicationFiles, CaseBack, useApplication, useApplicationChanged, useForm } from './parts';
import { Rulings } from './Rulings';
import { PermitChanges } from './PermitChanges';
import { PrintedContent } from './Printed';
import { Rounds } from './Rounds';
import { useFlags, type Flags } from './use-flags';
import { wordedChange } from './words';

/** An application on the officer's desk: what the machine found, what was filled in, opinions, and the acts that are due. */
export function ReviewPage() {
  const { applicationId = '' } = useParams({ strict: false }) as { applicationId?: string };
  const application = useApplication(applicationId);
  if (application.isPending) return <PageSkeleton />;
  if (application.error) return <RouteErrorPage error={application.error} onRetry={() => void application.refetch()} />;
  return <Desk application={application.data} />;
}

/** Until it is decided or ended another way: after that nobody scrutinises it any more. */
const DECIDED: readonly string[] = ['granted', 'refusal-unserved', 'issued', 'refused', 'not-accepted', 'withdrawn', 'closed'];

function Desk({ application }: { readonly application: Application }) {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  const flags = useFlags();
  return (
    <>
      <PageHeader
        title={`${application.enterpriseName} · ${application.siteName}`}
        back={{ to: `${base}/permits`, label: t('queue.title') }}
        tags={
          <>
            <StatusTag tone={toneOf(application.state)}>{textOf(application.stateLabel)}</StatusTag>
            {application.caseNumber && <CopyText text={application.caseNumber} />}
          </>
        }
        actions={<OfficerActs application={application} flags={flags} />}
      />
      <div className="hb-stack">
        <CaseBall of={application.case} />
        {!DECIDED.includes(application.state) && <ScrutinyHint enterpriseId={application.enterpriseId} />}
        <PermitChanges application={application} />
        <MachineFindings application={application} flags={flags} />
        <DeskDocuments application={application} flags={flags} />
        <SuspicionsOf of={{ applicationId: application.id }} />
        <TeamPanel applicationId={application.id} state={application.state} actions={application.actions} longer={mayTakeLonger(application)} />
        <ConditionsPanel applicationId={application.id} state={application.state} />
        <Opinions application={application} />
        <Rounds application={application} />
        <ApplicationFiles application={application} />
        <Content application={application} flags={flags} />
        <CaseBack application={application} />
      </div>
    </>
  );
}

/** 条例 art. 12: the longer period with a site check is for key management, a first or a new application, once. */
function mayTakeLonger({ managementCategory, businessType, case: { clocks } }: Application): boolean {
  const review = clocks.findLast(clock => clock.clock === 'review');
  const lastChange = review?.steps.findLast(step => step.kind === 'extend' || step.kind === 'shorten');
  return managementCategory === 'key' && ['new', 'reapply'].includes(businessType) && review !== undefined && lastChange?.kind !== 'extend';
}

/** The form as it is read; while corrections may be asked for, any place of it can be marked. */
function Content({ application, flags }: { readonly application: Application; readonly flags: Flags }) {
  const { t } = useTranslation('permits');
  const id = useId();
  const printed = useQuery(readPath<Printed>(`${applicationPath(application.id)}/print`));
  const form = useForm();
  const [marking, setMarking] = useState(false);
  const may = application.actions.includes('permit-application.request-correction');
  const last = application.case.corrections.at(-1);
  const changes = new Map((form.data && last?.state !== 'open' ? (last?.changes ?? []) : []).map(change => [change.pointer, wordedChange(form.data as PermitForm, change)]));
  return (
    <section className="hb-stack">
      <div className="hb-row hb-content-head">
        <h2>{t('page.content')}</h2>
        {may && (
          <span className="hb-row">
            <Switch id={id} checked={marking} onChange={setMarking} />
            <label htmlFor={id}>{t('flag.switch')}</label>
          </span>
        )}
      </div>
      {may && marking && <p className="hb-muted">{t('flag.lead', { count: flags.items.length })}</p>}
      <ProblemAlert error={printed.error} />
      {printed.data && <PrintedContent sections={printed.data.sections} flags={may && marking ? flags : undefined} changes={changes} />}
    </section>
  );
}

function MachineFindings({ application, flags }: { readonly application: Application; readonly flags: Flags }) {
  const { t } = useTranslation('permits');
  const review = useQuery(readPath<Review>(`${applicationPath(application.id)}/review-runs/latest`));
  const changed = useApplicationChanged(application.id);
  const [overruling, setOverruling] = useState<Finding | null>(null);
  const may = application.actions.includes('permit-application.dispose-finding');
  const correctable = application.actions.includes('permit-application.request-correction');
  const dispose = async (finding: Finding, disposition: 'accepted' | 'overruled', reason?: string): Promise<void> => {
    await rest('POST', `${applicationPath(application.id)}/findings/${finding.id}/disposition`, { body: { disposition, reason } });
    await changed();
  };
  const findings = review.data?.findings ?? [];
  return (
    <section className="hb-card hb-stack">
      <h2>{t('review.findings')}</h2>
      <ProblemAlert error={review.error} />
      {review.data && findings.length === 0 && <p>{t('review.noFindings')}</p>}
      <Findings
        applicationId={application.id}
        findings={findings}
        acts={finding =>
          may ? (
            <Rulings
              finding={finding}
              flagged={correctable ? flags.has(finding.pointer) : undefined}
              onFlag={() => flags.add({ pointer: finding.pointer, label: textOf(finding.place), requirement: finding.suggestion.zh, reason: finding.basis })}
              onAccept={() => void dispose(finding, 'accepted')}
              onOverrule={() => setOverruling(finding)}
            />
          ) : null
        }
      />
      <ConfirmAct open={overruling !== null} title={t('review.overrule')} act={t('review.overrule')} draft={overruling ? `overrule:${overruling.id}` : undefined} reason={{ label: t('review.overruleReason'), required: true }} onConfirm={reason => (overruling ? dispose(overruling, 'overruled', reason) : Promise.resolve())} onClose={() => setOverruling(null)}>
        {overruling && textOf(overruling.suggestion)}
      </ConfirmAct>
    </section>
  );
}

function Opinions({ application }: { readonly application: Application }) {
  const { t } = useTranslation('permits');
  if (application.opinions.length === 0) return null;
  const titleOf = (key: string): string => {
    const section = application.sections.find(each => each.section === key);
    return section ? textOf(section.title) : t('review.overall');
  };
  return (
    <section className="hb-card">
      <h2>{t('review.opinions')}</h2>
      <ul className="hb-plain-list hb-stack" style={{ gap: 10 }}>
        {application.opinions.map(opinion => (
          <li key={opinion.id}>
            <div className="hb-row">
              <strong>{titleOf(opinion.section)}</strong>
              <StatusTag tone={opinion.verdict === 'agree' ? 'success' : 'warning'}>{t(`review.${opinion.verdict}`)}</StatusTag>
              <span className="hb-muted">{opinion.authorName}</span>
              <DateText value={opinion.at} time />
            </div>
            <p style={{ whiteSpace: 'pre-wrap' }}>{opinion.text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
