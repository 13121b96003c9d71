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
import { useRetainerFilter, useVisitFilter } from './list-filters';
import { FINDINGS, SEVERITIES, SEVERITY_TONES, toneOf, type FindingItem } from './model';
import { useArea } from './RetainerListPage';

const TABS = ['open', 'closed'] as const;

/** Findings of the own side, the next day first. */
export function FindingListPage() {
  const { t } = useTranslation('stewardship');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  const area = useArea();
  const { tab = 'open' } = useSearch({ strict: false }) as { tab?: string };
  const shown = tab === 'closed' ? 'closed' : 'open';
  const [retainers, visits] = [useRetainerFilter(), useVisitFilter()];
  const columns: Column<FindingItem>[] = [
    { key: 'place', title: t('findings.column.place'), lead: true, render: row => `${row.place}：${row.description}` },
    ...(area === 'f' ? [{ key: 'enterprise', title: t('findings.column.enterprise'), render: (row: FindingItem) => row.enterpriseName }] : []),
    { key: 'topic', title: t('findings.column.topic'), wideOnly: true, render: row => row.topic },
    { key: 'severity', title: t('findings.column.severity'), render: row => <StatusTag tone={SEVERITY_TONES[row.severity]}>{t(`severity.${row.severity}`)}</StatusTag> },
    { key: 'due', title: t('findings.column.due'), sortBy: 'due', render: row => <><DateText value={row.dueOn} /> {row.late && <StatusTag tone="danger">{t(row.state === 'answered' ? 'findings.recheckOverdue' : 'findings.overdue')}</StatusTag>}</> },
    { key: 'state', title: t('findings.column.state'), render: row => <StatusTag tone={toneOf(row)}>{english ? row.stateEn : row.stateZh}</StatusTag> },
  ];
  return (
    <>
      <PageHeader title={t('findings.title')} lead={t(area === 'f' ? 'findings.lead.f' : 'findings.lead.e')} />
      <TabLinks label={t('findings.title')} active={shown} tabs={TABS.map(key => ({ key, label: t(`findings.tabs.${key}`) }))} />
      <DataTable<FindingItem>
        key={shown}
        caption={t('findings.caption')}
        path={FINDINGS}
        query={{ tab: shown }}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/steward-findings/${row.id}`}
        defaultSort={shown === 'open' ? 'due' : '-due'}
        searchHint={t('findings.search')}
        onExport={query => download(`${FINDINGS}/export`, query, `${t('findings.title')}.xlsx`)}
        filters={[
          ...retainers, ...visits,
          { name: 'severity', label: t('findings.column.severity'), options: SEVERITIES.map(value => ({ value, label: t(`severity.${value}`) })) },
          ...(shown === 'open' ? [{ name: 'late', label: t('findings.late'), options: [{ value: 'true', label: t('findings.onlyLate') }] }] : []),
        ]}
        empty={<EmptyState title={t(`findings.empty.${shown}`)}>{t('findings.emptyHint')}</EmptyState>}
      />
    </>
  );
}
