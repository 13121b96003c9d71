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
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { useRetainerFilter } from './list-filters';
import { toneOf, VISITS, type VisitItem } from './model';

const TABS = ['open', 'past'] as const;

/** Visits of the own side, the next one first. */
export function VisitListPage() {
  const { t } = useTranslation('stewardship');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  const { tab = 'open' } = useSearch({ strict: false }) as { tab?: string };
  const shown = tab === 'past' ? 'past' : 'open';
  const retainers = useRetainerFilter();
  const columns: Column<VisitItem>[] = [
    { key: 'enterprise', title: t('visits.column.enterprise'), lead: true, render: row => row.enterpriseName },
    { key: 'planned', title: t('visits.column.planned'), sortBy: 'planned', render: row => <DateText value={row.plannedOn} /> },
    ...(shown === 'past' ? [{ key: 'held', title: t('visits.column.held'), render: (row: VisitItem) => <DateText value={row.heldOn} /> }, { key: 'problems', title: t('visits.column.problems'), align: 'end' as const, render: (row: VisitItem) => row.problems ?? '' }] : []),
    { key: 'visitor', title: t('visits.column.visitor'), render: row => row.visitorName },
    { key: 'state', title: t('visits.column.state'), render: row => <StatusTag tone={toneOf(row)}>{english ? row.standingEn : row.standingZh}</StatusTag> },
  ];
  return (
    <>
      <PageHeader title={t('visits.title')} lead={t('visits.lead')} />
      <TabLinks label={t('visits.title')} active={shown} tabs={TABS.map(key => ({ key, label: t(`visits.tabs.${key}`) }))} />
      <DataTable<VisitItem>
        key={shown}
        caption={t('visits.caption')}
        path={VISITS}
        query={{ tab: shown }}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/steward-visits/${row.id}`}
        defaultSort={shown === 'open' ? 'planned' : '-planned'}
        searchHint={t('visits.search')}
        onExport={query => download(`${VISITS}/export`, query, `${t('visits.title')}.xlsx`)}
        filters={[...retainers, ...(shown === 'open' ? [{ name: 'missed', label: t('visits.missed'), options: [{ value: 'true', label: t('visits.onlyMissed') }] }] : [])]}
        empty={<EmptyState title={t(`visits.empty.${shown}`)}>{t('visits.emptyHint')}</EmptyState>}
      />
    </>
  );
}
