import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { now } from '@/shared/time/time';
import { DeadlineHint } from '../market/DeadlineHint';
import { taskPath, type Task } from '../market/model';
import { useTaskChanged } from '../market/task-changed';
import { deadlineFields } from './deadline-fields';
import { deadlineOf, type Procedure } from './model';
import { Again, useProcedure } from './ProcedureCard';

const REASON: FieldSpec = { name: 'reason', label: { zh: '理由（会公开）', en: 'Reason (public)' }, type: 'textarea', required: true, max: 1000, width: 'full' };
const NUMBER: FieldSpec = { name: 'approvalNumber', label: { zh: '批准文号', en: 'Number of the approval' }, type: 'text', required: true, max: 100, width: 'full' };

/** Too few have bid: the ways that the rules leave, each with what it means. */
export function ShortCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('procurement');
  const english = useLanguage() === 'en';
  const procedure = useProcedure(taskPath(task.id));
  const [way, setWay] = useState<'prolong' | 'proceed' | null>(null);
  if (!procedure.data) return null;
  const { bids, fewestBids, shortOptions } = procedure.data;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('short.title')}</h2>
      <Alert type="warning" showIcon title={bids === null ? t('short.fewer', { fewest: fewestBids }) : t('short.found', { bids, fewest: fewestBids })} />
      <ul className="hb-asked">
        {shortOptions.map(option => (
          <li key={option.step}>
            <p>{english ? option.en : option.zh}</p>
            {option.step === 'again' ? <Again task={task} /> : <Button onClick={() => setWay(option.step === 'prolong' ? 'prolong' : 'proceed')}>{t(`short.${option.step}`)}</Button>}
          </li>
        ))}
      </ul>
      {way === 'prolong' && <Prolong task={task} />}
      {way === 'proceed' && <Proceed task={task} option={shortOptions.find(one => one.step === 'proceed')} />}
    </section>
  );
}

function Prolong({ task }: { readonly task: Task }) {
  const { t } = useTranslation('procurement');
  const changed = useTaskChanged(task.id);
  return (
    <QuickForm
      fields={[...deadlineFields(), REASON]}
      initial={{ deadlineDay: now().add(5, 'day').format('YYYY-MM-DD'), deadlineTime: '17:00' }}
      submit={t('short.prolong')}
      control={FieldControl}
      layout="grid"
      onSubmit={async ({ deadlineDay, deadlineTime, reason }) => {
        await rest('POST', `${taskPath(task.id)}/prolong`, { body: { bidDeadline: deadlineOf(deadlineDay, deadlineTime), reason } });
        await changed();
      }}
    >
      <DeadlineHint />
    </QuickForm>
  );
}

function Proceed({ task, option }: { readonly task: Task; readonly option: Procedure['shortOptions'][number] | undefined }) {
  const { t } = useTranslation('procurement');
  const changed = useTaskChanged(task.id);
  return (
    <QuickForm
      fields={option?.needs === 'reason' ? [REASON] : [NUMBER, REASON]}
      submit={t('short.proceed')}
      control={FieldControl}
      onSubmit={async ({ reason, approvalNumber }) => {
        await rest('POST', `${taskPath(task.id)}/proceed`, { body: { reason, approvalNumber: approvalNumber || null } });
        await changed();
      }}
    />
  );
}
