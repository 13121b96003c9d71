import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { BallBar, type Ball } from '@/shared/ui/BallBar';
import { Timeline } from '@/shared/ui/CaseProgress';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList, type SummaryRow } from '@/shared/ui/SummaryList';
import { DateText, Money } from '@/shared/ui/values';
import { BidderLine } from '../reputation/BidderLine';
import './contracts.css';
import { ContractActions } from './ContractActions';
import { DisputesCard } from './DisputesCard';
import { FiledFiles } from './FiledFiles';
import { HandoverNotice } from './HandoverNotice';
import { contractPath, type Contract } from './model';
import { MilestonesCard } from './MilestonesCard';
import { PaymentsCard } from './PaymentsCard';
import { ProposalsCard } from './ProposalsCard';
import { UnsignedCard } from './UnsignedCard';

/** A contract whole: who has to act, milestones, money, what was proposed, the terms and what has happened. */
export function ContractPage() {
  const { contractId = '' } = useParams({ strict: false }) as { contractId?: string };
  const contract = useQuery(readPath<Contract>(contractPath(contractId)));
  if (contract.isPending) return <PageSkeleton />;
  if (contract.error) return <RouteErrorPage error={contract.error} onRetry={() => void contract.refetch()} />;
  return <Whole contract={contract.data} />;
}

function Whole({ contract }: { readonly contract: Contract }) {
  const { t } = useTranslation('contracts');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  const { standing } = contract;
  return (
    <>
      <PageHeader
        title={contract.title}
        back={{ to: `${base}/contracts`, label: t('list.title') }}
        tags={
          <>
            <StatusTag tone={standing.tone}>{english ? standing.en : standing.zh}</StatusTag>
            {standing.zh !== contract.stateZh && <span>{english ? contract.stateEn : contract.stateZh}</span>}
            {contract.number && <span className="hb-num hb-muted">{contract.number}</span>}
          </>
        }
        actions={<ContractActions contract={contract} />}
      />
      <div className="hb-stack">
        <BallBar ball={useBall(contract)} />
        {contract.returnedReason && contract.state === 'draft' && <Alert type="warning" showIcon title={t('page.returned', { reason: contract.returnedReason })} />}
        {contract.endedReason && <Alert type="warning" showIcon title={t('page.ended', { reason: contract.endedReason })} />}
        <UnsignedCard contract={contract} />
        <HandoverNotice contract={contract} />
        {contract.side === 'enterprise' && <BidderLine taskId={contract.taskId} firmId={contract.firmId} />}
        {contract.milestones.length > 0 && <MilestonesCard contract={contract} />}
        {contract.milestones.length > 0 && <FiledFiles taskId={contract.taskId} />}
        {contract.balance && <PaymentsCard contract={contract} />}
        <ProposalsCard contract={contract} />
        <DisputesCard contract={contract} />
        <SummaryList groups={[{ title: t('page.facts'), rows: useFacts(contract) }]} />
        <History id={contract.id} />
      </div>
    </>
  );
}

function useBall(contract: Contract): Ball {
  const { t } = useTranslation('contracts');
  const english = useLanguage() === 'en';
  const { holder, state, standing, side } = contract;
  const waiting = contract.proposals.find(one => one.state === 'open');
  const next = english ? contract.nextEn : contract.nextZh;
  if (waiting) return { holder: t(waiting.own ? 'page.otherSide' : 'page.ownSide'), mine: !waiting.own, since: waiting.madeAt, next: t(`page.answer.${waiting.kind}`), due: standing.due };
  const delivered = state === 'active' && contract.milestones.some(one => one.state === 'delivered');
  const who = delivered ? 'enterprise' : holder;
  const names = { enterprise: contract.enterpriseName, firm: contract.firmName, both: t('page.both'), nobody: null } as const;
  return { holder: names[who], mine: who === 'both' ? contract.actions.length > 0 : who === side, since: null, next: delivered ? t('page.toAccept') : next, due: standing.due };
}

function useFacts(contract: Contract): SummaryRow[] {
  const { t } = useTranslation('contracts');
  const { base } = useSession();
  const { terms } = contract;
  const wrapped = (text: string) => <span style={{ whiteSpace: 'pre-wrap' }}>{text}</span>;
  const signed = contract.signatures.map(one => (
    <div key={one.side}>
      {t(`side.${one.side}`)}：{one.signerName} <DateText value={one.signedAt} time /> {t(`sign.${one.way}Done`)} {one.side === contract.side && <AppLink to={`${base}/signatures/${one.recordId}`}>{t('page.record')}</AppLink>}
      {one.fileId && <> <a href={`/api/v1/files/${one.fileId}/content`}>{t('page.scan')}</a></>}
    </div>
  ));
  return [
    { label: t('page.task'), value: <AppLink to={`${base}/tasks/${contract.taskId}`}>{t('page.toTask')}</AppLink> },
    { label: t('side.enterprise'), value: contract.enterpriseName },
    { label: t('side.firm'), value: contract.firmName },
    { label: t('page.price'), value: <Money yuan={contract.priceYuan} /> },
    { label: t('page.awardNotice'), value: <a href={`/api/v1/contracts/${contract.id}/award-notice`}>{t('page.download')}</a> },
    { label: t('page.signDue'), value: <><DateText value={contract.signDue} /> <span className="hb-small hb-muted">{contract.signBasis}</span></> },
    { label: t('page.signatures'), value: signed.length > 0 ? signed : t(['waived', 'terminated', 'closed'].includes(contract.state) ? 'page.byPerformance' : 'page.noSignature') },
    ...(contract.paperFileId ? [{ label: t('page.paper'), value: <a href={`/api/v1/files/${contract.paperFileId}/content`}>{t('page.download')}</a> }] : []),
    ...(terms
      ? [
          { label: t('terms.period'), value: <><DateText value={terms.startsOn} /> · {t('terms.days', { count: terms.durationDays })}</> },
          { label: t('terms.scope'), value: wrapped(terms.scope) },
          { label: t('terms.deliverables'), value: wrapped(terms.deliverables.join('\n')) },
          { label: t('terms.acceptance'), value: wrapped(terms.acceptance) },
          { label: t('terms.confidentiality'), value: wrapped(terms.confidentiality) },
          { label: t('terms.liability'), value: wrapped(terms.liability) },
          { label: t('terms.disputes'), value: wrapped(terms.disputes) },
          ...(terms.other ? [{ label: t('terms.other'), value: wrapped(terms.other) }] : []),
        ]
      : []),
  ];
}

interface Event {
  readonly id: string;
  readonly at: string;
  readonly actorName: string;
  readonly zh: string;
  readonly en: string;
}

function History({ id }: { readonly id: string }) {
  const { t } = useTranslation('contracts');
  const english = useLanguage() === 'en';
  const events = useQuery(readPath<readonly Event[]>(`${contractPath(id)}/timeline`));
  const entries = (events.data ?? []).map(event => ({ id: event.id, at: event.at, title: english ? event.en : event.zh, by: event.actorName.startsWith('system:') ? t('page.system') : event.actorName, onBehalfOf: null }));
  return (
    <section className="hb-card">
      <h2>{t('page.history')}</h2>
      <ProblemAlert error={events.error} />
      {events.data?.length === 0 && <p className="hb-muted">{t('page.noHistory')}</p>}
      <Timeline entries={entries} />
    </section>
  );
}
