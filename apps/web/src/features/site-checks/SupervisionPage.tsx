import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import type { Supervision, Workload } from './model';

const LIST = '/api/v1/supervisions';
const LEVELS = ['due-soon', 'overdue', 'pause-over'] as const;

/** 督办: what is nearly over, overdue or paused too long and waits for the supervisor's answer; how much lies with whom. */
export function SupervisionPage() {
  const { t } = useTranslation('site-checks');
  const { base } = useSession();
  const client = useQueryClient();
  const tab = (useSearch({ strict: false }) as Record<string, string>)['tab'] === 'answered' ? 'answered' : 'open';
  const [answering, setAnswering] = useState<Supervision | null>(null);
  const columns: Column<Supervision>[] = [
    { key: 'case', title: t('supervise.column.case'), lead: true, render: row => `${row.case?.title ?? ''} ${row.case?.number ?? ''}` },
    { key: 'level', title: t('supervise.column.level'), render: row => <StatusTag tone={row.level === 'overdue' ? 'danger' : 'warning'}>{t(`supervise.level.${row.level}`)}</StatusTag> },
    { key: 'remaining', title: t('supervise.column.remaining'), render: row => row.case && <DeadlineBadge remaining={row.case.remainingDays} due={row.case.dueOn} provisional={row.case.dueProvisional} paused={row.case.clockPaused} /> },
    { key: 'officer', title: t('supervise.column.officer'), render: row => row.case?.claimedByName ?? <span className="hb-muted">{t('supervise.unclaimed')}</span> },
    { key: 'raisedAt', title: t('supervise.column.raisedAt'), render: row => <DateText value={row.raisedAt} time /> },
    ...(tab === 'answered' ? [{ key: 'answer', title: t('supervise.column.answer'), render: (row: Supervision) => `${row.answer ?? ''}（${row.answeredByName ?? ''}）` }] : []),
  ];
  return (
    <>
      <PageHeader title={t('supervise.title')} lead={t('supervise.lead')} />
      <TabLinks label={t('supervise.title')} active={tab} tabs={(['open', 'answered'] as const).map(key => ({ key, label: t(`supervise.tabs.${key}`) }))} />
      <DataTable<Supervision>
        key={tab}
        caption={t('supervise.caption')}
        path={LIST}
        query={{ state: tab }}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/${row.case?.page ?? 'permits'}/${row.caseId}`}
        rowActions={row => (row.answeredAt === null ? <Button type="primary" size="small" onClick={() => setAnswering(row)}>{t('supervise.answer')}</Button> : null)}
        searchHint={t('supervise.search')}
        filters={[{ name: 'level', label: t('supervise.column.level'), options: LEVELS.map(value => ({ value, label: t(`supervise.level.${value}`) })) }]}
        empty={<EmptyState title={t(tab === 'open' ? 'supervise.none' : 'supervise.noneAnswered')} />}
      />
      <LoadOfOfficers />
      <ConfirmAct
        open={answering !== null}
        title={t('supervise.answer')}
        act={t('supervise.answer')}
        reason={{ label: t('supervise.text'), required: true }}
        onConfirm={async text => {
          await rest('POST', `${LIST}/${answering?.id ?? ''}/answer`, { body: { text } });
          await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(LIST) });
        }}
        onClose={() => setAnswering(null)}
      />
    </>
  );
}

function LoadOfOfficers() {
  const { t } = useTranslation('site-checks');
  const load = useQuery(readPath<readonly Workload[]>(`${LIST}/workload`));
  return (
    <section className="hb-card" style={{ marginBlockStart: 16 }}>
      <h2>{t('supervise.load')}</h2>
      <ProblemAlert error={load.error} />
      {load.data?.length === 0 && <p className="hb-muted">{t('supervise.noLoad')}</p>}
      <ul className="hb-plain-list">
        {load.data?.map(one => (
          <li key={one.userId} className="hb-row">
            <strong>{one.name}</strong>
            <span>{t('supervise.counts', { open: one.open, overdue: one.overdue, soon: one.dueSoon })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
