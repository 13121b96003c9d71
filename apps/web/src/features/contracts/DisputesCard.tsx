import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { DISPUTE_TONES } from './disputes';
import { contractPath, useContractChanged, type Contract } from './model';

const FIELDS: readonly FieldSpec[] = [
  { name: 'claim', label: { zh: '请求和理由', en: 'Claim and grounds' }, type: 'textarea', required: true, max: 3000, help: { zh: '写明事实、请求和依据，至少 10 个字；对方和调解人会看到', en: 'Facts, claim and grounds, at least 10 characters; the other side and the mediator read it' }, width: 'full' },
  { name: 'amountYuan', label: { zh: '争议金额', en: 'Amount at issue' }, type: 'decimal', unit: '元', help: { zh: '没有金额的可不填', en: 'Empty where there is none' }, width: 'half' },
];

/** Disputes of this contract, and the way to bring one before the bureau. */
export function DisputesCard({ contract }: { readonly contract: Contract }) {
  const { t } = useTranslation('contracts');
  const { t: common } = useTranslation();
  const { base } = useSession();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [key] = useState(newIdempotencyKey);
  const changed = useContractChanged(contract.id);
  const may = contract.actions.includes('dispute');
  if (contract.disputes.length === 0 && !may) return null;
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const { id } = await rest<{ id: string }>('POST', `${contractPath(contract.id)}/disputes`, { body: values, idempotencyKey: key });
    await changed();
    await navigate({ to: `${base}/disputes/${id}` as never });
  };
  return (
    <section className="hb-card">
      <h2>{t('disputes.card')}</h2>
      {contract.disputes.length === 0 && <p className="hb-muted">{t('disputes.none')}</p>}
      {contract.disputes.map(one => (
        <p key={one.id} className="hb-row">
          <AppLink to={`${base}/disputes/${one.id}`}>{one.claim}</AppLink>
          <StatusTag tone={DISPUTE_TONES[one.state]}>{t(`disputes.state.${one.state}`)}</StatusTag>
          <DateText value={one.openedAt} />
        </p>
      ))}
      {may && !asking && <Button onClick={() => setAsking(true)}>{t('disputes.ask.open')}</Button>}
      {asking && <QuickForm fields={FIELDS} head={<p>{t('disputes.text.open')}</p>} submit={t('disputes.ask.open')} onSubmit={send} control={FieldControl} layout="grid" aside={<Button onClick={() => setAsking(false)}>{common('action.back')}</Button>} />}
    </section>
  );
}
