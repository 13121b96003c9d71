import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { textOf, useLanguage } from '@/i18n';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { BallBar, type Ball } from '@/shared/ui/BallBar';
import { Timeline } from '@/shared/ui/CaseProgress';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList, type SummaryRow } from '@/shared/ui/SummaryList';
import { DateText, Money } from '@/shared/ui/values';
import { BidsCard } from './BidsCard';
import { DeliveriesCard } from './DeliveriesCard';
import { readable } from './key-file';
import { KINDS, STAGES, taskPath, toneOf, type Task, type TaskEvent } from './model';
import { OwnBidCard } from './OwnBidCard';
import { RatingsCard } from './RatingsCard';
import { TaskActions } from './TaskActions';

/** A task whole: who has to act, what it is, the bids, the work, the ratings and what has happened. */
export function TaskPage() {
  const { taskId = '' } = useParams({ strict: false }) as { taskId?: string };
  const task = useQuery(readPath<Task>(taskPath(taskId)));
  if (task.isPending) return <PageSkeleton />;
  if (task.error) return <ProblemAlert error={task.error} onRetry={() => void task.refetch()} />;
  return <Whole task={task.data} />;
}

/** Everything under this task is fetched again after an act. */
export function useTaskChanged(taskId: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(taskPath(taskId)) || String(query.queryKey[0]) === '/api/v1/service-tasks' });
}

function Whole({ task }: { readonly task: Task }) {
  const { t } = useTranslation('market');
  const { base, organisation } = useSession();
  const english = useLanguage() === 'en';
  const may = (action: string): boolean => task.actions.includes(action);
  const afterAward = task.awardedFirmId !== null;
  const works = afterAward && (may('task.bids') || may('task.deliver'));
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
        {organisation?.orgKind === 'firm' && <OwnBidCard task={task} />}
        {task.state !== 'draft' && may('task.bids') && <BidsCard task={task} />}
        {works && <DeliveriesCard task={task} />}
        {task.state === 'accepted' && <RatingsCard task={task} />}
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
  const mine = (holder === 'enterprise' && own === task.enterpriseId) || (holder === 'awardee' && own === task.awardedFirmId) || (holder === 'firms' && task.actions.includes('task.bid'));
  const next = english ? nextEn : nextZh;
  return { holder: holder === 'nobody' ? null : (holderName ?? t(`task.holder.${holder}`)), mine, since, next };
}

export function useFacts(task: Task): SummaryRow[] {
  const { t } = useTranslation('market');
  const word = (list: readonly { value: string; label: { zh: string; en: string } }[], value: string): string => {
    const found = list.find(each => each.value === value);
    return found ? textOf(found.label) : value;
  };
  const rows: (SummaryRow | false)[] = [
    { label: t('task.enterprise'), value: task.enterpriseName },
    { label: t('task.kind'), value: `${word(STAGES, task.stage)} · ${word(KINDS, task.kind)}` },
    { label: t('task.description'), value: <span style={{ whiteSpace: 'pre-wrap' }}>{task.description}</span> },
    { label: t('task.deliverables'), value: <ul style={{ paddingInlineStart: 20 }}>{task.deliverables.map(line => <li key={line}>{line}</li>)}</ul> },
    { label: t('task.qualifications'), value: task.requiredQualifications.length > 0 ? task.requiredQualifications.join('、') : t('task.noQualifications') },
    task.requirements !== '' && { label: t('task.requirements'), value: <span style={{ whiteSpace: 'pre-wrap' }}>{task.requirements}</span> },
    { label: t('task.budget'), value: task.budgetYuan ? <Money yuan={task.budgetYuan} /> : t('tasks.noBudget') },
    { label: t('task.duration'), value: t('task.days', { count: task.durationDays }) },
    { label: t('task.deadline'), value: <DateText value={task.bidDeadline} time /> },
    { label: t('task.weights'), value: `${task.priceWeight}%` },
    task.openingFingerprint !== null && { label: t('task.fingerprint'), value: <span className="hb-num">{readable(task.openingFingerprint)}</span> },
    task.openingFingerprint !== null && { label: t('task.witness'), value: t(task.hasWitness ? 'task.witnessYes' : 'task.witnessNo') },
    task.awardedFirmName !== null && { label: t('task.award'), value: task.awardedFirmName },
    task.awardReason !== null && { label: t('task.awardReason'), value: task.awardReason },
    task.endedReason !== null && { label: t('task.endedReason'), value: task.endedReason },
    task.openingRecordFileId !== null && { label: t('task.openingRecord'), value: <a href={`/api/v1/files/${task.openingRecordFileId}/content`}>{t('task.download')}</a> },
  ];
  return rows.filter(row => row !== false);
}

function History({ taskId }: { readonly taskId: string }) {
  const { t } = useTranslation('market');
  const english = useLanguage() === 'en';
  const events = useQuery(readPath<readonly TaskEvent[]>(`${taskPath(taskId)}/timeline`));
  const entries = (events.data ?? []).map(event => ({ id: event.id, at: event.at, title: english ? event.en : event.zh, by: event.actorName, onBehalfOf: event.onBehalf ? t('task.delegated') : null }));
  return (
    <section className="hb-card">
      <h2>{t('task.history')}</h2>
      <ProblemAlert error={events.error} />
      <Timeline entries={entries} />
    </section>
  );
}
