import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { ChangeList } from './ChangeList';
import { PROPOSAL_TONES, proposalsPath, type Proposal, type Simulation } from './model';
import './standards.css';

const POLL_MS = 2000;
type Act = 'confirm' | 'reject' | 'withdraw';

/** A proposal: what changes, what it would mean for applications and permits, and the decision. */
export function ProposalPage() {
  const { proposalId = '' } = useParams({ strict: false }) as { proposalId?: string };
  const path = `${proposalsPath}/${proposalId}`;
  const proposal = useQuery({ ...readPath<Proposal>(path), refetchInterval: query => (query.state.data?.state === 'proposed' && query.state.data.simulationState === 'queued' ? POLL_MS : false) });
  if (proposal.isPending) return <PageSkeleton />;
  if (proposal.error) return <RouteErrorPage error={proposal.error} onRetry={() => void proposal.refetch()} />;
  return <Loaded proposal={proposal.data} path={path} />;
}

function Loaded({ proposal, path }: { readonly proposal: Proposal; readonly path: string }) {
  const { t } = useTranslation('standards');
  const { base } = useSession();
  return (
    <>
      <PageHeader
        title={t('proposal.title')}
        lead={proposal.reason}
        back={{ to: `${base}/limits?tab=proposals`, label: t('tab.proposals') }}
        tags={<StatusTag tone={PROPOSAL_TONES[proposal.state]}>{t(`state.${proposal.state}`)}</StatusTag>}
        actions={<Acts proposal={proposal} path={path} />}
      />
      <div className="hb-stack">
        {proposal.state === 'proposed' && proposal.actions.includes('limit.withdraw') && <Alert type="info" showIcon title={t('proposal.own')} />}
        <section className="hb-card hb-stack">
          <h2>{t('proposal.changes', { count: proposal.changes })}</h2>
          <ChangeList changes={proposal.items} />
          <dl className="hb-limit__facts">
            <div>
              <dt>{t('propose.citation')}</dt>
              <dd>{proposal.citation}</dd>
            </div>
            <div>
              <dt>{t('column.by')}</dt>
              <dd>
                {proposal.proposedByName} · <DateText value={proposal.proposedAt} time />
              </dd>
            </div>
            {proposal.decidedByName && (
              <div>
                <dt>{t(`state.${proposal.state}`)}</dt>
                <dd>
                  {proposal.decidedByName} · <DateText value={proposal.decidedAt} time /> · {proposal.decisionNote}
                </dd>
              </div>
            )}
          </dl>
        </section>
        <Effects proposal={proposal} />
      </div>
    </>
  );
}

function Acts({ proposal, path }: { readonly proposal: Proposal; readonly path: string }) {
  const { t } = useTranslation('standards');
  const client = useQueryClient();
  const [act, setAct] = useState<Act | null>(null);
  const send = async (note: string): Promise<void> => {
    await rest('POST', `${path}/${act ?? 'confirm'}`, { body: { note }, version: proposal.version });
    await client.invalidateQueries({ queryKey: [path] });
  };
  const may = (name: Act): boolean => proposal.actions.includes(`limit.${name}`);
  return (
    <>
      {may('withdraw') && <Button onClick={() => setAct('withdraw')}>{t('act.withdrawProposal')}</Button>}
      {may('reject') && <Button onClick={() => setAct('reject')}>{t('act.reject')}</Button>}
      {may('confirm') && <Button type="primary" disabled={proposal.simulationState === 'queued'} onClick={() => setAct('confirm')}>{t('act.confirm')}</Button>}
      <ConfirmAct open={act !== null} title={t(`act.${act ?? 'confirm'}ProposalTitle`)} act={t(act === 'withdraw' ? 'act.withdrawProposal' : `act.${act ?? 'confirm'}`)} reason={{ label: t('act.note'), required: true }} onConfirm={send} onClose={() => setAct(null)}>
        <p>{t(`act.${act ?? 'confirm'}ProposalMeans`)}</p>
      </ConfirmAct>
    </>
  );
}

function Effects({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('standards');
  const { simulation, simulationState } = proposal;
  return (
    <section className="hb-card hb-stack" aria-live="polite">
      <h2>{t('simulation.title')}</h2>
      {simulationState === 'queued' && proposal.state === 'proposed' && <p>{t('simulation.running')}</p>}
      {simulationState === 'failed' && <Alert type="warning" showIcon title={t('simulation.failed')} />}
      {simulation && <Simulated simulation={simulation} />}
    </section>
  );
}

function Simulated({ simulation }: { readonly simulation: Simulation }) {
  const { t } = useTranslation('standards');
  const { base } = useSession();
  const { applications, permits, newErrors, newWarnings, gone, cases, day } = simulation;
  return (
    <>
      <p>{t('simulation.counts', { day, applications: applications.checked, applicationsChanged: applications.changed, permits: permits.checked, permitsChanged: permits.changed })}</p>
      <p className="hb-row">
        <StatusTag tone={newErrors > 0 ? 'danger' : 'neutral'}>{t('simulation.errors', { count: newErrors })}</StatusTag>
        <StatusTag tone={newWarnings > 0 ? 'warning' : 'neutral'}>{t('simulation.warnings', { count: newWarnings })}</StatusTag>
        <StatusTag tone="neutral">{t('simulation.gone', { count: gone })}</StatusTag>
      </p>
      {cases.length === 0 && <p className="hb-muted">{t('simulation.none')}</p>}
      <ul className="hb-plain-list hb-stack">
        {cases.map(one => (
          <li key={one.id} className="hb-limit__case">
            <div className="hb-row">
              <StatusTag tone="info">{t(`simulation.${one.kind}`)}</StatusTag>
              <AppLink to={`${base}/${one.kind === 'permit' ? 'certificates' : 'permits'}/${one.id}`}>
                {one.enterpriseName} · {one.siteName}
              </AppLink>
              {one.number && <span className="hb-num hb-muted">{one.number}</span>}
            </div>
            <ul>
              {one.appears.map(found => (
                <li key={`${found.ruleId}${found.pointer}${found.expected}`}>
                  {t(found.level === 'E' ? 'simulation.newError' : 'simulation.newWarning')} {textOf(found.place)}：{found.actual} → {found.expected}（{found.ruleId}）
                </li>
              ))}
              {one.goes.map(found => (
                <li key={`${found.ruleId}${found.pointer}${found.expected}gone`} className="hb-muted">
                  {t('simulation.goes')} {textOf(found.place)}：{found.expected}（{found.ruleId}）
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
