import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf, useLanguage } from '@/i18n';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { now } from '@/shared/time/time';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { KINDS, STAGES, toneOf, type FirmItem, type Task, type TaskItem } from './model';
import { useTaskColumns } from './TaskListPage';
import { useFacts } from './task-facts';

/** Tasks for everybody. */
export function PublicTasksPage() {
  const { t } = useTranslation('market');
  const columns = useTaskColumns().map(({ sortBy: _sortBy, ...column }) => column);
  return (
    <div className="hb-container">
      <PageHeader title={t('tasks.title')} lead={t('tasks.leadPublic')} />
      <DataTable<TaskItem>
        caption={t('tasks.caption')}
        path="/api/v1/public/service-tasks"
        columns={columns}
        rowKey={task => task.id}
        rowLink={task => `/tasks/${task.id}`}
        searchHint={t('tasks.search')}
        filters={[{ name: 'kind', label: t('tasks.filterKind'), options: KINDS }, { name: 'stage', label: t('tasks.filterStage'), options: STAGES }]}
        empty={<EmptyState title={t('tasks.emptyOpen')} />}
      />
    </div>
  );
}

export function PublicTaskPage() {
  const { t } = useTranslation('market');
  const { taskId = '' } = useParams({ strict: false }) as { taskId?: string };
  const task = useQuery(readPath<Task>(`/api/v1/public/service-tasks/${taskId}`));
  if (task.isPending) return <PageSkeleton />;
  if (task.error) return <RouteErrorPage error={task.error} />;
  return <PublicTask task={task.data} back={t('task.back')} />;
}

function PublicTask({ task, back }: { readonly task: Task; readonly back: string }) {
  const { t } = useTranslation('market');
  const english = useLanguage() === 'en';
  const open = task.state === 'published' && Date.parse(task.bidDeadline) > now().valueOf();
  return (
    <>
      <PageHeader title={task.title} back={{ to: '/tasks', label: back }} tags={<><StatusTag tone={toneOf(task.state)}>{english ? task.stateEn : task.stateZh}</StatusTag><span className="hb-num hb-muted">{task.number}</span></>} actions={open && <ButtonLink to="/login" kind="primary">{t('task.signInToBid')}</ButtonLink>} />
      <div className="hb-stack">
        {open && <Alert type="info" showIcon title={t('task.openHint')} />}
        <SummaryList groups={[{ title: t('task.facts'), rows: useFacts({ ...task, openingRecordFileId: null }) }]} />
      </div>
    </>
  );
}

/** The register of verified firms. */
export function PublicFirmsPage() {
  const { t } = useTranslation('market');
  const columns: Column<FirmItem>[] = [
    { key: 'name', title: t('firms.column.name'), lead: true, render: firm => firm.firmName },
    { key: 'services', title: t('firms.column.services'), render: firm => firm.services.map(service => service.title).join('、') },
    { key: 'qualifications', title: t('firms.column.qualifications'), render: firm => firm.qualificationKinds.join('、') || t('firms.none') },
    { key: 'score', title: t('firms.column.score'), render: firm => (firm.score ? t('firms.scored', { score: firm.score, count: firm.ratings }) : t('firms.noScore')) },
  ];
  return (
    <div className="hb-container">
      <PageHeader title={t('firms.title')} lead={t('firms.lead')} />
      <DataTable<FirmItem>
        caption={t('firms.caption')}
        path="/api/v1/public/firms"
        columns={columns}
        rowKey={firm => firm.firmId}
        rowLink={firm => `/firms/${firm.firmId}`}
        searchHint={t('firms.search')}
        filters={[{ name: 'kind', label: t('tasks.filterKind'), options: KINDS }, { name: 'stage', label: t('tasks.filterStage'), options: STAGES }]}
        empty={<EmptyState title={t('firms.empty')} />}
      />
    </div>
  );
}

interface Firm extends FirmItem {
  readonly qualifications: readonly { readonly kind: string; readonly number: string; readonly issuer: string; readonly validTo: string }[];
}

export function PublicFirmPage() {
  const { t } = useTranslation('market');
  const { firmId = '' } = useParams({ strict: false }) as { firmId?: string };
  const firm = useQuery(readPath<Firm>(`/api/v1/public/firms/${firmId}`));
  if (firm.isPending) return <PageSkeleton />;
  if (firm.error) return <RouteErrorPage error={firm.error} />;
  const { firmName, intro, services, qualifications, score, ratings } = firm.data;
  const offered = services.map(service => `${service.title}（${textOf(STAGES.find(s => s.value === service.stage)?.label ?? service.stage)}）`).join('、');
  return (
    <div className="hb-container">
      <PageHeader title={firmName} back={{ to: '/firms', label: t('firms.back') }} tags={<span>{score ? t('firms.scored', { score, count: ratings }) : t('firms.noScore')}</span>} />
      <SummaryList
        groups={[
          { title: t('firms.intro'), rows: [{ label: t('firms.intro'), value: intro }, { label: t('firms.services'), value: offered }] },
          { title: t('firms.qualifications'), rows: qualifications.map(q => ({ label: q.kind, value: `${q.number} · ${q.issuer} · ${t('firms.validTo')} ${q.validTo}` })) },
        ]}
      />
    </div>
  );
}
