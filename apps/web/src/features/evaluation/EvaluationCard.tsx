import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { StatusTag } from '@/shared/ui/StatusTag';
import { evaluationPath, STATE_TONE, type Evaluation } from './model';

const useEvaluation = (taskId: string) => useQuery(readPath<Evaluation>(evaluationPath(taskId)));

/** Whether a committee judges this task: then it is awarded on its evaluation page. */
export const useIsJudged = (taskId: string): boolean => (useEvaluation(taskId).data?.plan ?? null) !== null;

/** On the page of a task: how it is judged, and the way there. */
export function EvaluationCard({ taskId }: { readonly taskId: string }) {
  const { t } = useTranslation('evaluation');
  const { base } = useSession();
  const found = useEvaluation(taskId);
  const evaluation = found.data;
  if (!evaluation || (!evaluation.plan && !evaluation.actions.includes('plan'))) return null;
  const { plan } = evaluation;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('card.title')} {plan && <StatusTag tone={STATE_TONE[evaluation.state]}>{t(`state.${evaluation.state}`)}</StatusTag>}</h2>
      <p>{plan ? t('card.summary', { size: plan.committeeSize, count: plan.criteria.length, weight: plan.priceWeight }) : t('card.none')}</p>
      <div className="hb-row">
        {plan && <ButtonLink to={`${base}/tasks/${taskId}/evaluation`}>{t('card.open')}</ButtonLink>}
        {evaluation.actions.includes('plan') && <ButtonLink to={`${base}/tasks/${taskId}/criteria`}>{t(plan ? 'card.change' : 'card.write')}</ButtonLink>}
      </div>
    </section>
  );
}
