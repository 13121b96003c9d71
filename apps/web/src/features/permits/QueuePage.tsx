import { useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath, withQuery } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import { useBusinessFilters, useStateFilter } from './case-filters';
import { toneOf, type CaseRow } from './model';

const QUEUE = '/api/v1/cases';
/** Other procedures have queues of their own. */
const MATTER = { matter: 'permits' };
const REFETCH_MS = 30_000;

interface Counts {
  readonly unclaimed: number;
  readonly mine: number;
  readonly given: number;
  readonly all: number;
}

/** What a colleague gave the reader to do in the case, and by when. */
function Errands({ row }: { readonly row: CaseRow }) {
  return (
    <ul className="hb-plain-list">
      {(row.errands ?? []).map(one => (
        <li key={textOf(one.label)}>
          {textOf(one.label)} {one.dueOn && <DateText value={one.dueOn} />}
        </li>
      ))}
    </ul>
  );
}

/** The officer's queue: fewest days left first. */
export function QueuePage() {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  const tab = (useSearch({ strict: false }) as Record<string, string>)['tab'] ?? 'unclaimed';
  const counts = useQuery({ ...readPath<Counts>(`${QUEUE}/counts`, MATTER), refetchInterval: REFETCH_MS });
  const columns: Column<CaseRow>[] = [
    { key: 'title', title: t('queue.column.title'), lead: true, render: row => row.title },
    ...(tab === 'given' ? [{ key: 'errands', title: t('queue.column.errands'), render: row => <Errands row={row} /> } satisfies Column<CaseRow>] : []),
    { key: 'party', title: t('queue.column.party'), render: row => (row.agentName ? `${row.partyName}（${row.agentName}）` : row.partyName) },
    { key: 'number', title: t('queue.column.number'), render: row => <span className="hb-num">{row.number ?? '—'}</span> },
    { key: 'state', title: t('queue.column.state'), render: row => <StatusTag tone={toneOf(row.state)}>{textOf(row.stateLabel)}</StatusTag> },
    { key: 'remaining', title: t('queue.column.remaining'), sortBy: 'remaining', render: row => <DeadlineBadge remaining={row.remainingDays} due={row.dueOn} provisional={row.dueProvisional} paused={row.clockPaused} /> },
    { key: 'claimed', title: t('queue.column.claimed'), render: row => row.claimedByName ?? <span className="hb-muted">—</span> },
    { key: 'submitted', title: t('queue.column.submitted'), render: row => <DateText value={row.submittedAt} time /> },
  ];
  const count = (key: string): string => (counts.data && key in counts.data ? `（${counts.data[key as keyof Counts]}）` : '');
  return (
    <>
      <PageHeader title={t('queue.title')} lead={t('queue.lead')} />
      <TabLinks label={t('queue.title')} active={tab} tabs={(['unclaimed', 'mine', 'given', 'all', 'closed'] as const).map(key => ({ key, label: t(`queue.tabs.${key}`) + count(key) }))} />
      <DataTable<CaseRow>
        key={tab}
        caption={t('queue.caption')}
        path={QUEUE}
        query={{ tab, ...MATTER }}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/${row.page}/${row.id}`}
        searchHint={t('queue.search')}
        filters={[
          { name: 'due', label: t('queue.dueLabel'), options: (['overdue', 'today', 'soon', 'paused'] as const).map(value => ({ value, label: t(`queue.due.${value}`) })) },
          { name: 'kind', label: t('queue.kindLabel'), options: (['permit-application', 'permit-request', 'permit-measure'] as const).map(value => ({ value, label: t(`queue.kind.${value}`) })) },
          useStateFilter('bureau'),
          ...useBusinessFilters(),
        ]}
        empty={<EmptyState title={t('queue.empty')}>{t('queue.emptyHint')}</EmptyState>}
        refetchMs={REFETCH_MS}
        onExport={async query => location.assign(withQuery(`${QUEUE}/export`, query))}
      />
    </>
  );
}
