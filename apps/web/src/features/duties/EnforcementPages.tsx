import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest, withQuery } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { DutyTabs } from './DutyTabs';
import { enforcementPath, KINDS, OUTCOMES, STATUS_TONES, type Enforcement } from './model';

const overdueDays = ({ duty }: Enforcement): number => Math.max(0, duty.lateDays ?? -duty.daysLeft);

/** Overdue duties, the longest overdue first. */
export function EnforcementListPage() {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  const columns: Column<Enforcement>[] = [
    { key: 'title', title: t('list.column.title'), lead: true, render: row => textOf(row.duty.title) },
    { key: 'enterprise', title: t('list.column.site'), render: row => `${row.duty.enterpriseName} · ${row.duty.siteName}` },
    { key: 'dueOn', title: t('enforcement.column.dueOn'), sortBy: 'dueOn', render: row => <DateText value={row.duty.dueOn} /> },
    { key: 'days', title: t('enforcement.column.days'), align: 'end', render: row => <span className="hb-num">{t('enforcement.days', { count: overdueDays(row) })}</span> },
    { key: 'state', title: t('enforcement.column.state'), render: row => <StatusTag tone={row.state === 'open' ? 'danger' : 'done'}>{row.outcome ? t(`outcome.${row.outcome}`) : t('enforcement.open')}</StatusTag> },
  ];
  return (
    <>
      <PageHeader title={t('enforcement.title')} lead={t('enforcement.lead')} />
      <DutyTabs active="enforcement" />
      <DataTable<Enforcement>
        caption={t('enforcement.title')}
        path={enforcementPath}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/duty-enforcement/${row.id}`}
        searchHint={t('list.search')}
        defaultSort="dueOn"
        filters={[
          { name: 'state', label: t('enforcement.column.state'), options: [{ value: 'open', label: t('enforcement.open') }, { value: 'closed', label: t('enforcement.closed') }] },
          { name: 'kind', label: t('list.column.kind'), options: KINDS.map(value => ({ value, label: t(`kind.${value}`) })) },
          { name: 'outcome', label: t('enforcement.outcome'), options: OUTCOMES.map(value => ({ value, label: t(`outcome.${value}`) })) },
          { name: 'overdueDays', label: t('enforcement.atLeast'), options: ['7', '30', '90', '180'].map(value => ({ value, label: t('enforcement.days', { count: Number(value) }) })) },
        ]}
        onExport={async query => location.assign(withQuery(`${enforcementPath}/export`, query))}
        empty={<EmptyState title={t('enforcement.empty')}>{t('enforcement.emptyHint')}</EmptyState>}
      />
    </>
  );
}

/** One overdue duty on the desk of enforcement. */
export function EnforcementPage() {
  const { taskId = '' } = useParams({ strict: false }) as { taskId?: string };
  const task = useQuery(readPath<Enforcement>(`${enforcementPath}/${taskId}`));
  if (task.error) return <RouteErrorPage error={task.error} />;
  if (!task.data) return <PageSkeleton />;
  return <Whole task={task.data} />;
}

function Whole({ task }: { readonly task: Enforcement }) {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  const { duty } = task;
  const [open, setOpen] = useState(false);
  const closes = task.state === 'open' && duty.actions.includes('duty.enforce');
  const rows = [
    { label: t('enforcement.column.days'), value: t('enforcement.days', { count: overdueDays(task) }) },
    { label: t('enforcement.column.dueOn'), value: <DateText value={duty.dueOn} /> },
    { label: t('enforcement.openedOn'), value: <DateText value={task.openedOn} /> },
    { label: t('list.column.site'), value: `${duty.enterpriseName} · ${duty.siteName}` },
    { label: t('detail.content'), value: textOf(duty.content) },
    { label: t('detail.basis'), value: `${duty.legalBasis}${duty.verified ? '' : t('detail.unverified')}` },
    { label: t('enforcement.dutyState'), value: <><StatusTag tone={STATUS_TONES[duty.status]}>{t(`status.${duty.status}`)}</StatusTag>{duty.doneNote && ` ${duty.doneByName ?? ''}：${duty.doneNote}`}</> },
    ...(task.outcome ? [{ label: t('enforcement.outcome'), value: `${t(`outcome.${task.outcome}`)}：${task.note ?? ''}` }, { label: t('enforcement.closedBy'), value: <>{task.closedByName} <DateText value={String(task.closedAt)} time /></> }] : []),
  ];
  return (
    <>
      <PageHeader
        title={textOf(duty.title)}
        back={{ to: `${base}/duty-enforcement`, label: t('enforcement.title') }}
        tags={<StatusTag tone={task.state === 'open' ? 'danger' : 'done'}>{task.outcome ? t(`outcome.${task.outcome}`) : t('enforcement.open')}</StatusTag>}
        actions={closes && <Button type="primary" onClick={() => setOpen(true)}>{t('enforcement.close')}</Button>}
      />
      <div className="hb-stack">
        <SummaryList groups={[{ title: t('enforcement.facts'), rows }]} />
        <p className="hb-row">
          <AppLink to={`${base}/duties/${duty.id}`}>{t('enforcement.toDuty')}</AppLink>
          <AppLink to={`${base}/certificates/${duty.permitId}`}>{t('detail.permit')}</AppLink>
          <AppLink to={`${base}/duties/calendar?enterpriseId=${duty.enterpriseId}&view=agenda&month=${duty.dueOn.slice(0, 7)}`}>{t('enforcement.toCalendar')}</AppLink>
        </p>
      </div>
      <CloseDialog task={task} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

function CloseDialog({ task, open, onClose }: { readonly task: Enforcement; readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('duties');
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number] | ''>('');
  const close = async (note: string): Promise<void> => {
    await rest('POST', `${enforcementPath}/${task.id}/close`, { body: { outcome, note }, version: task.version });
    await queries.invalidateQueries();
  };
  return (
    <ConfirmAct open={open} title={t('enforcement.closeTitle')} act={t('enforcement.close')} ready={outcome !== ''} reason={{ label: t('enforcement.note'), required: true }} onConfirm={close} onClose={onClose}>
      <Radio.Group
        aria-label={t('enforcement.outcome')} value={outcome} onChange={event => setOutcome(event.target.value as (typeof OUTCOMES)[number])} style={{ display: 'grid', gap: 8 }}
        options={OUTCOMES.map(value => ({ value, label: <><strong>{t(`outcome.${value}`)}</strong> <span className="hb-muted">{t(`enforcement.meaning.${value}`)}</span></> }))}
      />
    </ConfirmAct>
  );
}
