import { Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { FileUpload } from '@/shared/ui/FileUpload';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { OWN, useRectificationsChanged, type Evidence, type Own, type Task } from './model';
import { EvidenceStrip, TaskHead } from './parts';
import { useAutosave } from './use-autosave';

const PHOTO_TYPES = ['.jpg', '.jpeg', '.png', '.webp', '.pdf'];

/** One item being mended: photos before and after, what was done, and the word that it is done. */
export function OwnTask({ own, task }: { readonly own: Own; readonly task: Task }) {
  const { t } = useTranslation('rectification');
  const id = useId();
  const changed = useRectificationsChanged();
  const [work, setWork] = useState(task.work ?? '');
  const version = useRef(task.version);
  const [problem, setProblem] = useState<unknown>(null);
  const path = `${OWN}/${own.id}/items/${task.id}`;
  const saving = useAutosave<string>(async text => {
    const saved = await rest<Own>('PUT', path, { body: { work: text, version: version.current } });
    version.current = saved.tasks.find(one => one.id === task.id)?.version ?? version.current;
  });
  const act = async (send: () => Promise<unknown>): Promise<void> => {
    setProblem(null);
    try {
      await send();
    } catch (thrown) {
      setProblem(thrown);
    }
    await changed();
  };
  const list = (side: 'before' | 'after', fileId: string): Promise<void> => act(() => rest('POST', `${path}/evidence`, { body: { fileId, caption: t(side), side } }));
  const done = (): Promise<void> => act(async () => {
    if (await saving.flush()) await rest('POST', `${path}/done`);
  });
  const withdraw = (one: Evidence): void => void act(() => rest('POST', `${OWN}/${own.id}/evidence/${one.id}/withdraw`));
  const of = (side: string): Evidence[] => own.evidence.filter(one => one.itemId === task.id && one.side === side);
  const isOpen = task.state === 'open';
  return (
    <section className="hb-card hb-stack">
      <TaskHead task={task} />
      <EvidenceStrip evidence={of('before')} label={t('before')} onWithdraw={isOpen ? withdraw : undefined} />
      {isOpen && <FileUpload label={t('own.addBefore')} subjectType="rectification" subjectId={own.id} purpose="before" types={PHOTO_TYPES} onDone={file => void list('before', file.id)} />}
      <EvidenceStrip evidence={of('after')} label={t('after')} onWithdraw={isOpen ? withdraw : undefined} />
      {isOpen && <FileUpload label={t('own.addAfter')} subjectType="rectification" subjectId={own.id} purpose="after" types={PHOTO_TYPES} onDone={file => void list('after', file.id)} />}
      {isOpen ? (
        <div className="hb-form-line">
          <label htmlFor={id}>{t('work')}</label>
          <Input.TextArea id={id} value={work} maxLength={2000} autoSize={{ minRows: 2, maxRows: 10 }} onChange={event => { setWork(event.target.value); saving.change(event.target.value); }} />
          <span className="hb-small hb-muted" role="status">{t(`saving.${saving.state}`)}</span>
        </div>
      ) : <p className="hb-rect__words">{t('work')}：{task.work}</p>}
      <ProblemAlert error={saving.problem ?? problem} />
      <div className="hb-row">
        {isOpen && <Button type="primary" onClick={() => void done()}>{t('own.done')}</Button>}
        {task.state === 'done' && <Button onClick={() => void act(() => rest('POST', `${path}/undo`))}>{t('own.undo')}</Button>}
      </div>
    </section>
  );
}
