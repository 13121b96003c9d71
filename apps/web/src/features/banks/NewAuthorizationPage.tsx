import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { AUTHORIZATIONS, GROUPS, PURPOSES, useBanksChanged, type Authorization, type BankChoice, type Consent } from './model';

/** A bank asks an enterprise, or an enterprise gives an authorisation unasked. */
export function NewAuthorizationPage() {
  const consent = useQuery(readPath<Consent>(`${AUTHORIZATIONS}/consent`));
  const banks = useQuery(readPath<BankChoice[]>(`${AUTHORIZATIONS}/banks`));
  if (consent.isPending || banks.isPending) return <PageSkeleton />;
  if (!consent.data || !banks.data) return <RouteErrorPage error={consent.error ?? banks.error} />;
  return <Making consent={consent.data} banks={banks.data} />;
}

function Making({ consent, banks }: { readonly consent: Consent; readonly banks: readonly BankChoice[] }) {
  const { t } = useTranslation('banks');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  const navigate = useNavigate();
  const changed = useBanksChanged();
  const [key] = useState(newIdempotencyKey);
  const [agreed, setAgreed] = useState(false);
  const isBank = base.startsWith('/k/');
  const side = isBank ? 'bank' : 'enterprise';
  const fields: FieldSpec[] = [
    isBank ? { name: 'uscc', label: t('field.uscc'), type: 'uscc', required: true } : { name: 'bankId', label: t('field.bank'), type: 'select', required: true, options: banks.map(one => ({ value: one.id, label: one.name })) },
    { name: 'purpose', label: t('field.purpose'), type: 'select', required: true, options: PURPOSES.map(value => ({ value, label: t(`purpose.${value}`) })) },
    { name: 'purposeWords', label: t('field.purposeWords'), type: 'textarea', required: true, max: 300, help: t(`make.wordsHelp.${side}`) },
    { name: 'scopes', label: t('field.scopes'), type: 'multiselect', required: true, help: t('make.scopesHelp'), options: GROUPS.map(value => ({ value, label: t(`group.${value}.long`) })) },
    { name: 'fromOn', label: t('field.fromOn'), type: 'date', required: true },
    { name: 'toOn', label: t('field.toOn'), type: 'date', required: true, help: t('make.mostDays', { days: consent.mostDays }) },
  ];
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const made = await rest<Authorization>('POST', isBank ? `${AUTHORIZATIONS}/requests` : AUTHORIZATIONS, { body: isBank ? values : { ...values, agreed }, idempotencyKey: key });
    await changed();
    await navigate({ to: `${base}/bank-authorizations/${made.id}` });
  };
  return (
    <>
      <PageHeader title={t(`make.title.${side}`)} lead={t(`make.lead.${side}`, { days: consent.answerDays })} back={{ to: `${base}/bank-authorizations`, label: t(`list.title.${side}`) }} />
      <section className="hb-card">
        <QuickForm
          fields={fields} submit={t(`make.submit.${side}`)} onSubmit={save} control={FieldControl} layout="grid"
          extraErrors={() => (isBank || agreed ? [] : [{ message: t('make.agreeMissing'), fieldId: 'bank-consent' }])}
        >
          {!isBank && (
            <div className="hb-stack" style={{ gap: 8 }}>
              <h2>{t('make.consent')}</h2>
              <p>{english ? consent.en : consent.zh}</p>
              <Checkbox id="bank-consent" checked={agreed} onChange={event => setAgreed(event.target.checked)}>{t('make.agree')}</Checkbox>
            </div>
          )}
        </QuickForm>
      </section>
    </>
  );
}
