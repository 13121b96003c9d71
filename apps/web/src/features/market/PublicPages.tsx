import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { DataTable } from '@/shared/data/DataTable';
import { now } from '@/shared/time/time';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { KINDS, STAGES, toneOf, type Task, type TaskItem } from './model';
import { PublicProcedure } from '../procurement/PublicProcedure';
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
    <div className="hb-container">
      <PageHeader title={task.title} back={{ to: '/tasks', label: back }} tags={<><StatusTag tone={toneOf(task.state)}>{english ? task.stateEn : task.stateZh}</StatusTag><span className="hb-num hb-muted">{task.number}</span></>} actions={open && <ButtonLink to="/login" kind="primary">{t('task.signInToBid')}</ButtonLink>} />
      <div className="hb-stack">
        {open && <Alert type="info" showIcon title={t('task.openHint')} />}
        <PublicProcedure taskId={task.id} />
        <SummaryList groups={[{ title: t('task.facts'), rows: useFacts({ ...task, openingRecordFileId: null, firstOpeningRecordFileId: null }) }]} />
      </div>
    </div>
  );
}
