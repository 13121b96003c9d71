import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { complaintPath, type Complaint } from './complaints';
import { evaluationPath, type Evaluation } from './model';
import { verdictBody, verdictFields } from './remedies';

const ASKED = ['accept', 'refuse', 'suspend', 'lift', 'withdraw'] as const;
const DANGER: readonly string[] = ['refuse', 'suspend', 'withdraw'];
type Asked = (typeof ASKED)[number];

const COMPLAINT = { zh: '投诉', en: 'Complaint' };
const AT_ONCE = { zh: '作出决定后执行并告知全部投标机构；另有投诉责令暂停的，解除后再执行', en: 'Carried out and told to all bidders; while another complaint suspends the procurement it waits' };
const REASON: FieldSpec = { name: 'reason', label: { zh: '处理决定的事实、理由和依据', en: 'Facts, reasons and basis' }, type: 'textarea', required: true, max: 5000, help: { zh: '至少 10 个字，双方会看到', en: 'At least 10 characters; both sides read it' } };
const NO_INTEREST: FieldSpec = { name: 'noInterest', label: { zh: '本人与投诉各方没有利害关系', en: 'I have no interest in either side' }, type: 'boolean', required: true };

/** What the reader may do with a complaint now. */
export function ComplaintActions({ row, onChanged }: { readonly row: Complaint; readonly onChanged: () => Promise<void> }) {
  const { t } = useTranslation('evaluation');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [deciding, setDeciding] = useState(false);
  const may = (action: string): boolean => row.actions.includes(action);
  const steps = ASKED.filter(may);
  if (steps.length === 0 && !may('decide')) return null;
  const shown = asked ?? 'withdraw';
  return (
    <section className="hb-card hb-stack">
      {!deciding && (
        <div className="hb-row">
          {may('decide') && <Button type="primary" onClick={() => setDeciding(true)}>{t('complaint.act.decide')}</Button>}
          {steps.map(one => <Button key={one} type={one === 'accept' ? 'primary' : 'default'} danger={DANGER.includes(one)} onClick={() => setAsked(one)}>{t(`complaint.act.${one}`)}</Button>)}
        </div>
      )}
      {deciding && <Decide row={row} onChanged={onChanged} onBack={() => setDeciding(false)} />}
      <ConfirmAct open={asked !== null} title={t(`complaint.ask.${shown}`)} act={t(`complaint.act.${shown}`)} danger={DANGER.includes(shown)} reason={shown === 'accept' ? undefined : { label: t('complaint.reason'), required: true }}
        onConfirm={async reason => {
          await rest('POST', `${complaintPath(row.id)}/${shown}`, { body: shown === 'accept' ? { noInterest: true } : { reason }, version: row.version });
          await onChanged();
        }}
        onClose={() => setAsked(null)}
      >
        <p>{t(`complaint.text.${shown}`)}</p>
      </ConfirmAct>
    </section>
  );
}

/** The decision: what it may order depends on how far the procurement has come. */
function Decide({ row, onChanged, onBack }: { readonly row: Complaint; readonly onChanged: () => Promise<void>; readonly onBack: () => void }) {
  const { t } = useTranslation('evaluation');
  const { t: common } = useTranslation();
  const english = useLanguage() === 'en';
  const evaluation = useQuery(readPath<Evaluation>(evaluationPath(row.taskId)));
  if (!evaluation.data) return null;
  const { choices } = row;
  const isOpen = choices?.stage === 'open';
  const send = async ({ reason, noInterest, ...verdict }: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${complaintPath(row.id)}/decide`, { body: { reason, noInterest: noInterest === true, ...verdictBody(verdict) }, version: row.version });
    await onChanged();
    onBack();
  };
  return (
    <>
      {choices && !isOpen && <Alert type="info" showIcon title={english ? choices.en : choices.zh} description={choices.basis === '' ? undefined : t('complaint.basis', { basis: choices.basis })} />}
      <QuickForm fields={[...verdictFields(evaluation.data, { what: COMPLAINT, help: AT_ONCE, remedies: choices?.remedies ?? [], asksEffect: true, isAwarded: !isOpen }), REASON, NO_INTEREST]} submit={t('complaint.act.decide')} onSubmit={send} control={FieldControl} aside={<Button onClick={onBack}>{common('action.back')}</Button>} />
    </>
  );
}
