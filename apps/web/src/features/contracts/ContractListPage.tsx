import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText, Money } from '@/shared/ui/values';
import { download } from '../market/download';
import { KINDS } from '../market/model';
import { CONTRACT_STATES, contractsPath, type ContractItem } from './model';

const TABS = ['open', 'ended'] as const;

/** Contracts of the own side, the next day first; what is late says so in words. */
export function ContractListPage() {
  const { t } = useTranslation('contracts');
  const { base, organisation } = useSession();
  const english = useLanguage() === 'en';
  const { tab = 'open' } = useSearch({ strict: false }) as { tab?: string };
  const firm = organisation?.orgKind === 'firm';
  const columns: Column<ContractItem>[] = [
    {
      key: 'title', title: t('list.column.title'), lead: true,
      render: row => (
        <>
          {row.title}
          {row.number && <span className="hb-small hb-muted hb-num"> {row.number}</span>}
        </>
      ),
    },
    { key: 'other', title: t(firm ? 'list.column.enterprise' : 'list.column.firm'), render: row => (firm ? row.enterpriseName : row.firmName) },
    { key: 'price', title: t('list.column.price'), align: 'end', sortBy: 'price', render: row => <Money yuan={row.priceYuan} /> },
    { key: 'due', title: t('list.column.due'), sortBy: 'due', render: row => <DateText value={row.standing.due} /> },
    { key: 'state', title: t('list.column.state'), render: row => (english ? row.stateEn : row.stateZh) },
    { key: 'standing', title: t('list.column.standing'), render: row => <StatusTag tone={row.standing.tone}>{english ? row.standing.en : row.standing.zh}</StatusTag> },
  ];
  return (
    <>
      <PageHeader title={t('list.title')} lead={t(firm ? 'list.leadFirm' : 'list.leadEnterprise')} />
      <TabLinks label={t('list.title')} active={tab} tabs={TABS.map(key => ({ key, label: t(`list.tabs.${key}`) }))} />
      <DataTable<ContractItem>
        key={tab}
        caption={t('list.caption')}
        path={contractsPath}
        query={{ tab }}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/contracts/${row.id}`}
        defaultSort={tab === 'open' ? 'due' : '-awarded'}
        searchHint={t('list.search')}
        onExport={query => download(`${contractsPath}/export`, query, `${t('list.title')}.xlsx`)}
        filters={[
          { name: 'state', label: t('list.column.state'), options: CONTRACT_STATES.filter(one => (one.value === 'closed' || one.value === 'lapsed' || one.value === 'revoked') === (tab === 'ended')) },
          { name: 'kind', label: t('list.kind'), options: KINDS },
          ...(tab === 'open' ? [{ name: 'late', label: t('list.late'), options: [{ value: 'true', label: t('list.onlyLate') }] }] : []),
        ]}
        empty={<EmptyState title={t(`list.empty.${tab === 'ended' ? 'ended' : 'open'}`)}>{tab === 'open' && t(firm ? 'list.emptyHintFirm' : 'list.emptyHintEnterprise')}</EmptyState>}
      />
    </>
  );
}
