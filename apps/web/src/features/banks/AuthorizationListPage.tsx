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
import { download } from '../market/download';
import { AUTHORIZATIONS, GROUPS, PURPOSES, STATUS_TONE, type Authorization } from './model';

const TABS = ['living', 'waiting', 'ended'] as const;

/** What enterprises let banks know: the bank's list, or the enterprise's. */
export function AuthorizationListPage() {
  const { t } = useTranslation('banks');
  const { base, can } = useSession();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const shown = TABS.find(one => one === tab) ?? 'living';
  const isBank = base.startsWith('/k/');
  const side = isBank ? 'bank' : 'enterprise';
  const columns: Column<Authorization>[] = [
    { key: 'other', title: t(isBank ? 'field.enterprise' : 'field.bank'), lead: true, render: row => (isBank ? row.enterpriseName : row.bankName) },
    { key: 'number', title: t('field.number'), render: row => <span className="hb-num">{row.number}</span> },
    { key: 'status', title: t('field.status'), render: row => <StatusTag tone={STATUS_TONE[row.status]}>{t(`status.${row.status}`)}</StatusTag> },
    { key: 'purpose', title: t('field.purpose'), render: row => t(`purpose.${row.purpose}`) },
    { key: 'scopes', title: t('field.scopes'), wideOnly: true, render: row => (row.scopes ?? row.askedScopes ?? []).map(one => t(`group.${one}.short`)).join('、') },
    { key: 'term', title: t('field.term'), sortBy: 'to', render: row => <span><DateText value={row.fromOn ?? row.askedFrom} /> – <DateText value={row.toOn ?? row.askedTo} /></span> },
    ...(shown === 'waiting' ? [{ key: 'answer', title: t('field.answerBy'), render: (row: Authorization) => <DateText value={row.answerBy} /> }] : [{ key: 'created', title: t('field.created'), sortBy: 'created', render: (row: Authorization) => <DateText value={row.createdAt} /> }]),
  ];
  const mayMake = can(isBank ? 'bank-authorization.request' : 'bank-authorization.grant');
  return (
    <>
      <PageHeader title={t(`list.title.${side}`)} lead={t(`list.lead.${side}`)} actions={mayMake && <ButtonLink to={`${base}/bank-authorizations/new`} kind="primary">{t(`list.make.${side}`)}</ButtonLink>} />
      <TabLinks label={t(`list.title.${side}`)} active={shown} tabs={TABS.map(key => ({ key, label: t(`list.tabs.${key}`) }))} />
      <DataTable<Authorization>
        key={shown}
        caption={t(`list.title.${side}`)}
        path={AUTHORIZATIONS}
        query={{ tab: shown }}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/bank-authorizations/${row.id}`}
        defaultSort={shown === 'living' ? 'to' : '-created'}
        searchHint={t('list.search')}
        onExport={query => download(`${AUTHORIZATIONS}/export`, query, `${t(`list.title.${side}`)}.xlsx`)}
        filters={[
          { name: 'purpose', label: t('field.purpose'), options: PURPOSES.map(value => ({ value, label: t(`purpose.${value}`) })) },
          { name: 'scope', label: t('field.scopes'), options: GROUPS.map(value => ({ value, label: t(`group.${value}.short`) })) },
        ]}
        empty={<EmptyState title={t(`list.empty.${shown}`)}>{t(`list.emptyHint.${side}`)}</EmptyState>}
      />
    </>
  );
}
