import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { readPath, withQuery } from '@/api/rest';
import type { Duty } from '@/features/duties/model';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { useBeginReport } from './begin-report';
import { KINDS, reportsPath, STATE_TONES, STATES, type ReportRow } from './model';
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

const SHOWN = 6;

/** Reports that are due and that nobody has begun: a click begins them. */
function ToWrite() {
  const { t } = useTranslation('reports');
  const duties = useQuery(readPath<Page<Duty>>('/api/v1/duties', { open: 'true', limit: 200 }));
  const begun = useQuery(readPath<Page<ReportRow>>(reportsPath, { limit: 200 }));
  const { begin, busy, error } = useBeginReport();
  const known = new Set((begun.data?.items ?? []).map(row => row.dutyId));
  const open = (duties.data?.items ?? []).filter(duty => duty.kind.startsWith('report-') && !known.has(duty.id) && duty.actions.includes('duty.do')).slice(0, SHOWN);
  if (open.length === 0 || !begun.data) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('list.toWrite')}</h2>
      <ProblemAlert error={error} />
      <ul className="hb-plain-list hb-stack" style={{ gap: 10 }}>
        {open.map(duty => (
          <li key={duty.id} className="hb-report__due">
            <span>
              <strong>{textOf(duty.title)}</strong> <span className="hb-muted">{duty.siteName}</span>
            </span>
            <DeadlineBadge remaining={duty.daysLeft} due={duty.dueOn} provisional={duty.provisional} unit="day" />
            <Button loading={busy === duty.id} disabled={busy !== null} onClick={() => void begin(duty.id)} aria-label={`${t('begin')} ${textOf(duty.title)}`}>
              {t('begin')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
