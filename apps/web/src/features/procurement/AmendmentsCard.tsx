import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { inShanghai } from '@/shared/time/time';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { DateText, DiffMark } from '@/shared/ui/values';
import { taskPath, type Task } from '../market/model';
import { useTaskChanged } from '../market/task-changed';
import { deadlineFields } from './deadline-fields';
import { deadlineOf, type Amendment } from './model';
import './procurement.css';

const FIELDS: readonly FieldSpec[] = [
  { name: 'reason', label: { zh: '改了什么、为什么（会通知全部机构）', en: 'What and why (all firms are told)' }, type: 'textarea', required: true, max: 1000, width: 'full' },
  { name: 'description', label: { zh: '任务说明', en: 'Description' }, type: 'textarea', required: true, max: 5000, width: 'full' },
  { name: 'requirements', label: { zh: '其他要求', en: 'Other requirements' }, type: 'textarea', max: 5000, width: 'full' },
  { name: 'deliverables', label: { zh: '交付成果', en: 'Deliverables' }, type: 'textarea', required: true, help: { zh: '一行一项', en: 'One line each' }, width: 'full' },
  { name: 'durationDays', label: { zh: '工期', en: 'Duration' }, type: 'integer', unit: '天', required: true, min: 1, max: 3650, width: 'half' },
  ...deadlineFields(),
];

/** What was changed of the documents, version by version; the enterprise amends here. */
export function AmendmentsCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('procurement');
  const amendments = useQuery(readPath<readonly Amendment[]>(`${taskPath(task.id)}/amendments`));
  const [amending, setAmending] = useState(false);
  const may = task.actions.includes('task.procedure') && task.state === 'published' && task.bidRound === 1 && task.method !== 'direct';
  if (!may && (amendments.data ?? []).length === 0) return <ProblemAlert error={amendments.error} />;
  return (
    <section className="hb-card">
      <div className="hb-row hb-bids__head">
        <h2>{t('amend.title', { version: task.documentsVersion })}</h2>
        {may && !amending && <Button onClick={() => setAmending(true)}>{t('amend.begin')}</Button>}
      </div>
      <AmendmentList amendments={amendments.data ?? []} />
      {may && amending && <Amend task={task} onDone={() => setAmending(false)} />}
    </section>
  );
}

export function AmendmentList({ amendments }: { readonly amendments: readonly Amendment[] }) {
  const { t } = useTranslation('procurement');
  if (amendments.length === 0) return <p className="hb-muted">{t('amend.none')}</p>;
  return (
    <ol className="hb-asked">
      {amendments.map(one => (
        <li key={one.version}>
          <div className="hb-row">
            <strong>{t('amend.version', { version: one.version })}</strong>
            <DateText value={one.madeAt} time />
          </div>
          <p>{one.reason}</p>
          {one.changes.map(change => (
            <p key={change.field}>
              <span className="hb-muted">{t(`amend.field.${change.field as 'description'}`)}</span> <DiffMark from={change.before} to={change.after} />
            </p>
          ))}
          {one.deadlineAfter !== one.deadlineBefore && (
            <p>
              {t('amend.moved')} <DateText value={one.deadlineAfter} time />
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Amend({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const { t } = useTranslation('procurement');
  const { t: common } = useTranslation();
  const changed = useTaskChanged(task.id);
  const deadline = inShanghai(task.bidDeadline);
  const sameMinute = { deadlineDay: deadline.format('YYYY-MM-DD'), deadlineTime: deadline.format('HH:mm') };
  const send = async ({ deadlineDay, deadlineTime, deliverables, ...others }: Record<string, unknown>): Promise<void> => {
    const later = deadlineDay !== sameMinute.deadlineDay || deadlineTime !== sameMinute.deadlineTime;
    const body = { ...others, requirements: others['requirements'] ?? '', deliverables: String(deliverables ?? '').split('\n').map(line => line.trim()).filter(line => line !== ''), ...(later ? { bidDeadline: deadlineOf(deadlineDay, deadlineTime) } : {}) };
    await rest('POST', `${taskPath(task.id)}/amendments`, { body });
    await changed();
    onDone();
  };
  return (
    <>
      <p className="hb-muted">{t('amend.text')}</p>
      <QuickForm
        fields={FIELDS}
        initial={{ description: task.description, requirements: task.requirements, deliverables: task.deliverables.join('\n'), durationDays: task.durationDays, ...sameMinute }}
        submit={t('amend.act')}
        control={FieldControl}
        layout="grid"
        onSubmit={send}
        aside={<Button onClick={onDone}>{common('action.back')}</Button>}
      />
    </>
  );
}
