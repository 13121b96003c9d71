import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText, Money } from '@/shared/ui/values';
import { contractPath, useContractChanged, type Contract, type Payment } from './model';

const TONES = { recorded: 'warning', confirmed: 'success', refused: 'danger', withdrawn: 'muted' } as const;

/** Money: what is payable, what was paid, and who still has to confirm it. */
export function PaymentsCard({ contract }: { readonly contract: Contract }) {
  const { t } = useTranslation('contracts');
  const [recording, setRecording] = useState(false);
  const { balance } = contract;
  const client = contract.side === 'enterprise';
  return (
    <section className="hb-card">
      <h2>{t('payments.title')}</h2>
      {balance && (
        <dl className="hb-contract__balance">
          {(['price', 'payable', 'confirmed', 'owed'] as const).map(key => (
            <div key={key}>
              <dt>{t(key === 'payable' && contract.settledYuan !== null ? 'payments.settled' : `payments.${key}`)}</dt>
              <dd><Money yuan={balance[key]} /></dd>
            </div>
          ))}
        </dl>
      )}
      {contract.closesOn && <Alert type="info" showIcon title={t('payments.closesOn', { day: contract.closesOn })} />}
      {contract.closedHow && contract.closedHow !== 'agreed' && <p className="hb-small hb-muted">{t(`payments.closed.${contract.closedHow}`)}</p>}
      {contract.payments.length === 0 && <p className="hb-muted">{t('payments.none')}</p>}
      <ul className="hb-plain-list hb-stack">
        {contract.payments.map(one => <Row key={one.id} contract={contract} payment={one} />)}
      </ul>
      {contract.actions.includes('pay') && !recording && <Button type={client && balance?.owed !== '0.00' ? 'primary' : 'default'} style={{ marginTop: 12 }} onClick={() => setRecording(true)}>{t(client ? 'payments.record' : 'payments.recordRefund')}</Button>}
      {recording && <Record contract={contract} onDone={() => setRecording(false)} />}
    </section>
  );
}

type Verb = 'confirm' | 'refuse' | 'withdraw';

function Row({ contract, payment }: { readonly contract: Contract; readonly payment: Payment }) {
  const { t } = useTranslation('contracts');
  const [verb, setVerb] = useState<Verb | null>(null);
  const changed = useContractChanged(contract.id);
  const own = (payment.direction === 'payment') === (contract.side === 'enterprise');
  return (
    <li className="hb-contract__row">
      <div className="hb-row">
        <strong>{t(`payments.direction.${payment.direction}`)} <Money yuan={payment.amountYuan} /></strong>
        <StatusTag tone={TONES[payment.state]}>{t(`payments.state.${payment.state}`)}</StatusTag>
        <DateText value={payment.paidOn} />
        {payment.milestoneName && <span>{payment.milestoneName}</span>}
        <a href={`/api/v1/files/${payment.fileId}/content`}>{t('payments.voucher')}</a>
      </div>
      {(payment.note || payment.reason) && <p className="hb-muted">{[payment.note, payment.reason && t('payments.reason', { reason: payment.reason })].filter(Boolean).join(' · ')}</p>}
      {payment.state === 'recorded' && contract.state !== 'closed' && (
        <div className="hb-row">
          {own ? <Button onClick={() => setVerb('withdraw')}>{t('payments.withdraw')}</Button> : (
            <>
              <Button onClick={() => setVerb('refuse')}>{t('payments.refuse')}</Button>
              <Button type="primary" onClick={() => setVerb('confirm')}>{t('payments.confirm')}</Button>
            </>
          )}
        </div>
      )}
      <ConfirmAct
        open={verb !== null}
        title={t(`payments.${verb ?? 'confirm'}Title`)}
        act={t(`payments.${verb ?? 'confirm'}`)}
        summary={[{ label: t(`payments.direction.${payment.direction}`), value: <Money yuan={payment.amountYuan} /> }, { label: t('payments.paidOn'), value: <DateText value={payment.paidOn} /> }]}
        reason={verb === 'confirm' ? undefined : { label: t('payments.why'), required: true }}
        onConfirm={async reason => {
          await rest('POST', `${contractPath(contract.id)}/payments/${payment.id}/${verb}`, { body: verb === 'confirm' ? {} : { reason } });
          await changed();
        }}
        onClose={() => setVerb(null)}
      />
    </li>
  );
}

const AMOUNT: FieldSpec = { name: 'amountYuan', label: { zh: '金额', en: 'Amount' }, type: 'decimal', unit: '元', required: true, help: { zh: '单位是元，不是万元', en: 'In yuan' }, width: 'half' };
const DAY: FieldSpec = { name: 'paidOn', label: { zh: '付款日期', en: 'Paid on' }, type: 'date', required: true, help: { zh: '照凭证填写', en: 'As on the voucher' }, width: 'half' };
const NOTE: FieldSpec = { name: 'note', label: { zh: '说明', en: 'Note' }, type: 'text', max: 500, width: 'full' };

function Record({ contract, onDone }: { readonly contract: Contract; readonly onDone: () => void }) {
  const { t } = useTranslation('contracts');
  const { t: common } = useTranslation();
  const [key] = useState(newIdempotencyKey);
  const [voucher, setVoucher] = useState<StoredFile | null>(null);
  const changed = useContractChanged(contract.id);
  const client = contract.side === 'enterprise';
  const payable = contract.milestones.filter(one => one.openYuan !== null && one.openYuan !== '0.00' && (one.state === 'accepted' || contract.state === 'terminated'));
  const milestone: FieldSpec = { name: 'milestoneId', label: { zh: '里程碑', en: 'Milestone' }, type: 'select', required: true, options: payable.map(one => ({ value: one.id, label: { zh: `${one.name}（未付 ${one.openYuan ?? ''} 元）`, en: `${one.name} (open: CNY ${one.openYuan ?? ''})` } })), width: 'full' };
  if (client && payable.length === 0) return <p className="hb-muted">{t('payments.nothingPayable')}</p>;
  const save = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${contractPath(contract.id)}/payments`, { body: { ...values, note: values['note'] ?? '', fileId: voucher?.id }, idempotencyKey: key });
    await changed();
    onDone();
  };
  const first = payable[0];
  return (
    <QuickForm fields={client ? [milestone, AMOUNT, DAY, NOTE] : [AMOUNT, DAY, NOTE]} initial={first && client ? { milestoneId: first.id, amountYuan: first.openYuan } : {}} submit={t('payments.save')} onSubmit={save} control={FieldControl} layout="grid" aside={<Button onClick={onDone}>{common('action.back')}</Button>} extraErrors={() => (voucher ? [] : [{ message: t('payments.needVoucher') }])}>
      <FileUpload label={t('payments.upload')} subjectType="contract" subjectId={contract.id} purpose="voucher" multiple={false} onDone={setVoucher} />
      {voucher && <FileList files={[voucher]} />}
    </QuickForm>
  );
}
