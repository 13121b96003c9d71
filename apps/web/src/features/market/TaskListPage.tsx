import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf, useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText, Money } from '@/shared/ui/values';
import { download } from './download';
import { KINDS, STAGES, TASK_STATES, tasksPath, toneOf, type TaskItem } from './model';

const SaveSearch = lazy(async () => ({ default: (await import('../market-data/SaveSearch')).SaveSearch }));

const TABS = { enterprise: ['mine', 'open'], firm: ['open', 'invited', 'bidding', 'mine', 'all'], bureau: ['all', 'open'], department: ['all', 'open'], bank: ['all'] } as const;
const LEADS = { enterprise: 'leadEnterprise', firm: 'leadFirm', bureau: 'leadBureau', department: 'leadBureau', bank: 'leadPublic' } as const;

export function useTaskColumns(): Column<TaskItem>[] {
  const { t } = useTranslation('market');
  const english = useLanguage() === 'en';
  const word = (list: readonly { value: string; label: { zh: string; en: string } }[], value: string): string => {
    const found = list.find(each => each.value === value);
    return found ? textOf(found.label) : value;
  };
  return [
    {
      key: 'title', title: t('tasks.column.title'), lead: true,
      render: task => (
        <>
          {task.title}
          {task.number && <span className="hb-small hb-muted hb-num"> {task.number}</span>}
        </>
      ),
    },
    { key: 'enterprise', title: t('tasks.column.enterprise'), render: task => task.enterpriseName },
    { key: 'kind', title: t('tasks.column.kind'), render: task => `${word(STAGES, task.stage)} · ${word(KINDS, task.kind)}` },
    { key: 'method', title: t('tasks.column.method'), render: task => (english ? task.methodEn : task.methodZh) },
    { key: 'budget', title: t('tasks.column.budget'), align: 'end', render: task => (task.budgetYuan ? <Money yuan={task.budgetYuan} /> : <span className="hb-muted">{t('tasks.noBudget')}</span>) },
    { key: 'deadline', title: t('tasks.column.deadline'), sortBy: 'deadline', render: task => <DateText value={task.bidDeadline} time /> },
    { key: 'state', title: t('tasks.column.state'), render: task => <StatusTag tone={toneOf(task.state)}>{english ? task.stateEn : task.stateZh}</StatusTag> },
  ];
}

/** Tasks as the enterprise, the firm or the bureau needs them: own ones first for who asks, open ones first for who offers. */
export function TaskListPage() {
  const { t } = useTranslation('market');
  const { organisation, base, can } = useSession();
  const columns = useTaskColumns();
  const search = useSearch({ strict: false }) as Record<string, string>;
  const kind = organisation?.orgKind ?? 'bank';
  const tabs = TABS[kind];
  const tab = search['tab'] ?? tabs[0];
  const mayCreate = kind === 'enterprise' && can('task.create');
  return (
    <>
      <PageHeader title={t('tasks.title')} lead={t(`tasks.${LEADS[kind]}`)} actions={mayCreate ? <ButtonLink to={`${base}/tasks/new`} kind="primary">{t('tasks.new')}</ButtonLink> : can('saved-search.save') && tab === 'open' && <Suspense><SaveSearch /></Suspense>} />
      <TabLinks label={t('tasks.title')} active={tab} tabs={tabs.map(key => ({ key, label: t(`tasks.tabs.${key}`) }))} />
      <DataTable<TaskItem>
        key={tab}
        caption={t('tasks.caption')}
        path={tasksPath}
        query={{ tab }}
        columns={columns}
        rowKey={task => task.id}
        rowLink={task => `${base}/tasks/${task.id}`}
        onExport={query => download(`${tasksPath}/export`, query, `${t('tasks.title')}.xlsx`)}
        searchHint={t('tasks.search')}
        filters={[
          { name: 'kind', label: t('tasks.filterKind'), options: KINDS },
          { name: 'stage', label: t('tasks.filterStage'), options: STAGES },
          ...(tab === 'open' ? [] : [{ name: 'state', label: t('tasks.column.state'), options: TASK_STATES }]),
        ]}
        empty={
          tab === 'mine' ? (
            <EmptyState title={t('tasks.emptyMine')} action={mayCreate && <ButtonLink to={`${base}/tasks/new`} kind="primary">{t('tasks.new')}</ButtonLink>}>
              {mayCreate && t('tasks.emptyMineHint')}
            </EmptyState>
          ) : (
            <EmptyState title={t('tasks.emptyOpen')}>{kind === 'firm' && t('tasks.emptyOpenHint')}</EmptyState>
          )
        }
      />
    </>
  );
}
