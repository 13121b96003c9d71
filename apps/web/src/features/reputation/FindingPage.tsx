import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { FINDING_TONE, findingsPath, type Finding } from './model';
import './reputation.css';

const STEPS = {
  state: { action: 'firm-finding.state', path: 'state', verdict: null, danger: false },
  confirm: { action: 'firm-finding.decide', path: 'decide', verdict: 'confirmed', danger: true },
  refuse: { action: 'firm-finding.decide', path: 'decide', verdict: 'refused', danger: false },
  object: { action: 'firm-finding.object', path: 'object', verdict: null, danger: false },
  uphold: { action: 'firm-finding.answer', path: 'answer', verdict: 'upheld', danger: true },
  revoke: { action: 'firm-finding.answer', path: 'answer', verdict: 'revoked', danger: false },
} as const;
type Step = keyof typeof STEPS;

/** One finding with facts, evidence, the firm's word and what was decided, and the steps that are open to the reader. */
export function FindingPage() {
  const { findingId = '' } = useParams({ strict: false }) as { findingId?: string };
  const path = `${findingsPath}/${findingId}`;
  const client = useQueryClient();
  const finding = useQuery(readPath<Finding>(path));
  if (finding.isPending) return <PageSkeleton />;
  if (finding.error) return <RouteErrorPage error={finding.error} onRetry={() => void finding.refetch()} />;
  return <Whole finding={finding.data} onChanged={() => client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(findingsPath) })} />;
}

function Whole({ finding, onChanged }: { readonly finding: Finding; readonly onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation('reputation');
  const { base, organisation } = useSession();
  const bureau = organisation?.orgKind === 'bureau';
  const waits = bureau && finding.state === 'proposed' && finding.statement === null && !finding.actions.includes('firm-finding.decide');
  return (
    <>
      <PageHeader
        title={`${finding.firmName}：${t(`firm.findingKind.${finding.kind}`)}`}
        back={{ to: `${base}/${bureau ? 'firm-findings' : 'findings'}`, label: t('findings.back') }}
        tags={<StatusTag tone={FINDING_TONE[finding.state]}>{t(`findings.states.${finding.state}`)}</StatusTag>}
        actions={finding.actions.length > 0 && <Acts finding={finding} onChanged={onChanged} />}
      />
      <div className="hb-stack">
        {waits && <Alert type="info" showIcon title={t('findings.waits')} />}
        <Facts finding={finding} />
        <Answers finding={finding} />
      </div>
    </>
  );
}

function Facts({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('reputation');
  const rows = [
    { label: t('findings.occurred'), value: <DateText value={finding.occurredOn} /> }, { label: t('findings.source'), value: finding.source }, ...(finding.taskTitle ? [{ label: t('findings.task'), value: finding.taskTitle }] : []),
    { label: t('findings.facts'), value: <span className="hb-reputation__said">{finding.facts}</span> }, { label: t('findings.basis'), value: finding.legalBasis },
    { label: t('findings.evidence'), value: <a href={`/api/v1/files/${finding.evidenceFileId}/content?inline=1`} target="_blank" rel="noreferrer">{t('findings.view')}</a> },
    { label: t('findings.proposedBy'), value: <>{finding.proposedByName} · <DateText value={finding.proposedAt} time /></> },
    { label: t('findings.effect'), value: finding.effectiveFrom ? t('findings.span', { from: finding.effectiveFrom, to: finding.effectiveTo }) : t('findings.effectNone') },
  ];
  return <SummaryList groups={[{ title: t('findings.facts'), rows }]} />;
}

function Answers({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('reputation');
  const said = (text: string | null, at: string | null) => (text ? <><span className="hb-reputation__said">{text}</span> <span className="hb-small hb-muted"><DateText value={at} time /></span></> : null);
  const rows = [
    { label: t('findings.due'), value: <DateText value={finding.statementDue} time /> }, { label: t('findings.statement'), value: said(finding.statement, finding.statedAt) ?? t('findings.noStatement') },
    ...(finding.decisionReason ? [{ label: t('findings.decision'), value: said(finding.decisionReason, finding.decidedAt) }, { label: t('findings.decidedBy'), value: finding.decidedByName }] : []),
    ...(finding.objection ? [{ label: t('findings.objection'), value: said(finding.objection, finding.objectedAt) }] : []),
    ...(finding.answer ? [{ label: t('findings.answer'), value: said(finding.answer, finding.answeredAt) }, { label: t('findings.answeredBy'), value: finding.answeredByName }] : []),
  ];
  return <SummaryList groups={[{ title: t('findings.statement'), rows }]} />;
}

function Acts({ finding, onChanged }: { readonly finding: Finding; readonly onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation('reputation');
  const [step, setStep] = useState<Step | null>(null);
  const open = (Object.keys(STEPS) as Step[]).filter(one => finding.actions.includes(STEPS[one].action));
  const shown = step ?? 'state';
  const { path, verdict, danger } = STEPS[shown];
  return (
    <>
      {open.map(one => <Button key={one} type={one === 'state' || one === 'confirm' ? 'primary' : 'default'} onClick={() => setStep(one)}>{t(`findings.act.${one}.button`)}</Button>)}
      <ConfirmAct
        open={step !== null}
        title={t(`findings.act.${shown}.title`)}
        act={t(`findings.act.${shown}.button`)}
        danger={danger}
        reason={{ label: t(`findings.act.${shown}.label`), required: true }}
        onConfirm={async reason => {
          await rest('POST', `${findingsPath}/${finding.id}/${path}`, { body: verdict ? { verdict, reason } : { reason }, version: finding.version });
          await onChanged();
        }}
        onClose={() => setStep(null)}
      >
        <p>{t(`findings.act.${shown}.means`)}</p>
      </ConfirmAct>
    </>
  );
}
