import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/api/problem';
import { rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { keptSince } from '@/shared/field/at-hand';
import { useFieldReady } from '@/shared/field/ready';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { TaskList, type TaskItem } from '@/shared/ui/TaskList';
import { onDevice } from '../site-checks/draft';
import { INSPECTIONS, useInspectionsChanged, type Inspection, type InspectionRecord } from './model';
import type { QueueState } from './record-queue';
import { SyncNote } from './SyncNote';
import { useQueue, useRecord, useShots } from './use-record';

/** The pages of the record in any order, what is still only on this phone, and the way to the signatures. */
export function RecordTasks({ inspection }: { readonly inspection: Inspection }) {
  const record = useRecord(inspection.id);
  if (record.isPending) return <Skeleton lines={8} />;
  if (!record.data) return <ProblemAlert error={record.error} onRetry={() => void record.refetch()} />;
  return <Tasks inspection={inspection} record={record.data} />;
}

function Tasks({ inspection, record }: { readonly inspection: Inspection; readonly record: InspectionRecord }) {
  const { t } = useTranslation('inspections');
  const { base } = useSession();
  const { queue, state } = useQueue(inspection.id);
  const { shots, photos, unkept } = useShots(inspection.id);
  const ready = useFieldReady();
  const left = onDevice(shots).length;
  const { again } = photos;
  const closed = Object.values(state.pages).some(one => one.closed) || shots.some(one => one.refused);
  const opened = useRef(closed);
  // the record was closed and is open again: what came too late goes on its way
  useEffect(() => {
    if (opened.current) void Promise.all([queue.again(), again()]);
    opened.current = false;
  }, [queue, again]);
  const items = record.sections.map((page): TaskItem => ({
    key: page.key, title: textOf(page.title), to: `${base}/inspections/${inspection.id}/record/${page.key}`, ...itemState(page, state),
    hint: state.pages[page.key] ? t(state.pages[page.key]?.clash ? 'record.clashed' : 'record.onPhone') : page.changedByName ? t('record.by', { name: page.changedByName }) : undefined,
  }));
  return (
    <section className="hb-card hb-stack">
      <SyncNote state={state} photosLeft={left} unkept={unkept} keptSince={keptSince(record)} ready={ready} onRetry={() => void Promise.all([queue.again(), photos.again()])} />
      <TaskList groups={[{ title: t('record.title'), items }]} />
      <Freeze inspection={inspection} record={record} onPhone={Object.keys(state.pages).length + left} />
    </section>
  );
}

function itemState(page: InspectionRecord['sections'][number], state: QueueState): Pick<TaskItem, 'state'> {
  if (state.pages[page.key]?.clash || state.pages[page.key]?.refused) return { state: 'error' };
  if (page.version === 0 && !state.pages[page.key]) return { state: 'not-started' };
  return { state: page.problems.length === 0 && !state.pages[page.key] ? 'done' : 'in-progress' };
}

function Freeze({ inspection, record, onPhone }: { readonly inspection: Inspection; readonly record: InspectionRecord; readonly onPhone: number }) {
  const { t } = useTranslation('inspections');
  const { base } = useSession();
  const changed = useInspectionsChanged();
  const [open, setOpen] = useState(false);
  const [gaps, setGaps] = useState<readonly string[]>([]);
  const unfinished = record.sections.filter(one => one.problems.length > 0);
  if (!inspection.actions.includes('freeze')) return <p className="hb-muted">{t('freeze.begin')}</p>;
  const send = async (): Promise<void> => {
    try {
      await rest('POST', `${INSPECTIONS}/${inspection.id}/freeze`, { version: inspection.version, body: {} });
      await changed();
    } catch (error) {
      if (isProblem(error, 'validation')) setGaps(error.errors.map(one => `${one.pointer.split('/')[1] ?? ''}|${textOf(one)}`));
      throw error;
    }
  };
  return (
    <div className="hb-stack">
      {unfinished.length > 0 && <p className="hb-muted">{t('freeze.gaps', { pages: unfinished.map(one => textOf(one.title)).join(t('comma')) })}</p>}
      {onPhone > 0 && <p className="hb-warning-text">{t('freeze.onPhone')}</p>}
      {gaps.length > 0 && <ul className="hb-lines">{gaps.slice(0, 12).map(gap => {
        const [key, words] = gap.split('|');
        const page = record.sections.find(one => one.key === key);
        return <li key={gap}><AppLink to={`${base}/inspections/${inspection.id}/record/${key ?? ''}`}>{page ? textOf(page.title) : key}</AppLink> {words}</li>;
      })}</ul>}
      <div><Button type="primary" size="large" disabled={onPhone > 0 || unfinished.length > 0} onClick={() => setOpen(true)}>{t('freeze.act')}</Button></div>
      <ConfirmAct open={open} title={t('freeze.title')} act={t('freeze.act')} onConfirm={send} onClose={() => setOpen(false)}>{t('freeze.means')}</ConfirmAct>
    </div>
  );
}
