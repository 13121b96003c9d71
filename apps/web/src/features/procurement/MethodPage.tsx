import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { inShanghai } from '@/shared/time/time';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { AmountHint } from '../market/AmountHint';
import { DeadlineHint } from '../market/DeadlineHint';
import { taskPath, tasksPath, type Task } from '../market/model';
import { FirmPicker, type Pick } from './FirmPicker';
import { MethodChoice, useMethodOptions } from './MethodChoice';
import { deadlineOf, FUNDS, SUBJECTS, TIME_PATTERN, type Invitation } from './model';

const FIELDS: readonly FieldSpec[] = [
  { name: 'funds', label: { zh: '钱从哪里来', en: 'Whose money' }, type: 'select', required: true, options: FUNDS, width: 'half' },
  { name: 'subject', label: { zh: '买的是什么', en: 'What is bought' }, type: 'select', required: true, options: SUBJECTS, width: 'half' },
  { name: 'budgetYuan', label: { zh: '预算', en: 'Budget' }, type: 'decimal', unit: '元', help: { zh: '单位是元，不是万元；国有、财政资金和直接委托必填', en: 'In yuan; needed for public money and direct commissions' }, width: 'half' },
  { name: 'bondYuan', label: { zh: '投标保证金', en: 'Bid bond' }, type: 'decimal', unit: '元', help: { zh: '不收就不填；不超过预算的 2%', en: 'Leave empty for none; at most 2 % of the budget' }, width: 'half' },
  { name: 'deadlineDay', label: { zh: '截止日期', en: 'Until (day)' }, type: 'date', required: true, width: 'half' },
  { name: 'deadlineTime', label: { zh: '截止时刻', en: 'Until (time)' }, type: 'text', required: true, pattern: TIME_PATTERN, patternHint: { zh: '按 24 小时填写，例如 17:00', en: '24-hour time such as 17:00' }, width: 'half' },
  { name: 'approvalNumber', label: { zh: '批准或认定文号', en: 'Number of the approval' }, type: 'text', max: 100, help: { zh: '下面标“须经批准”的方式才需要', en: 'Only for methods marked as needing an approval' }, width: 'half' },
  { name: 'approvalReason', label: { zh: '采用该方式的理由', en: 'Why this method' }, type: 'textarea', max: 1000, width: 'full' },
];

/** Drafting, second part: how the firm is chosen. */
export function MethodPage() {
  const { taskId = '' } = useParams({ strict: false }) as { taskId?: string };
  const task = useQuery(readPath<Task>(taskPath(taskId)));
  const invited = useQuery(readPath<readonly Invitation[]>(`${taskPath(taskId)}/invitations`));
  if (task.isPending || invited.isPending) return <PageSkeleton />;
  const error = task.error ?? invited.error;
  if (error || !task.data || !invited.data) return <RouteErrorPage error={error} onRetry={() => void task.refetch()} />;
  return <MethodForm key={task.data.version} task={task.data} invited={invited.data} />;
}

function initialOf(task: Task): Record<string, unknown> {
  const deadline = inShanghai(task.bidDeadline);
  return { ...task, deadlineDay: deadline.format('YYYY-MM-DD'), deadlineTime: deadline.format('HH:mm') };
}

function bodyOf(values: Record<string, unknown>): Record<string, unknown> {
  const { deadlineDay, deadlineTime, funds, subject, ...optional } = values;
  const filled = Object.fromEntries(Object.entries(optional).map(([name, value]) => [name, value || null]));
  return { budgetYuan: null, bondYuan: null, approvalNumber: null, approvalReason: null, ...filled, funds, subject, bidDeadline: deadlineOf(deadlineDay, deadlineTime) };
}

/** The API knows one deadline; the form asks for day and time. */
function atTheFormsFields(thrown: unknown): never {
  if (!(thrown instanceof ProblemError)) throw thrown;
  const errors = thrown.errors.map(error => (error.pointer === '/bidDeadline' ? { ...error, pointer: '/deadlineDay' } : error));
  throw new ProblemError(thrown.status, thrown.code, thrown.text, { errors, extra: thrown.extra, requestId: thrown.requestId });
}

function MethodForm({ task, invited }: { readonly task: Task; readonly invited: readonly Invitation[] }) {
  const { t } = useTranslation('procurement');
  const { base } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [method, setMethod] = useState(task.method);
  const [picked, setPicked] = useState<readonly Pick[]>(invited);
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const asks = !['open', 'auction'].includes(method);
    await rest('PATCH', taskPath(task.id), { body: { ...bodyOf(values), method, invitedFirmIds: asks ? picked.map(firm => firm.firmId) : [] }, version: task.version });
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(tasksPath) });
    await navigate({ to: `${base}/tasks/${task.id}` });
  };
  return (
    <>
      <PageHeader title={t('choice.title')} lead={t('choice.lead')} back={{ to: `${base}/tasks/${task.id}`, label: task.title }} />
      <div className="hb-card">
        <QuickForm fields={FIELDS} initial={initialOf(task)} submit={t('choice.save')} control={FieldControl} layout="grid" onSubmit={values => save(values).catch(atTheFormsFields)}>
          <AmountHint field="budgetYuan" budgetYuan={null} />
          <DeadlineHint />
          <MethodChoice chosen={method} onChoose={setMethod} />
          <Picker method={method} picked={picked} onChange={setPicked} kind={task.requiredQualifications[0]} />
        </QuickForm>
      </div>
    </>
  );
}

const MOST_INVITED = 20;

function Picker({ method, picked, onChange, kind }: { readonly method: string; readonly picked: readonly Pick[]; readonly onChange: (picked: readonly Pick[]) => void; readonly kind: string | undefined }) {
  const { t } = useTranslation('procurement');
  const { options } = useMethodOptions();
  const option = options?.items.find(one => one.method === method);
  if (!option || option.who === 'all') return null;
  const one = option.who === 'one';
  return <FirmPicker label={one ? t('picker.one') : t('picker.several', { count: option.fewestInvited })} picked={picked} onChange={onChange} most={one ? 1 : MOST_INVITED} kind={kind} />;
}
