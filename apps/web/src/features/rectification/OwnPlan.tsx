import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { DateText } from '@/shared/ui/values';
import { given, OWN, useRectificationsChanged, type Own, type Task } from './model';
import { TaskHead } from './parts';
import { useAutosave } from './use-autosave';

interface PlanRow {
  readonly id: string;
  readonly measure: string;
  readonly person: string;
  readonly plannedOn: string | null;
}

/** 整改方案: a measure, a person and a day for each item; kept while it is typed. */
export function OwnPlan({ own }: { readonly own: Own }) {
  const { t } = useTranslation('rectification');
  const [rows, setRows] = useState<readonly PlanRow[]>(() => own.tasks.map(({ id, measure, person, plannedOn }) => ({ id, measure: measure ?? '', person: person ?? '', plannedOn })));
  const version = useRef(own.formVersion);
  const saving = useAutosave<readonly PlanRow[]>(async items => {
    const saved = await rest<Own>('PUT', `${OWN}/${own.id}/plan`, { body: { formVersion: version.current, items: items.map(one => given({ ...one })) } });
    version.current = saved.formVersion;
  });
  const set = (id: string, over: Partial<PlanRow>): void => {
    const next = rows.map(one => (one.id === id ? { ...one, ...over } : one));
    setRows(next);
    saving.change(next);
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('plan.title')}</h2>
      <p className="hb-muted">{t('plan.lead')} {own.planDueOn && <>{t('plan.due')} <DateText value={own.planDueOn} /></>}</p>
      {own.tasks.map(task => <PlanLine key={task.id} task={task} row={rows.find(one => one.id === task.id)} onChange={over => set(task.id, over)} />)}
      <ProblemAlert error={saving.problem} />
      {own.actions.includes('hand-in-plan') ? <PlanHandIn own={own} before={saving.flush} /> : <p>{t('plan.byOwner')}</p>}
      <span className="hb-small hb-muted" role="status">{t(`saving.${saving.state}`)}</span>
    </section>
  );
}

/** For who may hand in what others fill in: a firm with the verb `submit` and without `prepare`. */
export function PlanToHandIn({ own }: { readonly own: Own }) {
  const { t } = useTranslation('rectification');
  return (
    <section className="hb-card hb-stack">
      <h2>{t('plan.title')}</h2>
      <p className="hb-muted">{t('plan.filledByOwner')} {own.planDueOn && <>{t('plan.due')} <DateText value={own.planDueOn} /></>}</p>
      <PlanHandIn own={own} />
    </section>
  );
}

function PlanHandIn({ own, before = async () => true }: { readonly own: Own; readonly before?: () => Promise<boolean> }) {
  const { t } = useTranslation('rectification');
  const changed = useRectificationsChanged();
  const [problem, setProblem] = useState<unknown>(null);
  const handIn = async (): Promise<void> => {
    setProblem(null);
    if (!(await before())) return;
    try {
      await rest('POST', `${OWN}/${own.id}/plan/hand-in`, { version: own.version });
      await changed();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <>
      <ProblemAlert error={problem} />
      <div className="hb-row"><Button type="primary" onClick={() => void handIn()}>{t('plan.handIn')}</Button></div>
    </>
  );
}

function PlanLine({ task, row, onChange }: { readonly task: Task; readonly row: PlanRow | undefined; readonly onChange: (over: Partial<PlanRow>) => void }) {
  const { t } = useTranslation('rectification');
  const id = useId();
  if (!row) return null;
  return (
    <div className="hb-stack">
      <TaskHead task={task} />
      <div className="hb-rect__plan">
        <div className="hb-form-line"><label htmlFor={`${id}-measure`}>{t('measure')}</label><Input.TextArea id={`${id}-measure`} value={row.measure} maxLength={2000} autoSize={{ minRows: 2, maxRows: 10 }} onChange={event => onChange({ measure: event.target.value })} /></div>
        <div className="hb-form-line"><label htmlFor={`${id}-person`}>{t('person')}</label><Input id={`${id}-person`} value={row.person} maxLength={50} onChange={event => onChange({ person: event.target.value })} /></div>
        <div className="hb-form-line"><label htmlFor={`${id}-day`}>{t('plannedOn')}</label><DatePicker id={`${id}-day`} value={row.plannedOn ? dayjs(row.plannedOn) : null} onChange={day => onChange({ plannedOn: day ? day.format('YYYY-MM-DD') : null })} /></div>
      </div>
    </div>
  );
}
