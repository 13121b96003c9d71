import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { CLIENTS, useBanksChanged, WEBHOOKS, type Client, type NewWebhook } from './model';
import { SecretShown } from './SecretShown';

/** A new address; the secret that signs is shown once. */
export function NewWebhookPage() {
  const { t } = useTranslation('banks');
  const { base } = useSession();
  const changed = useBanksChanged();
  const clients = useQuery(readPath<Page<Client>>(CLIENTS, { state: 'approved', limit: 200 }));
  const [made, setMade] = useState<NewWebhook | null>(null);
  if (clients.isPending) return <PageSkeleton />;
  if (!clients.data) return <RouteErrorPage error={clients.error} />;
  const header = <PageHeader title={t('webhook.add')} lead={t('webhook.addLead')} back={{ to: `${base}/bank-webhooks`, label: t('webhook.title') }} />;
  if (clients.data.items.length === 0) return <>{header}<EmptyState title={t('webhook.noClient')} action={<ButtonLink to={`${base}/bank-clients`}>{t('client.title')}</ButtonLink>}>{t('webhook.noClientHint')}</EmptyState></>;
  if (made) return <>{header}<div className="hb-stack"><SecretShown title={t('webhook.made')} text={made.secret} /><p><ButtonLink to={`${base}/bank-webhooks/${made.id}`} kind="primary">{t('webhook.toPage')}</ButtonLink></p></div></>;
  return (
    <>
      {header}
      <section className="hb-card">
        <QuickForm
          submit={t('webhook.submit')} control={FieldControl} initial={{ algorithm: 'hmac-sha256' }}
          fields={[
            { name: 'name', label: t('webhook.name'), type: 'text', required: true, max: 60 },
            { name: 'url', label: t('webhook.url'), type: 'text', required: true, max: 500, help: t('webhook.urlHelp'), example: 'https://hooks.bank.example/credit' },
            { name: 'clientId', label: t('webhook.client'), type: 'select', required: true, options: clients.data.items.map(one => ({ value: one.id, label: one.name })) },
            { name: 'algorithm', label: t('webhook.algorithm'), type: 'select', required: true, options: (['hmac-sha256', 'hmac-sm3'] as const).map(value => ({ value, label: t(`algorithm.${value}`) })) },
          ]}
          onSubmit={async values => {
            setMade(await rest<NewWebhook>('POST', WEBHOOKS, { body: values }));
            await changed();
          }}
        />
      </section>
    </>
  );
}
