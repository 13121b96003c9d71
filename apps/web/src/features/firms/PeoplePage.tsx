import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { Field } from '@/shared/form/Field';
import { QuickForm } from '@/shared/form/QuickForm';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import './firms.css';
import type { Engagement, Person } from './model';

const PEOPLE = '/api/v1/firms/me/people';
const ENGAGEMENTS = '/api/v1/firms/me/engagements';

const ID: FieldSpec = { name: 'idNumber', label: { zh: '身份证号', en: 'ID number' }, type: 'text', required: true, pattern: '^\\d{17}[\\dXx]$', patternHint: { zh: '填写 18 位号码', en: '18 characters' }, help: { zh: '加密保存，之后只显示后四位', en: 'Encrypted; only the last four are shown later' }, width: 'half' };
const NAME: FieldSpec = { name: 'name', label: { zh: '姓名', en: 'Name' }, type: 'text', required: true, max: 30, width: 'half' };
const REST: readonly FieldSpec[] = [
  { name: 'since', label: { zh: '入职日期', en: 'Since' }, type: 'date', required: true, width: 'half' },
  { name: 'isResponsible', label: { zh: '是否担任项目负责人', en: 'Responsible engineer' }, type: 'boolean', required: true, width: 'half' },
  { name: 'maxTasks', label: { zh: '可同时负责的任务', en: 'Tasks at once' }, type: 'integer', unit: '项', required: true, min: 1, max: 100, width: 'half' },
  {
    name: 'certificates', label: { zh: '证书', en: 'Certificates' }, type: 'table', required: true, columns: [
      { name: 'kind', label: { zh: '证书名称', en: 'Certificate' }, type: 'text', required: true, max: 60, example: '环境影响评价工程师' },
      { name: 'number', label: { zh: '证书编号', en: 'Number' }, type: 'text', required: true, max: 60 },
      { name: 'validTo', label: { zh: '有效期止（长期不填）', en: 'Valid until (empty: no end)' }, type: 'date' },
    ],
  },
];

/** People with certificates, responsible engineers and what they carry. */
export function PeoplePage() {
  const { t } = useTranslation('firms');
  const { can } = useSession();
  const client = useQueryClient();
  const people = useQuery(readPath<readonly Person[]>(PEOPLE));
  const [editing, setEditing] = useState<Person | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Person | null>(null);
  const may = can('firm-person.edit');
  const reload = async (): Promise<void> => {
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith('/api/v1/firms/me/') });
    setEditing(null);
    setLeaving(null);
  };
  const idle = editing === null && leaving === null;
  return (
    <>
      <PageHeader title={t('people.title')} lead={t('people.lead')} actions={may && idle && <Button type="primary" onClick={() => setEditing('new')}>{t('people.add')}</Button>} />
      <div className="hb-stack">
        <ProblemAlert error={people.error} onRetry={() => void people.refetch()} />
        {editing !== null && <PersonForm key={editing === 'new' ? 'new' : editing.id} known={editing === 'new' ? null : editing} onDone={reload} onCancel={() => setEditing(null)} />}
        {leaving && <LeaveForm person={leaving} onDone={reload} onCancel={() => setLeaving(null)} />}
        {people.data?.length === 0 && idle && <EmptyState title={t('people.empty')}>{t('people.emptyHint')}</EmptyState>}
        {people.data?.map(person => <PersonCard key={person.id} person={person} may={may && idle} onChange={() => setEditing(person)} onLeave={() => setLeaving(person)} />)}
        <Tasks people={people.data ?? []} />
      </div>
    </>
  );
}

function PersonCard({ person, may, onChange, onLeave }: { readonly person: Person; readonly may: boolean; readonly onChange: () => void; readonly onLeave: () => void }) {
  const { t } = useTranslation('firms');
  return (
    <article className="hb-card hb-stack">
      <div className="hb-row">
        <h2>{person.name}</h2>
        {person.isResponsible && <StatusTag tone="info">{t('people.responsible')}</StatusTag>}
        {person.leftOn && <StatusTag tone="muted">{t('people.left', { day: person.leftOn })}</StatusTag>}
        {person.isFlagged && <StatusTag tone="warning">{t('people.flagged')}</StatusTag>}
      </div>
      <p>
        {t('people.idNumber')} <span className="hb-num">**** {person.idNumberTail}</span> · {t('people.since')} <DateText value={person.since} />
        {person.isResponsible && ` · ${t('people.loadOf', { load: person.load, max: person.maxTasks })}`}
      </p>
      <ul className="hb-lines">
        {person.certificates.map(one => (
          <li key={one.kind + one.number}>
            {one.kind} <span className="hb-num">{one.number}</span> {one.validTo && <DateText value={one.validTo} />} {!one.isValid && <StatusTag tone="danger">{t('people.expired')}</StatusTag>}
          </li>
        ))}
      </ul>
      {may && !person.leftOn && (
        <div className="hb-row">
          <Button onClick={onChange} aria-label={`${t('people.change')} ${person.name}`}>{t('people.change')}</Button>
          <Button type="text" onClick={onLeave} aria-label={`${t('people.leave')} ${person.name}`}>{t('people.leave')}</Button>
        </div>
      )}
    </article>
  );
}

interface FormProps {
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

function PersonForm({ known, onDone, onCancel }: FormProps & { readonly known: Person | null }) {
  const { t } = useTranslation('firms');
  const { t: common } = useTranslation();
  const [key] = useState(newIdempotencyKey);
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const certificates = (values['certificates'] as Record<string, unknown>[]).map(({ kind, number, validTo }) => ({ kind, number, validTo: validTo || null }));
    const body = { ...values, certificates };
    if (known) await rest('PATCH', `${PEOPLE}/${known.id}`, { body, version: known.version });
    else await rest('POST', PEOPLE, { body, idempotencyKey: key });
    await onDone();
  };
  const initial = known ? { name: known.name, since: known.since, isResponsible: known.isResponsible, maxTasks: known.maxTasks, certificates: known.certificates.map(({ kind, number, validTo }) => ({ kind, number, validTo })) } : { maxTasks: 5, certificates: [{}] };
  return (
    <div className="hb-card">
      <QuickForm fields={known ? [NAME, ...REST] : [NAME, ID, ...REST]} initial={initial} submit={t('people.submit')} onSubmit={save} field={Field} layout="grid" aside={<Button onClick={onCancel}>{common('action.back')}</Button>} />
    </div>
  );
}

const LEAVE: readonly FieldSpec[] = [{ name: 'leftOn', label: { zh: '离开日期', en: 'Left on' }, type: 'date', required: true, width: 'half' }];

function LeaveForm({ person, onDone, onCancel }: FormProps & { readonly person: Person }) {
  const { t } = useTranslation('firms');
  const { t: common } = useTranslation();
  const save = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${PEOPLE}/${person.id}/leave`, { body: values, version: person.version });
    await onDone();
  };
  return (
    <div className="hb-card">
      <h2>{`${t('people.leaveTitle')}：${person.name}`}</h2>
      <QuickForm fields={LEAVE} submit={t('people.leaveAct')} onSubmit={save} aside={<Button onClick={onCancel}>{common('action.back')}</Button>} />
    </div>
  );
}

function Tasks({ people }: { readonly people: readonly Person[] }) {
  const { t } = useTranslation('firms');
  const { can } = useSession();
  const client = useQueryClient();
  const tasks = useQuery(readPath<readonly Engagement[]>(ENGAGEMENTS));
  const [problem, setProblem] = useState<unknown>(null);
  const engineers = people.filter(one => one.isResponsible && !one.leftOn).map(one => ({ value: one.id, label: `${one.name}（${one.load}/${one.maxTasks}）` }));
  const assign = async (taskId: string, personId: string | undefined): Promise<void> => {
    setProblem(null);
    await rest('POST', `${ENGAGEMENTS}/${taskId}/assign`, { body: { personId: personId ?? null } }).catch(setProblem);
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith('/api/v1/firms/me/') });
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('people.tasks')}</h2>
      <ProblemAlert error={problem} />
      {tasks.data?.length === 0 && <p className="hb-muted">{t('people.noTasks')}</p>}
      {tasks.data?.map(task => (
        <div key={task.taskId} className="hb-row">
          <span>{task.title}</span>
          {can('engagement.assign') ? (
            <Select value={task.personId ?? undefined} options={engineers} allowClear placeholder={t('people.nobody')} aria-label={`${t('people.assign')} ${task.title}`} onChange={(next?: string) => void assign(task.taskId, next)} style={{ minWidth: 180 }} />
          ) : (
            <span className="hb-muted">{task.personName ?? t('people.nobody')}</span>
          )}
        </div>
      ))}
    </section>
  );
}
