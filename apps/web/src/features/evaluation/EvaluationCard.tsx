import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
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
  const english = useLanguage() === 'en';
  const found = useEvaluation(taskId);
  const evaluation = found.data;
  if (!evaluation || (!evaluation.plan && !evaluation.actions.includes('plan'))) return null;
  const { plan, panel } = evaluation;
  const name = english ? panel.nameEn : panel.nameZh;
  const words = plan
    ? t('card.summary', { panel: name, size: plan.committeeSize, count: plan.criteria.length, weight: plan.priceWeight })
    : t(panel.demanded ? 'card.demanded' : 'card.none', { panel: name, least: panel.least, basis: panel.basis, unverified: panel.verified ? '' : t('card.unverified') });
  return (
    <section className="hb-card hb-stack">
      <h2>{t('card.title', { panel: name })} {!plan && panel.demanded && <StatusTag tone="warning">{t('card.missing')}</StatusTag>}{plan && <StatusTag tone={STATE_TONE[evaluation.state]}>{t(`state.${evaluation.state}`)}</StatusTag>}</h2>
      <p>{words}</p>
      <div className="hb-row">
        {plan && <ButtonLink to={`${base}/tasks/${taskId}/evaluation`}>{t('card.open')}</ButtonLink>}
        {evaluation.actions.includes('plan') && <ButtonLink to={`${base}/tasks/${taskId}/criteria`}>{t(plan ? 'card.change' : 'card.write')}</ButtonLink>}
      </div>
    </section>
  );
}

/** On the public page of a task that a panel judges: the way to its criteria and candidates. */
export function PublicEvaluationLink({ taskId }: { readonly taskId: string }) {
  const { t } = useTranslation('evaluation');
  return (
    <section className="hb-card hb-stack">
      <h2>{t('card.public')}</h2>
      <p>{t('card.publicText')}</p>
      <div className="hb-row"><ButtonLink to={`/tasks/${taskId}/evaluation`}>{t('card.openPublic')}</ButtonLink></div>
    </section>
  );
}
