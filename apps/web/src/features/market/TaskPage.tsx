import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { BallBar, type Ball } from '@/shared/ui/BallBar';
import { Timeline } from '@/shared/ui/CaseProgress';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { EvaluationCard } from '../evaluation/EvaluationCard';
import { BidsCard } from './BidsCard';
import { ContractCard } from './ContractCard';
import { DeliveriesCard } from './DeliveriesCard';
import { taskPath, toneOf, type Task, type TaskEvent } from './model';
import { hasLiveBid, useOwnBids } from './own-bids';
import { OpeningCard } from './OpeningCard';
import { OwnBidCard } from './OwnBidCard';
import { UsesCard } from '../reputation/UsesCard';
import { RatingsCard } from './RatingsCard';
import { useFacts } from './task-facts';
import { TaskActions } from './TaskActions';
import { UnsignedAwardsCard } from './UnsignedAwardsCard';
import { AfterAwardCard } from '../procurement/AfterAwardCard';
import { AmendmentsCard } from '../procurement/AmendmentsCard';
import { BondsCard } from '../procurement/BondsCard';
import { FinalRoundCard } from '../procurement/FinalRoundCard';
import { InvitedCard } from '../procurement/InvitedCard';
import { OffersCard } from '../procurement/OffersCard';
import { ProcedureCard } from '../procurement/ProcedureCard';
import { QuestionsCard } from '../procurement/QuestionsCard';
import { SiteVisitsCard } from '../procurement/SiteVisitsCard';
import { ShortCard } from '../procurement/ShortCard';

/** A task whole: who has to act, what it is, the bids, the work, the ratings and what has happened. */
export function TaskPage() {
  const { taskId = '' } = useParams({ strict: false }) as { taskId?: string };
  const task = useQuery(readPath<Task>(taskPath(taskId)));
  if (task.isPending) return <PageSkeleton />;
  if (task.error) return <RouteErrorPage error={task.error} onRetry={() => void task.refetch()} />;
  return <Whole task={task.data} />;
}

function Whole({ task }: { readonly task: Task }) {
  const { t } = useTranslation('market');
  const { base, organisation } = useSession();
  const english = useLanguage() === 'en';
  const may = (action: string): boolean => task.actions.includes(action);
  const afterAward = task.awardedFirmId !== null;
  const direct = task.method === 'direct';
  /** From the first opening until the final one. */
  const between = task.state === 'negotiating' || (task.bidRound === 2 && task.openedAt === null);
  const works = afterAward && may('task.deliveries');
  return (
    <>
      <PageHeader
        title={task.title}
        back={{ to: `${base}/tasks`, label: t('task.back') }}
        tags={
          <>
            <StatusTag tone={toneOf(task.state)}>{english ? task.stateEn : task.stateZh}</StatusTag>
            {task.number && <span className="hb-num hb-muted">{task.number}</span>}
          </>
        }
        actions={<TaskActions task={task} />}
      />
      <div className="hb-stack">
        <BallBar ball={useBall(task)} />
        {task.state === 'short' && may('task.procedure') && <ShortCard task={task} />}
        {direct && task.state !== 'draft' && may('task.offers') && <OffersCard task={task} />}
        {task.openingNeeded !== null && task.openedAt === null && may('task.bids') && ['published', 'short', 'closed', 'negotiating'].includes(task.state) && <OpeningCard task={task} />}
        {between && may('task.bids') && <FinalRoundCard task={task} />}
        {organisation?.orgKind === 'firm' && <OwnBidCard task={task} />}
        {!direct && task.state !== 'draft' && may('task.bids') && <BidsCard task={task} />}
        <EvaluationCard taskId={task.id} />
        {afterAward && <ContractCard task={task} />}
        <UnsignedAwardsCard task={task} />
        {task.regime !== 'voluntary' && may('task.deliveries') && (afterAward || task.openedAt !== null) && <AfterAwardCard task={task} />}
        {works && <DeliveriesCard task={task} />}
        {works && <UsesCard taskId={task.id} mayName={may('task.name-use')} own={organisation?.orgId ?? null} />}
        {(task.state === 'accepted' || may('task.rate')) && <RatingsCard task={task} />}
        <ProcedureCard task={task} />
        {may('task.invitations') && !['open', 'auction'].includes(task.method) && <InvitedCard task={task} />}
        {!direct && <SiteVisitsCard task={task} />}
        {!direct && task.state !== 'draft' && <AmendmentsCard task={task} />}
        {!direct && task.state !== 'draft' && <QuestionsCard task={task} />}
        {task.bondYuan !== null && task.state !== 'draft' && may('task.bonds') && <BondsCard task={task} />}
        <SummaryList groups={[{ title: t('task.facts'), rows: useFacts(task) }]} />
        <History taskId={task.id} />
      </div>
    </>
  );
}

function useBall(task: Task): Ball {
  const { t } = useTranslation('market');
  const { organisation } = useSession();
  const english = useLanguage() === 'en';
  const { holder, holderName, since, nextZh, nextEn } = task.ball;
  const own = organisation?.orgId;
  const bids = useOwnBids(task.id);
  const waiting = task.state === 'published' && hasLiveBid(bids);
  const mine = (holder === 'enterprise' && own === task.enterpriseId) || (holder === 'awardee' && own === task.awardedFirmId) || (holder === 'firms' && !waiting && task.actions.includes('task.bid'));
  const next = waiting ? t('task.waiting') : english ? nextEn : nextZh;
  return { holder: holder === 'nobody' ? null : (holderName ?? t(`task.holder.${holder}`)), mine, since, next };
}

function History({ taskId }: { readonly taskId: string }) {
  const { t } = useTranslation('market');
  const english = useLanguage() === 'en';
  const events = useQuery(readPath<readonly TaskEvent[]>(`${taskPath(taskId)}/timeline`));
  const entries = (events.data ?? []).map(event => ({ id: event.id, at: event.at, title: english ? event.en : event.zh, by: event.actorName.startsWith('system:') ? t('task.system') : event.actorName, onBehalfOf: event.onBehalf ? t('task.delegated') : null }));
  return (
    <section className="hb-card">
      <h2>{t('task.history')}</h2>
      <ProblemAlert error={events.error} />
      <Timeline entries={entries} />
    </section>
  );
}
