import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { DateText } from '@/shared/ui/values';
import { taskPath, type Task } from '../market/model';
import { useTaskChanged } from '../market/task-changed';
import type { CalendarStep, Procedure } from './model';
import './procurement.css';

export const useProcedure = (path: string) => useQuery(readPath<Procedure>(`${path}/procedure`));

/** How this procurement runs: the method, the law behind it, and what happens when. */
export function ProcedureCard({ task }: { readonly task: Task }) {
  const { base, organisation } = useSession();
  const procedure = useProcedure(taskPath(task.id));
  const draft = task.state === 'draft' && task.actions.includes('task.edit');
  const over = ['failed', 'cancelled'].includes(task.state) && organisation?.orgId === task.enterpriseId;
  if (!procedure.data) return <ProblemAlert error={procedure.error} />;
  const { followsTaskId, followedById } = procedure.data;
  return (
    <ProcedureFacts procedure={procedure.data} draft={draft ? `${base}/tasks/${task.id}/method` : null}>
      <Chain base={base} followsTaskId={followsTaskId} followedById={followedById} />
      {over && followedById === null && <Again task={task} />}
    </ProcedureFacts>
  );
}

function Chain({ base, followsTaskId, followedById }: { readonly base: string; readonly followsTaskId: string | null; readonly followedById: string | null }) {
  const { t } = useTranslation('procurement');
  return (
    <>
      {followsTaskId && <p><AppLink to={`${base}/tasks/${followsTaskId}`}>{t('procedure.follows')}</AppLink></p>}
      {followedById && <p><AppLink to={`${base}/tasks/${followedById}`}>{t('procedure.followed')}</AppLink></p>}
    </>
  );
}

interface FactsProps {
  readonly procedure: Procedure;
  /** Where the method of a draft is chosen. */
  readonly draft: string | null;
  readonly children?: React.ReactNode;
}

/** The same for everybody, signed in or not. */
export function ProcedureFacts({ procedure, draft, children }: FactsProps) {
  const { t } = useTranslation('procurement');
  const english = useLanguage() === 'en';
  const lines = [
    `${english ? procedure.regimeEn : procedure.regimeZh}（${procedure.basis}）`,
    procedure.fewestBids > 1 ? t('procedure.fewest', { count: procedure.fewestBids }) : null,
    procedure.attempt > 1 ? t('procedure.attempt', { count: procedure.attempt }) : null,
    procedure.shortReason && t('procedure.shortReason', { reason: procedure.shortReason, number: procedure.shortApproval ?? t('procedure.noNumber') }),
  ];
  return (
    <section className="hb-card">
      <div className="hb-row hb-bids__head">
        <h2>{t('procedure.title', { method: english ? procedure.methodEn : procedure.methodZh })}</h2>
        {draft && <ButtonLink to={draft}>{t('procedure.choose')}</ButtonLink>}
      </div>
      <p>{english ? procedure.hintEn : procedure.hintZh}</p>
      {lines.filter(Boolean).map(line => <p key={line} className="hb-small hb-muted">{line}</p>)}
      <ol className="hb-calendar">
        {procedure.calendar.filter(step => step.at !== null || step.day !== null).map(step => <Step key={step.key} step={step} />)}
      </ol>
      {children}
    </section>
  );
}

function Step({ step }: { readonly step: CalendarStep }) {
  const { t } = useTranslation('procurement');
  const english = useLanguage() === 'en';
  return (
    <li className={step.done ? 'hb-calendar--done' : ''}>
      <span>
        {english ? step.en : step.zh}
        {step.done && <span className="hb-sr-only"> {t('procedure.past')}</span>}
      </span>
      <span>
        {step.at ? <DateText value={step.at} time /> : <DateText value={step.day} />}
        {step.basis && <span className="hb-small hb-muted"> {step.basis}{step.verified ? '' : t('procedure.unverified')}</span>}
      </span>
    </li>
  );
}

/** A new draft of the same need. */
export function Again({ task }: { readonly task: Task }) {
  const { t } = useTranslation('procurement');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useTaskChanged(task.id);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <div className="hb-row">
        <Button type={task.state === 'short' ? 'default' : 'primary'} onClick={() => setAsking(true)}>{t('again.act')}</Button>
      </div>
      <ConfirmAct
        open={asking}
        title={t('again.title')}
        act={t('again.act')}
        onConfirm={async () => {
          const draft = await rest<Task>('POST', `${taskPath(task.id)}/again`);
          await changed();
          await navigate({ to: `${base}/tasks/${draft.id}` });
        }}
        onClose={() => setAsking(false)}
      >
        <p>{t(task.state === 'short' ? 'again.textShort' : 'again.text')}</p>
      </ConfirmAct>
    </>
  );
}
