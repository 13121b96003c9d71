import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { taskPath, type Task } from '../market/model';
import { useTaskChanged } from '../market/task-changed';
import type { Question } from './model';
import './procurement.css';

/** Questions and objections with their answers: the same for all, and nobody is named. */
export function QuestionsCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('procurement');
  const { organisation } = useSession();
  const questions = useQuery(readPath<readonly Question[]>(`${taskPath(task.id)}/questions`));
  const answers = organisation?.orgId === task.enterpriseId;
  return (
    <section className="hb-card">
      <h2>{t('questions.title')}</h2>
      <ProblemAlert error={questions.error} />
      {task.pausedAt && task.state === 'published' && <Alert type="warning" showIcon title={t(answers ? 'questions.pausedOwner' : 'questions.paused')} />}
      <QuestionList questions={questions.data ?? []} answer={answers && task.actions.includes('task.procedure') ? task : null} />
      {task.actions.includes('task.ask') && <Ask task={task} />}
    </section>
  );
}

/** Also for the public page, without the means to answer. */
export function QuestionList({ questions, answer }: { readonly questions: readonly Question[]; readonly answer: Task | null }) {
  const { t } = useTranslation('procurement');
  const [answered, setAnswered] = useState<Question | null>(null);
  if (questions.length === 0) return <p className="hb-muted">{t('questions.none')}</p>;
  return (
    <>
      <ul className="hb-asked">
        {questions.map(question => (
          <li key={question.id}>
            <div className="hb-row">
              <StatusTag tone={question.objection ? 'warning' : 'neutral'}>{t(question.objection ? 'questions.objection' : 'questions.question')}</StatusTag>
              {question.own && <span className="hb-small">{t('questions.own')}</span>}
              <DateText value={question.askedAt} time />
            </div>
            <p>{question.text}</p>
            {question.answer !== null && <p><strong>{t('questions.answer')}</strong> {question.answer}</p>}
            {question.answer === null && <p className="hb-small hb-muted">{question.answerDue ? <>{t('questions.due')} <DateText value={question.answerDue} time /></> : t('questions.waiting')}</p>}
            {answer && question.answer === null && <Button onClick={() => setAnswered(question)}>{t('questions.doAnswer')}<span className="hb-sr-only"> {question.text.slice(0, 20)}</span></Button>}
          </li>
        ))}
      </ul>
      {answer && <Answer task={answer} question={answered} onClose={() => setAnswered(null)} />}
    </>
  );
}

function Answer({ task, question, onClose }: { readonly task: Task; readonly question: Question | null; readonly onClose: () => void }) {
  const { t } = useTranslation('procurement');
  const changed = useTaskChanged(task.id);
  return (
    <ConfirmAct
      open={question !== null}
      title={t('questions.answerTitle')}
      act={t('questions.doAnswer')}
      reason={{ label: t('questions.answerLabel'), required: true }}
      onConfirm={async answer => {
        await rest('POST', `${taskPath(task.id)}/questions/${question?.id}/answer`, { body: { answer } });
        await changed();
      }}
      onClose={onClose}
    >
      <p>{question?.text}</p>
    </ConfirmAct>
  );
}

function Ask({ task }: { readonly task: Task }) {
  const { t } = useTranslation('procurement');
  const changed = useTaskChanged(task.id);
  const [kind, setKind] = useState<'question' | 'objection' | null>(null);
  const objection = kind === 'objection';
  return (
    <div className="hb-row">
      <Button onClick={() => setKind('question')}>{t('questions.ask')}</Button>
      <Button type="text" onClick={() => setKind('objection')}>{t('questions.object')}</Button>
      <ConfirmAct
        open={kind !== null}
        title={t(objection ? 'questions.objectTitle' : 'questions.askTitle')}
        act={t(objection ? 'questions.object' : 'questions.ask')}
        reason={{ label: t(objection ? 'questions.objectLabel' : 'questions.askLabel'), required: true }}
        onConfirm={async text => {
          await rest('POST', `${taskPath(task.id)}/questions`, { body: { text, objection } });
          await changed();
        }}
        onClose={() => setKind(null)}
      >
        <p>{t(objection ? 'questions.objectText' : 'questions.askText')}</p>
      </ConfirmAct>
    </div>
  );
}
