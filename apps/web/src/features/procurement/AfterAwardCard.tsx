import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { readPath, rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText, Money } from '@/shared/ui/values';
import { taskPath, type Task } from '../market/model';
import './procurement.css';

type AfterAward = components['schemas']['AfterAwardView'];
type Step = components['schemas']['AfterAwardStepView'];

const BOND: readonly FieldSpec[] = [
  { name: 'amountYuan', label: { zh: '金额（元）', en: 'Amount (CNY)' }, type: 'text', required: true, width: 'half' },
  { name: 'form', label: { zh: '形式', en: 'Form' }, type: 'select', required: true, options: [{ value: 'transfer', label: { zh: '转账', en: 'Transfer' } }, { value: 'guarantee', label: { zh: '保函', en: 'Letter of guarantee' } }], width: 'half' },
  { name: 'receivedOn', label: { zh: '收到日期', en: 'Received on' }, type: 'date', required: true, width: 'half' },
  { name: 'reference', label: { zh: '流水号或保函编号', en: 'Number of the transfer or guarantee' }, type: 'text', required: true, max: 100, width: 'half' },
];
const RETURN: readonly FieldSpec[] = [{ name: 'returnedOn', label: { zh: '退还日期', en: 'Returned on' }, type: 'date', required: true, width: 'half' }];
const stepFields = ({ proofZh, proofEn }: Step): readonly FieldSpec[] => [
  { name: 'doneOn', label: { zh: '办理日期', en: 'Done on' }, type: 'date', required: true, width: 'half' },
  { name: 'reference', label: { zh: proofZh ?? '', en: proofEn ?? '' }, type: 'text', required: true, max: 300, width: 'half' },
];

/** What public money owes after the evaluation: each step with its day, and the performance bond. Nothing is shown for private money. */
export function AfterAwardCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('procurement');
  const path = `${taskPath(task.id)}/after-award`;
  const found = useQuery(readPath<AfterAward>(path));
  const client = useQueryClient();
  const changed = (): Promise<void> => client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(taskPath(task.id)) });
  if (found.data?.steps.length === 0 && found.data.cap === null) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('afterAward.title')}</h2>
      <p className="hb-muted">{t('afterAward.lead')}</p>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      <ul className="hb-asked">{found.data?.steps.map(step => <StepLine key={step.step} step={step} onRecord={async values => {
        await rest('POST', `${path}/steps`, { body: { step: step.step, ...values } });
        await changed();
      }} />)}</ul>
      {found.data?.cap && <Bond after={found.data} task={task} onChanged={changed} />}
    </section>
  );
}

function StepLine({ step, onRecord }: { readonly step: Step; readonly onRecord: (values: Record<string, unknown>) => Promise<void> }) {
  const { t } = useTranslation('procurement');
  const english = useLanguage() === 'en';
  const [open, setOpen] = useState(false);
  const name = english ? step.en : step.zh;
  return (
    <li>
      <div className="hb-row"><strong>{name}</strong><Standing step={step} /></div>
      <p className="hb-small hb-muted">{t('afterAward.basis', { days: step.days, unit: step.unit, basis: step.basis })}{!step.verified && t('afterAward.unverified')}</p>
      {step.reference && <p className="hb-small">{step.reference} · {step.recordedByName}</p>}
      {step.mayRecord && !open && <Button onClick={() => setOpen(true)}>{t(step.doneOn ? 'afterAward.mend' : 'afterAward.record')}<span className="hb-sr-only"> {name}</span></Button>}
      {step.mayRecord && open && (
        <QuickForm fields={stepFields(step)} submit={t('afterAward.save')} control={FieldControl} layout="grid" aside={<Button onClick={() => setOpen(false)}>{t('afterAward.close')}</Button>}
          onSubmit={async values => {
            await onRecord(values);
            setOpen(false);
          }}
        />
      )}
    </li>
  );
}

function Standing({ step }: { readonly step: Step }) {
  const { t } = useTranslation('procurement');
  if (step.doneOn) return <StatusTag tone={step.late ? 'warning' : 'success'}>{t(step.late ? 'afterAward.doneLate' : 'afterAward.done')} <DateText value={step.doneOn} /></StatusTag>;
  if (!step.due) return <StatusTag tone="muted">{t('afterAward.notYet')}</StatusTag>;
  return <StatusTag tone={step.late ? 'danger' : 'info'}>{t(step.late ? 'afterAward.late' : 'afterAward.due')} <DateText value={step.due} /></StatusTag>;
}

function Bond({ after: { bond, cap, mayRecordBond, mayReturnBond }, task, onChanged }: { readonly after: AfterAward; readonly task: Task; readonly onChanged: () => Promise<void> }) {
  const { t } = useTranslation('procurement');
  const path = `${taskPath(task.id)}/performance-bond`;
  const send = async (to: string, body: Record<string, unknown>): Promise<void> => {
    await rest('POST', to, { body });
    await onChanged();
  };
  return (
    <>
      <h3>{t('afterAward.bond')}</h3>
      {cap && <p className="hb-small hb-muted">{t('afterAward.most', { percent: cap.percent, basis: cap.basis })}{!cap.verified && t('afterAward.unverified')} <Money yuan={cap.mostYuan} /></p>}
      {bond && <p>{bond.firmName} <Money yuan={bond.amountYuan} /> · {t(`afterAward.form.${bond.form}`)} · {t('afterAward.received')} <DateText value={bond.receivedOn} /> · {bond.reference}{bond.returnedOn && <> · {t('afterAward.returned')} <DateText value={bond.returnedOn} /></>}</p>}
      {!bond && !mayRecordBond && <p className="hb-muted">{t('afterAward.noBond')}</p>}
      {mayRecordBond && <QuickForm fields={BOND} submit={t('afterAward.saveBond')} control={FieldControl} layout="grid" onSubmit={values => send(path, values)} />}
      {mayReturnBond && <QuickForm fields={RETURN} submit={t('afterAward.return')} control={FieldControl} layout="grid" onSubmit={values => send(`${path}/return`, values)} />}
    </>
  );
}
