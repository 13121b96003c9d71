import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { CLIENT_SCOPES, CLIENTS, useBanksChanged, type Client } from './model';

/** A bank proposes a program; the bureau approves it. */
export function NewClientPage() {
  const { t } = useTranslation('banks');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useBanksChanged();
  const [key] = useState(newIdempotencyKey);
  return (
    <>
      <PageHeader title={t('client.propose')} lead={t('client.proposeLead')} back={{ to: `${base}/bank-clients`, label: t('client.title') }} />
      <section className="hb-card">
        <QuickForm
          submit={t('client.submit')} control={FieldControl}
          fields={[
            { name: 'name', label: t('client.name'), type: 'text', required: true, max: 60, example: t('client.nameExample') },
            { name: 'purpose', label: t('client.purpose'), type: 'textarea', required: true, max: 300, help: t('client.purposeHelp') },
            { name: 'scopes', label: t('client.scopes'), type: 'multiselect', required: true, options: CLIENT_SCOPES.map(value => ({ value, label: t(`clientScope.${value}`) })) },
            { name: 'certificateThumbprint', label: t('client.thumbprint'), type: 'text', max: 43, help: t('client.thumbprintHelp') },
          ]}
          onSubmit={async values => {
            const made = await rest<Client>('POST', CLIENTS, { body: { ...values, certificateThumbprint: values['certificateThumbprint'] || null }, idempotencyKey: key });
            await changed();
            await navigate({ to: `${base}/bank-clients/${made.id}` });
          }}
        />
      </section>
    </>
  );
}
