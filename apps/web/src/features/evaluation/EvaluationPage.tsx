import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { CommitteeCard } from './CommitteeCard';
import { EnquiriesCard } from './EnquiriesCard';
import './evaluation.css';
import { evaluationPath, STATE_TONE, type Evaluation } from './model';
import { ObjectionsCard } from './ObjectionsCard';
import { PlanFacts } from './PlanFacts';
import { PublicityCard } from './PublicityCard';
import { ResponsivenessCard } from './ResponsivenessCard';
import { ResultCard } from './ResultCard';
import { RoundsCard } from './RoundsCard';

/** The evaluation of a task, for enterprise, bureau and bidders: each sees what is theirs. */
export function EvaluationPage() {
  const { taskId = '' } = useParams({ strict: false }) as { taskId?: string };
  const { t } = useTranslation('evaluation');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  const client = useQueryClient();
  const found = useQuery(readPath<Evaluation>(evaluationPath(taskId)));
  if (found.isPending) return <PageSkeleton />;
  if (found.error) return <RouteErrorPage error={found.error} onRetry={() => void found.refetch()} />;
  const evaluation = found.data;
  const onChanged = (): Promise<void> => client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(`/api/v1/service-tasks/${taskId}`) });
  const parts = { evaluation, onChanged };
  return (
    <>
      <PageHeader title={t('page.title')} lead={evaluation.taskTitle} back={{ to: `${base}/tasks/${taskId}`, label: t('page.back') }} tags={<><StatusTag tone={STATE_TONE[evaluation.state]}>{t(`state.${evaluation.state}`)}</StatusTag>{evaluation.taskNumber && <span className="hb-num hb-muted">{evaluation.taskNumber}</span>}</>} />
      <div className="hb-stack">
        {evaluation.held && <Alert type="warning" showIcon title={t('complaint.held')} />}
        {evaluation.publicity && <PublicityCard {...parts} />}
        <ObjectionsCard {...parts} />
        {evaluation.result && <ResultCard evaluation={evaluation} />}
        {evaluation.review && evaluation.plan && <ResponsivenessCard review={evaluation.review} conditions={evaluation.plan.conditions} report={evaluation.result ? null : evaluation.reportFileId} />}
        {evaluation.bidCount > 0 && <p><AppLink className="hb-link" to={`${base}/tasks/${taskId}/evaluation/bids`}>{t('bids.all', { count: evaluation.bidCount })}</AppLink></p>}
        {evaluation.rescoring.length > 0 && evaluation.plan && <Alert type="info" showIcon title={t('rounds.rescoring', { names: evaluation.plan.criteria.filter(one => evaluation.rescoring.includes(one.id)).map(one => one.name).join('、') })} />}
        <EnquiriesCard {...parts} />
        {evaluation.plan && <CommitteeCard {...parts} />}
        {evaluation.rounds.length > 0 && <RoundsCard evaluation={evaluation} />}
        {evaluation.plan && <PlanFacts plan={evaluation.plan} />}
        {!evaluation.plan && <p className="hb-muted">{t('card.none', { panel: english ? evaluation.panel.nameEn : evaluation.panel.nameZh })}</p>}
      </div>
    </>
  );
}
