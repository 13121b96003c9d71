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
import { DISPUTE_TONES, disputesPath, type DisputeRow } from './disputes';

const TABS = ['open', 'ended'] as const;

/** The bureau's desk of contract disputes. */
export function DisputeListPage() {
  const { t } = useTranslation('contracts');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  const { tab = 'open' } = useSearch({ strict: false }) as { tab?: string };
  const columns: Column<DisputeRow>[] = [
    { key: 'title', title: t('list.column.title'), lead: true, render: row => row.title },
    { key: 'enterprise', title: t('side.enterprise'), render: row => row.enterpriseName },
    { key: 'firm', title: t('side.firm'), render: row => row.firmName },
    { key: 'side', title: t('disputes.by'), render: row => t(`side.${row.side}`) },
    { key: 'amount', title: t('disputes.amount'), align: 'end', render: row => <Money yuan={row.amountYuan} /> },
    { key: 'opened', title: t('disputes.opened'), sortBy: 'opened', render: row => <><DateText value={row.openedAt} /> <span className="hb-small hb-muted">{t('terms.days', { count: row.daysOpen })}</span></> },
    { key: 'mediator', title: t('disputes.mediator'), render: row => row.takenByName ?? <span className="hb-muted">{t('disputes.nobody')}</span> },
    { key: 'state', title: t('list.column.state'), render: row => <StatusTag tone={DISPUTE_TONES[row.state]}>{english ? row.stateEn : row.stateZh}</StatusTag> },
  ];
  return (
    <>
      <PageHeader title={t('disputes.title')} lead={t('disputes.lead')} />
      <TabLinks label={t('disputes.title')} active={tab} tabs={TABS.map(key => ({ key, label: t(`list.tabs.${key}`) }))} />
      <DataTable<DisputeRow>
        key={tab}
        caption={t('disputes.title')}
        path={disputesPath}
        query={{ tab }}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/disputes/${row.id}`}
        defaultSort={tab === 'open' ? 'opened' : '-opened'}
        searchHint={t('disputes.search')}
        onExport={query => download(`${disputesPath}/export`, query, `${t('disputes.title')}.xlsx`)}
        empty={<EmptyState title={t(tab === 'ended' ? 'disputes.emptyEnded' : 'disputes.empty')} />}
      />
    </>
  );
}
