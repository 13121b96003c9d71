import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { CLIENT_SCOPES, CLIENT_TONE, CLIENTS, type Client } from './model';

/** Programs of banks: the bank's own; at the bureau those of all its banks. */
export function ClientListPage() {
  const { t } = useTranslation('banks');
  const { base, can } = useSession();
  const isBank = base.startsWith('/k/');
  const columns: Column<Client>[] = [
    { key: 'name', title: t('client.name'), lead: true, render: row => row.name },
    ...(isBank ? [] : [{ key: 'bank', title: t('field.bank'), render: (row: Client) => row.bankName }]),
    { key: 'id', title: t('client.clientId'), wideOnly: true, render: row => <span className="hb-num">{row.clientId}</span> },
    { key: 'scopes', title: t('client.scopes'), render: row => row.scopes.map(one => t(`clientScope.${one}`)).join('、') },
    { key: 'state', title: t('field.status'), render: row => <StatusTag tone={CLIENT_TONE[row.state]}>{t(`client.state.${row.state}`)}</StatusTag> },
    { key: 'proposed', title: t('client.proposed'), sortBy: 'proposed', render: row => <DateText value={row.proposedAt} /> },
    { key: 'used', title: t('client.used'), render: row => <DateText value={row.lastUsedAt} time /> },
  ];
  return (
    <>
      <PageHeader title={t('client.title')} lead={t(isBank ? 'client.lead' : 'client.leadBureau')} actions={can('bank-client.propose') && <ButtonLink to={`${base}/bank-clients/new`} kind="primary">{t('client.propose')}</ButtonLink>} />
      <DataTable<Client>
        caption={t('client.title')}
        path={CLIENTS}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/bank-clients/${row.id}`}
        defaultSort="-proposed"
        searchHint={t('client.search')}
        onExport={query => download(`${CLIENTS}/export`, query, `${t('client.title')}.xlsx`)}
        filters={[
          { name: 'state', label: t('field.status'), options: (['proposed', 'approved', 'refused', 'revoked'] as const).map(value => ({ value, label: t(`client.state.${value}`) })) },
          { name: 'scope', label: t('client.scopes'), options: CLIENT_SCOPES.map(value => ({ value, label: t(`clientScope.${value}`) })) },
        ]}
        empty={<EmptyState title={t('client.empty')}>{isBank && t('client.emptyHint')}</EmptyState>}
      />
    </>
  );
}
