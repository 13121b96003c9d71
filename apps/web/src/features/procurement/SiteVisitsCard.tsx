import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { now } from '@/shared/time/time';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { taskPath, type Task } from '../market/model';
import { useTaskChanged } from '../market/task-changed';
import { deadlineOf, TIME_PATTERN, type SiteVisit } from './model';
import './procurement.css';

const TIME_HINT = { zh: '按 24 小时填写，例如 09:00', en: '24-hour time such as 09:00' };
const time = (name: string, zh: string, en: string): FieldSpec => ({ name, label: { zh, en }, type: 'text', required: true, pattern: TIME_PATTERN, patternHint: TIME_HINT, example: '09:00', width: 'half' });

const VISIT: readonly FieldSpec[] = [
  { name: 'startDay', label: { zh: '踏勘日期', en: 'Day of the visit' }, type: 'date', required: true, width: 'half' },
  time('startTime', '开始时刻', 'Begins at'),
  { name: 'place', label: { zh: '集合地点', en: 'Where to meet' }, type: 'text', required: true, max: 200, example: '厂区南门值班室', width: 'full' },
  { name: 'contactName', label: { zh: '现场联系人', en: 'Contact on the site' }, type: 'text', required: true, max: 50, width: 'half' },
  { name: 'contactPhone', label: { zh: '联系电话', en: 'Telephone' }, type: 'text', required: true, pattern: '^(1\\d{10}|0\\d{2,3}-?\\d{7,8})$', patternHint: { zh: '手机号或带区号的座机', en: 'A mobile number, or a landline with its area code' }, width: 'half' },
  { name: 'untilDay', label: { zh: '登记截止日期', en: 'Register until (day)' }, type: 'date', required: true, width: 'half' },
  time('untilTime', '登记截止时刻', 'Register until (time)'),
  { name: 'note', label: { zh: '注意事项', en: 'To be noted' }, type: 'textarea', max: 1000, example: '须戴安全帽；每家不超过 3 人', width: 'full' },
];

const PEOPLE: readonly FieldSpec[] = [{ name: 'people', label: { zh: '到场人员姓名', en: 'Who comes' }, type: 'text', required: true, max: 260, help: { zh: '几个人用顿号分开，最多 5 人', en: 'Several names with commas, five at most' }, width: 'full' }];

const visitsPath = (taskId: string): string => `${taskPath(taskId)}/site-visits`;

/** 现场踏勘 of a task: arranged by the enterprise, read by all alike, joined without the others knowing. */
export function SiteVisitsCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('procurement');
  const visits = useQuery(readPath<readonly SiteVisit[]>(visitsPath(task.id)));
  const [adding, setAdding] = useState(false);
  const arranges = task.actions.includes('task.visits');
  if (!arranges && (visits.data ?? []).length === 0) return null;
  return (
    <section className="hb-card">
      <div className="hb-row hb-bids__head">
        <h2>{t('visits.title')}</h2>
        {arranges && !adding && <Button onClick={() => setAdding(true)}>{t('visits.add')}</Button>}
      </div>
      <ProblemAlert error={visits.error} />
      {arranges && visits.data?.length === 0 && <p className="hb-muted">{t('visits.none')}</p>}
      <SiteVisitList visits={visits.data ?? []} task={task} />
      {adding && <Add task={task} onDone={() => setAdding(false)} />}
    </section>
  );
}

/** Also for the public page, without a task to act on. */
export function SiteVisitList({ visits, task }: { readonly visits: readonly SiteVisit[]; readonly task: Task | null }) {
  return (
    <ul className="hb-asked">
      {visits.map(visit => <Visit key={visit.id} visit={visit} task={task} />)}
    </ul>
  );
}

function Visit({ visit, task }: { readonly visit: SiteVisit; readonly task: Task | null }) {
  const { t } = useTranslation('procurement');
  return (
    <li>
      <div className="hb-row">
        <strong><DateText value={visit.startsAt} time /></strong>
        <span>{visit.place}</span>
        {visit.cancelReason !== null && <StatusTag tone="muted">{t('visits.cancelled')}</StatusTag>}
        {visit.registered && <StatusTag tone="success">{t('visits.registered')}</StatusTag>}
      </div>
      {visit.cancelReason !== null ? <p>{visit.cancelReason}</p> : <p className="hb-small hb-muted">{visit.contactName && `${t('visits.contact')} ${visit.contactName} ${visit.contactPhone ?? ''} · `}{t('visits.until')} <DateText value={visit.registerUntil} time /></p>}
      {visit.note !== '' && <p>{visit.note}</p>}
      {visit.visitors.length > 0 && (
        <>
          <p className="hb-small">{t('visits.visitors', { count: visit.visitors.length })}</p>
          {visit.visitors.map(one => <p key={one.firmName}>{one.firmName}：{one.people.join('、')}</p>)}
        </>
      )}
      {visit.minutes !== null && <p style={{ whiteSpace: 'pre-wrap' }}><strong>{t('visits.minutes')}</strong> {visit.minutes}</p>}
      {task && visit.cancelReason === null && visit.minutes === null && <Acts visit={visit} task={task} />}
    </li>
  );
}

function Acts({ visit, task }: { readonly visit: SiteVisit; readonly task: Task }) {
  const { t } = useTranslation('procurement');
  const changed = useTaskChanged(task.id);
  const [act, setAct] = useState<'cancel' | 'minutes' | 'join' | null>(null);
  const path = `${visitsPath(task.id)}/${visit.id}`;
  const may = (action: string): boolean => task.actions.includes(action);
  const joins = may('task.join-visit') && visit.open;
  const held = now().valueOf() >= Date.parse(visit.startsAt);
  return (
    <>
      <div className="hb-row">
        {joins && !visit.registered && act !== 'join' && <Button type="primary" onClick={() => setAct('join')}>{t('visits.join')}</Button>}
        {joins && visit.registered && <Button onClick={() => void rest('DELETE', `${path}/registration`).then(changed)}>{t('visits.leave')}</Button>}
        {held && may('task.procedure') && <Button type="primary" onClick={() => setAct('minutes')}>{t('visits.publish')}</Button>}
        {!held && may('task.visits') && <Button type="text" danger onClick={() => setAct('cancel')}>{t('visits.cancel')}</Button>}
      </div>
      {joins && act === 'join' && (
        <QuickForm
          fields={PEOPLE}
          submit={t('visits.join')}
          control={FieldControl}
          head={<p>{t('visits.joinText')}</p>}
          onSubmit={async ({ people }) => {
            await rest('POST', `${path}/registration`, { body: { people: String(people).split(/[、,，;；\s]+/).filter(Boolean) } });
            setAct(null);
            await changed();
          }}
        />
      )}
      <ConfirmAct
        open={act === 'cancel' || act === 'minutes'}
        title={t(act === 'minutes' ? 'visits.publishTitle' : 'visits.cancelTitle')}
        act={t(act === 'minutes' ? 'visits.publish' : 'visits.cancel')}
        danger={act === 'cancel'}
        reason={{ label: t(act === 'minutes' ? 'visits.publishLabel' : 'visits.cancelLabel'), required: true }}
        onConfirm={async text => {
          await rest('POST', `${path}/${act === 'minutes' ? 'minutes' : 'cancel'}`, { body: act === 'minutes' ? { text } : { reason: text } });
          await changed();
        }}
        onClose={() => setAct(null)}
      >
        {act === 'minutes' && <p>{t('visits.publishText')}</p>}
      </ConfirmAct>
    </>
  );
}

function Add({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const { t } = useTranslation('procurement');
  const changed = useTaskChanged(task.id);
  return (
    <QuickForm
      fields={VISIT}
      initial={{ startDay: now().add(1, 'day').format('YYYY-MM-DD'), startTime: '09:00', untilDay: now().format('YYYY-MM-DD'), untilTime: '18:00' }}
      submit={t('visits.save')}
      control={FieldControl}
      layout="grid"
      head={<p>{t(task.state === 'draft' ? 'visits.addDraft' : 'visits.addText')}</p>}
      aside={<Button type="text" onClick={onDone}>{t('visits.close')}</Button>}
      onSubmit={async ({ startDay, startTime, untilDay, untilTime, place, contactName, contactPhone, note }) => {
        await rest('POST', visitsPath(task.id), { body: { startsAt: deadlineOf(startDay, startTime), registerUntil: deadlineOf(untilDay, untilTime), place, contactName, contactPhone, note: note ?? '' } });
        onDone();
        await changed();
      }}
    />
  );
}
