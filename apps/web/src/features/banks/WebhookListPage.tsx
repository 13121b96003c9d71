import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import './banks.css';
import { Deliveries } from './Deliveries';
import { WEBHOOK_TONE, WEBHOOKS, type Webhook } from './model';

/** Where the bank is told of changes, and what was sent. */
export function WebhookListPage() {
  const { t } = useTranslation('banks');
  const { base, can } = useSession();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const shown = tab === 'deliveries' ? 'deliveries' : 'addresses';
  const columns: Column<Webhook>[] = [
    { key: 'name', title: t('webhook.name'), lead: true, render: row => row.name },
    { key: 'url', title: t('webhook.url'), render: row => <span className="hb-banks__code">{row.url}</span> },
    { key: 'algorithm', title: t('webhook.algorithm'), render: row => t(`algorithm.${row.algorithm}`) },
    { key: 'state', title: t('field.status'), render: row => <StatusTag tone={WEBHOOK_TONE[row.state]}>{t(`webhook.state.${row.state}`)}</StatusTag> },
    { key: 'created', title: t('field.created'), sortBy: 'created', render: row => <DateText value={row.createdAt} /> },
  ];
  return (
    <>
      <PageHeader title={t('webhook.title')} lead={t('webhook.lead')} actions={can('bank-webhook.create') && <ButtonLink to={`${base}/bank-webhooks/new`} kind="primary">{t('webhook.add')}</ButtonLink>} />
      <TabLinks label={t('webhook.title')} active={shown} tabs={(['addresses', 'deliveries'] as const).map(key => ({ key, label: t(`webhook.tabs.${key}`) }))} />
      {shown === 'deliveries' ? <Deliveries /> : (
        <DataTable<Webhook>
          caption={t('webhook.title')}
          path={WEBHOOKS}
          columns={columns}
          rowKey={row => row.id}
          rowLink={row => `${base}/bank-webhooks/${row.id}`}
          defaultSort="-created"
          searchHint={t('webhook.search')}
          filters={[{ name: 'state', label: t('field.status'), options: (['active', 'paused', 'removed'] as const).map(value => ({ value, label: t(`webhook.state.${value}`) })) }]}
          empty={<EmptyState title={t('webhook.empty')}>{t('webhook.emptyHint')}</EmptyState>}
        />
      )}
    </>
  );
}
