import { useTranslation } from 'react-i18next';
import { withQuery } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { KINDS, reportsPath, STATE_TONES, STATES, type ReportRow } from './model';
import { ToWrite } from './ToWrite';
import './reports.css';

/** Execution reports: for holders and firms what is to be written and what was; for the bureau its queue. */
export function ListPage() {
  const { t } = useTranslation('reports');
  const { base, can } = useSession();
  const officer = base.startsWith('/b/');
  const columns: Column<ReportRow>[] = [
    { key: 'title', title: t('list.report'), lead: true, render: row => textOf(row.title) },
    { key: 'site', title: t('list.site'), render: row => `${row.enterpriseName} · ${row.siteName}` },
    { key: 'dueOn', title: t('list.dueOn'), sortBy: 'dueOn', render: row => <DateText value={row.dueOn} /> },
    { key: 'state', title: t('list.state'), render: row => <StatusTag tone={STATE_TONES[row.state]}>{t(`state.${row.state}`)}</StatusTag> },
    { key: 'submittedAt', title: t('list.submittedAt'), sortBy: 'submittedAt', render: row => <Submitted row={row} /> },
  ];
  return (
    <>
      <PageHeader title={t(officer ? 'queue.title' : 'list.title')} lead={t(officer ? 'queue.lead' : 'list.lead')} />
      {!officer && can('execution-report.create') && <ToWrite />}
      <DataTable<ReportRow>
        caption={t('list.title')}
        path={reportsPath}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/reports/${row.id}`}
        searchHint={t('list.search')}
        defaultSort={officer ? 'submittedAt' : '-dueOn'}
        filters={[
          { name: 'state', label: t('list.state'), options: STATES.filter(state => !officer || state !== 'draft').map(value => ({ value, label: t(`state.${value}`) })) },
          { name: 'kind', label: t('list.kind'), options: KINDS.map(value => ({ value, label: t(`kind.${value}`) })) },
          { name: 'timeliness', label: t('list.timeliness'), options: (['in-time', 'late'] as const).map(value => ({ value, label: t(`timeliness.${value}`) })) },
        ]}
        empty={<EmptyState title={t(officer ? 'queue.empty' : 'list.empty')}>{t(officer ? 'queue.emptyHint' : 'list.emptyHint')}</EmptyState>}
        onExport={query => Promise.resolve(location.assign(withQuery(`${reportsPath}/export`, query)))}
      />
    </>
  );
}

function Submitted({ row }: { readonly row: ReportRow }) {
  const { t } = useTranslation('reports');
  if (!row.submittedAt) return <span className="hb-muted">{t('list.notYet')}</span>;
  return (
    <span className="hb-row" style={{ gap: 6 }}>
      <DateText value={row.submittedAt} time />
      {(row.lateDays ?? 0) > 0 && <StatusTag tone="danger">{t('late', { days: row.lateDays ?? 0 })}</StatusTag>}
    </span>
  );
}
