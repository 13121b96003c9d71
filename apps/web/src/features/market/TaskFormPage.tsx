import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { ProblemError } from '@/api/problem';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { dropDraft } from '@/shared/form/draft';
import { QuickForm } from '@/shared/form/QuickForm';
import { inShanghai, now } from '@/shared/time/time';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import type { Service, ServiceItem } from '../firms/model';
import { AmountHint } from './AmountHint';
import { DeadlineHint } from './DeadlineHint';
import { KeptDraft } from '@/shared/form/KeptDraft';
import { KINDS, QUALIFICATION_KINDS, STAGES, taskPath, tasksPath, type Task } from './model';

const GROUP = {
  what: { zh: '要做什么', en: 'What is to be done' },
  who: { zh: '对机构的要求', en: 'What the firm must bring' },
  when: { zh: '预算与时间', en: 'Budget and time' },
};

/** The field table of a task. `deliverables` is typed one line each; the deadline as day and time of the place. */
const fieldsOf = (services: readonly ServiceItem[]): FieldSpec[] => [
  { name: 'title', label: { zh: '任务名称', en: 'Title' }, type: 'text', required: true, max: 100, example: '石灰窑 2027 年度自行监测', group: GROUP.what, width: 'full' },
  { name: 'kind', label: { zh: '服务类别', en: 'Kind of service' }, type: 'select', required: true, options: KINDS, width: 'half' },
  { name: 'stage', label: { zh: '企业所处阶段', en: 'Stage' }, type: 'select', required: true, options: STAGES, width: 'half' },
  { name: 'serviceCode', label: { zh: '服务目录中的服务', en: 'Service of the catalogue' }, type: 'select', options: services.map(one => ({ value: one.code, label: { zh: one.titleZh, en: one.titleEn } })), help: { zh: '选了以后，发布时自动带上目录对机构资质的要求；目录里没有的可不选', en: 'Its requirement of firms is added at publication; leave empty for what is not in the catalogue' }, width: 'full' },
  { name: 'description', label: { zh: '任务说明', en: 'Description' }, type: 'textarea', required: true, max: 5000, help: { zh: '做什么、在哪里、为什么做；至少 10 个字', en: 'What, where and why; at least 10 characters' }, width: 'full' },
  { name: 'deliverables', label: { zh: '交付成果', en: 'Deliverables' }, type: 'textarea', required: true, help: { zh: '一行一项', en: 'One line each' }, example: '监测报告（盖章）', width: 'full' },
  { name: 'requiredQualifications', label: { zh: '所需资质', en: 'Qualifications' }, type: 'multiselect', options: QUALIFICATION_KINDS, help: { zh: '不选就是不限', en: 'None chosen means none needed' }, group: GROUP.who, width: 'full' },
  { name: 'requirements', label: { zh: '其他要求', en: 'Other requirements' }, type: 'textarea', max: 5000, width: 'full' },
  { name: 'durationDays', label: { zh: '工期', en: 'Duration' }, type: 'integer', unit: '天', required: true, min: 1, max: 3650, group: GROUP.when, width: 'half' },
  { name: 'priceWeight', label: { zh: '价格权重', en: 'Weight of price' }, type: 'integer', unit: '%', required: true, min: 0, max: 100, help: { zh: '其余为方案质量的权重', en: 'The rest is the weight of quality' }, width: 'half' },
  { name: 'deadlineDay', label: { zh: '报价截止日期', en: 'Bids until (day)' }, type: 'date', required: true, width: 'half' },
  { name: 'deadlineTime', label: { zh: '截止时刻', en: 'Bids until (time)' }, type: 'text', required: true, pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', patternHint: { zh: '按 24 小时填写，例如 17:00', en: '24-hour time such as 17:00' }, example: '17:00', width: 'half' },
  { name: 'budgetYuan', label: { zh: '预算', en: 'Budget' }, type: 'decimal', unit: '元', help: { zh: '单位是元，不是万元', en: 'In yuan' }, width: 'half' },
];

const DEFAULT_DAYS = 7;

/** A task that begins from the catalogue has its words; everything can be changed. */
const fromCatalogue = (service: Service): Record<string, unknown> => ({
  title: service.titleZh, kind: service.kind, stage: service.stage, serviceCode: service.code, description: service.scopeTemplate, deliverables: service.deliverables.join('\n'), durationDays: service.durationDays,
});

function initialOf(task: Task | undefined, service: Service | undefined): Record<string, unknown> {
  if (!task) return { ...(service ? fromCatalogue(service) : {}), ...blank(service) };
  const deadline = inShanghai(task.bidDeadline);
  return { ...task, deliverables: task.deliverables.join('\n'), deadlineDay: deadline.format('YYYY-MM-DD'), deadlineTime: deadline.format('HH:mm') };
}

const blank = (service: Service | undefined): Record<string, unknown> => ({ deadlineDay: now().add(DEFAULT_DAYS, 'day').format('YYYY-MM-DD'), deadlineTime: '17:00', priceWeight: 40, requiredQualifications: [], ...(service ? {} : { durationDays: 30 }) });

function bodyOf(values: Record<string, unknown>): Record<string, unknown> {
  const { deadlineDay, deadlineTime, deliverables, requirements, serviceCode, ...rest } = values;
  return {
    ...rest,
    requirements: requirements ?? '',
    serviceCode: serviceCode || null,
    deliverables: String(deliverables ?? '').split('\n').map(line => line.trim()).filter(line => line !== ''),
    bidDeadline: `${String(deadlineDay)}T${String(deadlineTime)}:00+08:00`,
  };
}

/** The API knows one deadline; the form asks for day and time. Its findings are shown at the day. */
function atTheFormsFields(thrown: unknown): never {
  if (!(thrown instanceof ProblemError)) throw thrown;
  const errors = thrown.errors.map(error => (error.pointer === '/bidDeadline' ? { ...error, pointer: '/deadlineDay' } : error));
  throw new ProblemError(thrown.status, thrown.code, thrown.text, { errors, extra: thrown.extra, requestId: thrown.requestId });
}

/** Drafting a task, new or again. */
export function TaskFormPage() {
  const { taskId } = useParams({ strict: false }) as { taskId?: string };
  const known = useQuery({ ...readPath<Task>(taskPath(taskId ?? '')), enabled: taskId !== undefined });
  const { service: code } = useSearch({ strict: false }) as { service?: string };
  const services = useQuery(readPath<readonly ServiceItem[]>('/api/v1/public/services'));
  const service = useQuery({ ...readPath<Service>(`/api/v1/public/services/${code ?? ''}`), enabled: code !== undefined && taskId === undefined });
  if ((taskId && known.isPending) || services.isPending || service.isLoading) return <PageSkeleton />;
  if (known.error) return <RouteErrorPage error={known.error} onRetry={() => void known.refetch()} />;
  return <TaskForm key={known.data?.version ?? 'new'} task={known.data} service={service.data} services={services.data ?? []} />;
}

interface FormProps {
  readonly task: Task | undefined;
  readonly service: Service | undefined;
  readonly services: readonly ServiceItem[];
}

function TaskForm({ task, service, services }: FormProps) {
  const { t } = useTranslation('market');
  const { base, organisation } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  const record = `task:${task?.id ?? `new:${organisation?.orgId ?? ''}${service ? `:${service.code}` : ''}`}`;
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const body = bodyOf(values);
    const saved = task
      ? await rest<Task>('PATCH', taskPath(task.id), { body, version: task.version })
      : await rest<Task>('POST', tasksPath, { body, idempotencyKey: key });
    dropDraft(record);
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(tasksPath) });
    await navigate({ to: `${base}/tasks/${saved.id}` });
  };
  const title = t(task ? 'form.titleEdit' : 'form.titleNew');
  return (
    <>
      <PageHeader title={title} lead={t('form.lead')} back={{ to: task ? `${base}/tasks/${task.id}` : `${base}/tasks`, label: t('task.back') }} />
      <div className="hb-card">
        <QuickForm fields={fieldsOf(services)} initial={initialOf(task, service)} submit={t('form.save')} onSubmit={values => save(values).catch(atTheFormsFields)} control={FieldControl} layout="grid" head={<KeptDraft record={record} version={task?.version ?? 0} />}>
          <AmountHint field="budgetYuan" budgetYuan={null} />
          <DeadlineHint />
        </QuickForm>
      </div>
    </>
  );
}
