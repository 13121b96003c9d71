import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import type { PartProps } from './parts';
import { evaluationPath, type Draw, type Evaluation, type Seat } from './model';
import { useWords } from './words';

/** When a seat has done what the state asks. */
const DONE: Partial<Record<Evaluation['state'], 'reviewedAt' | 'competitionAt' | 'handedInAt'>> = { checking: 'reviewedAt', competition: 'competitionAt', scoring: 'handedInAt' };

/** Who judges, how they were drawn, and how far they are. */
export function CommitteeCard({ evaluation, onChanged }: PartProps) {
  const { t } = useTranslation('evaluation');
  const { organisation } = useSession();
  const [removing, setRemoving] = useState<Seat | null>(null);
  const may = (action: string): boolean => evaluation.actions.includes(action);
  const taken = evaluation.seats.filter(seat => seat.state === 'asked' || seat.state === 'accepted');
  const done = (seat: Seat): boolean => seat[DONE[evaluation.state] ?? 'handedInAt'] !== null;
  const hidden = taken.some(seat => seat.name === null);
  return (
    <section className="hb-card hb-stack">
      <h2>{t('committee.title')}</h2>
      {taken.length === 0 && <p className="hb-muted">{t('committee.empty')}</p>}
      {taken.length > 0 && evaluation.plan && <p>{t('committee.progress', { done: taken.filter(done).length, all: evaluation.plan.committeeSize })}{evaluation.scoringDueAt && <> · {t('committee.due')} <DateText value={evaluation.scoringDueAt} time /></>}</p>}
      {hidden && <p className="hb-muted">{t(organisation?.orgKind === 'enterprise' ? 'committee.hiddenOwner' : 'committee.hidden')}</p>}
      <ul className="hb-plain-list hb-seats">
        {evaluation.seats.map(seat => (
          <li key={seat.id}>
            <strong>{t('committee.seat', { nth: seat.nth })}</strong>
            <span>{t(`committee.${seat.kind}`)}</span>
            <span className={seat.name ? undefined : 'hb-muted'}>{seat.name ? [seat.name, seat.title, seat.unit].join(' · ') : t('committee.nameless')}</span>
            <StatusTag tone={done(seat) ? 'done' : seat.state === 'accepted' ? 'success' : seat.state === 'asked' ? 'progress' : 'muted'}>{done(seat) ? t(evaluation.state === 'checking' ? 'committee.reviewed' : evaluation.state === 'competition' ? 'committee.judged' : 'committee.handedIn') : t(`committee.state.${seat.state}`)}</StatusTag>
            {seat.reason && <span className="hb-small hb-muted">{seat.reason}</span>}
            {may('remove') && (seat.state === 'asked' || seat.state === 'accepted') && <Button size="small" type="text" danger aria-label={`${t('committee.remove')} ${seat.nth} ${seat.name ?? ''}`.trim()} onClick={() => setRemoving(seat)}>{t('committee.remove')}</Button>}
          </li>
        ))}
      </ul>
      {may('draw') && <DrawForm evaluation={evaluation} taken={taken} onChanged={onChanged} />}
      {may('remind') && <Remind taskId={evaluation.taskId} />}
      {evaluation.draws.length > 0 && <Draws draws={evaluation.draws} />}
      {removing && (
        <ConfirmAct open title={t('committee.removeTitle', { nth: removing.nth })} act={t('committee.remove')} danger reason={{ label: t('committee.reason'), required: true }}
          onConfirm={async reason => {
            await rest('POST', `${evaluationPath(evaluation.taskId)}/seats/${removing.id}/remove`, { body: { reason } });
            await onChanged();
          }}
          onClose={() => setRemoving(null)}
        >
          <p>{t('committee.removeText')}</p>
        </ConfirmAct>
      )}
    </section>
  );
}

const memberFields = (nth: number): FieldSpec[] => [
  { name: `name${nth}`, label: { zh: `企业代表 ${nth} 姓名`, en: `Representative ${nth}: name` }, type: 'text', required: true, max: 50, width: 'half' },
  { name: `title${nth}`, label: { zh: `企业代表 ${nth} 职务`, en: `Representative ${nth}: position` }, type: 'text', required: true, max: 50, width: 'half' },
  { name: `email${nth}`, label: { zh: `企业代表 ${nth} 邮箱`, en: `Representative ${nth}: mailbox` }, type: 'email', required: true, width: 'half' },
];

function DrawForm({ evaluation, taken, onChanged }: PartProps & { readonly taken: readonly Seat[] }) {
  const { t } = useTranslation('evaluation');
  const missing = (evaluation.plan?.representatives ?? 0) - taken.filter(seat => seat.kind === 'representative').length;
  const numbers = Array.from({ length: Math.max(0, missing) }, (_, index) => index + 1);
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const representatives = numbers.map(nth => ({ name: values[`name${nth}`], title: values[`title${nth}`], email: values[`email${nth}`] }));
    await rest<Evaluation>('POST', `${evaluationPath(evaluation.taskId)}/draw`, { body: { representatives } });
    await onChanged();
  };
  return (
    <div className="hb-stack">
      <p>{t('committee.drawText')}</p>
      <QuickForm key={missing} fields={numbers.flatMap(memberFields)} submit={t('committee.draw')} onSubmit={send} control={FieldControl} layout="grid" />
    </div>
  );
}

function Remind({ taskId }: { readonly taskId: string }) {
  const { t } = useTranslation('evaluation');
  const [sent, setSent] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const remind = (): void => {
    setError(null);
    rest('POST', `${evaluationPath(taskId)}/remind`).then(() => setSent(true), setError);
  };
  return (
    <div className="hb-stack">
      <ProblemAlert error={error} />
      {sent ? <Alert role="status" type="success" showIcon title={t('committee.reminded')} /> : <div><Button onClick={remind}>{t('committee.remind')}</Button></div>}
    </div>
  );
}

/** With seed and candidates anybody reckons the draw again. */
function Draws({ draws }: { readonly draws: readonly Draw[] }) {
  const { t } = useTranslation('evaluation');
  const words = useWords();
  return (
    <details>
      <summary>{t('draw.title')}</summary>
      <div className="hb-stack">
        <p>{t('draw.how')}</p>
        {draws.map(one => (
          <div key={one.nth} className="hb-lots">
            <strong>{t('draw.of', { nth: one.nth })}</strong> <DateText value={one.drawnAt} time /> · {t('draw.line', { candidates: one.candidates.length, excluded: one.excluded.length, drawn: one.drawn.length })}
            <div className="hb-small">{t('draw.seed')} <span className="hb-num">{one.seed}</span></div>
            <div className="hb-small hb-muted">{t('draw.list')} <span className="hb-num">{one.candidates.join(' ')}</span></div>
            <div className="hb-small hb-muted">{t('draw.drawn')} <span className="hb-num">{one.drawn.join(' ')}</span></div>
            {one.excluded.map(each => <div key={each.expertId} className="hb-small hb-muted"><span className="hb-num">{each.expertId}</span> {each.reasons.map(words).join('；')}</div>)}
          </div>
        ))}
      </div>
    </details>
  );
}
