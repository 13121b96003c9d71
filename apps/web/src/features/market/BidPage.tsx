import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { UnsavedGuard } from '@/shared/ui/UnsavedGuard';
import { Money } from '@/shared/ui/values';
import { AmountHint } from './AmountHint';
import { BidFiles, BIDS_LIMIT_BYTES } from './BidFiles';
import { BidReceived } from './BidReceived';
import { Countdown } from './Countdown';
import './market.css';
import { taskPath, type Receipt, type Sealing, type Task } from './model';
import { Sealer } from './seal-bid';
import { skewOf } from './server-clock';
import { Typing } from './Typing';

const FIELDS: readonly FieldSpec[] = [
  { name: 'proposal', label: { zh: '服务方案', en: 'Proposal' }, type: 'textarea', required: true, max: 20_000, help: { zh: '怎么做、谁来做、有什么保证', en: 'How, by whom, with what assurance' }, width: 'full' },
  { name: 'priceYuan', label: { zh: '总报价', en: 'Total price' }, type: 'decimal', unit: '元', required: true, min: 0.01, help: { zh: '含税总价，单位是元，不是万元', en: 'Tax included, in yuan' }, example: '98000.00', width: 'half' },
  { name: 'durationDays', label: { zh: '工期', en: 'Duration' }, type: 'integer', unit: '天', required: true, min: 1, max: 3650, help: { zh: '从定标到交付的天数', en: 'From the award to the delivery' }, width: 'half' },
];

/** Whoever is to answer for the work is named by choice; the client sees after the opening how many tasks this person carries. */
function useBidFields(): readonly FieldSpec[] {
  const { can } = useSession();
  const people = useQuery({ ...readPath<readonly Engineer[]>('/api/v1/firms/me/people'), enabled: can('firm-person.own') });
  const engineers = (people.data ?? []).filter(one => one.isResponsible && one.leftOn === null);
  if (engineers.length === 0) return FIELDS;
  const options = engineers.map(one => ({ value: one.id, label: { zh: `${one.name}（在办 ${one.load} 项）`, en: `${one.name} (${one.load} in hand)` } }));
  return [...FIELDS, { name: 'engineerId', label: { zh: '项目负责人', en: 'Responsible engineer' }, type: 'select', options, help: { zh: '选填。开标后企业能看到姓名和在办任务数', en: 'Optional. After the opening the client sees the name and the tasks in hand' }, width: 'full' }];
}

interface Engineer {
  readonly id: string;
  readonly name: string;
  readonly isResponsible: boolean;
  readonly load: number;
  readonly leftOn: string | null;
}

/** A sealed bid: filled in, encrypted and sent from this page; the server never sees the content before the opening. */
export function BidPage() {
  const { t } = useTranslation('market');
  const { base } = useSession();
  const { taskId = '' } = useParams({ strict: false }) as { taskId?: string };
  const sealing = useQuery({ ...readPath<Sealing>(`${taskPath(taskId)}/sealing`), staleTime: Infinity });
  const task = useQuery(readPath<Task>(taskPath(taskId)));
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const back = { to: `${base}/tasks/${taskId}`, label: t('bid.backToTask') };
  if (receipt) return <BidReceived receipt={receipt} back={back} />;
  if (sealing.isPending || task.isPending) return <PageSkeleton />;
  const error = sealing.error ?? task.error;
  if (error || !sealing.data || !task.data)
    return (
      <>
        <PageHeader title={t('bid.title')} back={back} />
        <ProblemAlert error={error} />
      </>
    );
  return <BidForm sealing={sealing.data} skewMs={skewOf(sealing.data.serverTime, sealing.dataUpdatedAt)} task={task.data} onReceipt={setReceipt} back={back} />;
}

interface FormProps {
  readonly sealing: Sealing;
  readonly skewMs: number;
  readonly task: Task;
  readonly onReceipt: (receipt: Receipt) => void;
  readonly back: { readonly to: string; readonly label: string };
}

function BidForm({ sealing, skewMs, task, onReceipt, back }: FormProps) {
  const { t } = useTranslation('market');
  const { organisation } = useSession();
  const [sealer] = useState(() => new Sealer(sealing, organisation?.orgId ?? ''));
  const fields = useBidFields();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [typed, setTyped] = useState(false);
  const total = files.reduce((sum, file) => sum + file.size, 0);
  return (
    <>
      <PageHeader title={t('bid.title')} lead={task.title} back={back} tags={<span className="hb-num hb-muted">{sealing.taskNumber}</span>} />
      <UnsavedGuard when={typed} />
      <div className="hb-stack">
        <Countdown deadline={sealing.bidDeadline} skewMs={skewMs} />
        <Conditions task={task} />
        <div className="hb-card hb-stack">
          {typeof crypto.subtle === 'undefined' && <Alert type="warning" showIcon title={t('bid.insecure')} />}
          <QuickForm
            fields={fields}
            initial={{ durationDays: task.durationDays }}
            submit={t('bid.submit')}
            control={FieldControl}
            layout="grid"
            extraErrors={() => (total > BIDS_LIMIT_BYTES ? [{ message: t('bid.tooLarge') }] : [])}
            onSubmit={async values => {
              const input = { priceYuan: String(values['priceYuan']), durationDays: Number(values['durationDays']), proposal: String(values['proposal'] ?? ''), engineerId: typeof values['engineerId'] === 'string' && values['engineerId'] !== '' ? values['engineerId'] : null, files };
              onReceipt(await sealer.submit(input));
            }}
          >
            <Typing onTyped={setTyped} />
            <AmountHint field="priceYuan" budgetYuan={task.budgetYuan} />
            <BidFiles files={files} onChange={setFiles} />
            <p className="hb-small hb-muted">{t('bid.lead')}</p>
          </QuickForm>
        </div>
      </div>
    </>
  );
}

/** What the bid must fit, beside the form, so that nobody has to go back and look. */
function Conditions({ task }: { readonly task: Task }) {
  const { t } = useTranslation('market');
  const rows = [
    { label: t('task.budget'), value: task.budgetYuan ? <Money yuan={task.budgetYuan} /> : t('tasks.noBudget') },
    { label: t('task.duration'), value: t('task.days', { count: task.durationDays }) },
    { label: t('task.deliverables'), value: task.deliverables.join('；') },
    ...(task.requirements === '' ? [] : [{ label: t('task.requirements'), value: task.requirements }]),
    { label: t('task.weights'), value: t('task.weightOf', { price: task.priceWeight, quality: 100 - task.priceWeight }) },
  ];
  return (
    <details className="hb-card" open>
      <summary>{t('bid.conditions')}</summary>
      <dl className="hb-conditions">
        {rows.map(row => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
