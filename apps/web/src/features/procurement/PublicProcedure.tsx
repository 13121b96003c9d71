import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { PublicEvaluationLink } from '../evaluation/EvaluationCard';
import { AmendmentList } from './AmendmentsCard';
import type { Amendment, Question, SiteVisit } from './model';
import { ProcedureFacts, useProcedure } from './ProcedureCard';
import { QuestionList } from './QuestionsCard';
import { SiteVisitList } from './SiteVisitsCard';

/** What everybody may read of a procurement: its method and calendar, the amendments and the answers. */
export function PublicProcedure({ taskId }: { readonly taskId: string }) {
  const { t } = useTranslation('procurement');
  const path = `/api/v1/public/service-tasks/${taskId}`;
  const procedure = useProcedure(path);
  const questions = useQuery(readPath<readonly Question[]>(`${path}/questions`));
  const visits = useQuery(readPath<readonly SiteVisit[]>(`${path}/site-visits`));
  const amendments = useQuery(readPath<readonly Amendment[]>(`${path}/amendments`));
  return (
    <>
      {procedure.data && <ProcedureFacts procedure={procedure.data} draft={null} />}
      {procedure.data?.judged && <PublicEvaluationLink taskId={taskId} />}
      {visits.data && visits.data.length > 0 && (
        <section className="hb-card">
          <h2>{t('visits.title')}</h2>
          <SiteVisitList visits={visits.data} task={null} />
        </section>
      )}
      {amendments.data && amendments.data.length > 0 && (
        <section className="hb-card">
          <h2>{t('amend.heading')}</h2>
          <AmendmentList amendments={amendments.data} />
        </section>
      )}
      {questions.data && questions.data.length > 0 && (
        <section className="hb-card">
          <h2>{t('questions.title')}</h2>
          <QuestionList questions={questions.data} answer={null} />
        </section>
      )}
    </>
  );
}
