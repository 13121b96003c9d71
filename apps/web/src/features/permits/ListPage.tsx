import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { withQuery } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { DateText } from '@/shared/ui/values';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { useBusinessFilters, useStateFilter } from './case-filters';
import { applicationsPath, toneOf, type ApplicationRow, type CaseRow, type PermitRow } from './model';
import { permitsPath, usePermitColumns, usePermitFilters } from './permit-list';

/** Applications and permits of the enterprise, or of the clients of a firm. */
export function ListPage() {
  const { t } = useTranslation('permits');
  const { base, organisation, can } = useSession();
  const tab = (useSearch({ strict: false }) as Record<string, string>)['tab'] ?? 'applications';
  const create = can('permit-application.create') && (
    <ButtonLink to={`${base}/permits/new`} kind="primary">
      {t('list.new')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t('list.title')} lead={t(organisation?.orgKind === 'firm' ? 'list.leadFirm' : 'list.leadEnterprise')} actions={create} />
      <TabLinks label={t('list.title')} active={tab} tabs={[{ key: 'applications', label: t('list.applications') }, { key: 'permits', label: t('list.permits') }, { key: 'cases', label: t('list.cases') }]} />
      {tab === 'permits' ? <Permits /> : tab === 'cases' ? <PermitCaseList /> : <Applications create={create} />}
    </>
  );
}

function Applications({ create }: { readonly create: React.ReactNode }) {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  const columns: Column<ApplicationRow>[] = [
    { key: 'name', title: t('list.column.name'), lead: true, render: row => `${row.enterpriseName} · ${row.siteName}` },
    { key: 'number', title: t('list.column.number'), render: row => <span className="hb-num">{row.caseNumber ?? '—'}</span> },
    { key: 'business', title: t('list.column.business'), render: row => t(`list.business.${row.businessType}`) },
    { key: 'state', title: t('list.column.state'), render: row => <StatusTag tone={toneOf(row.state)}>{textOf(row.stateLabel)}</StatusTag> },
    { key: 'progress', title: t('list.column.progress'), render: row => <span className="hb-num">{`${row.completedSections}/${row.totalSections}`}</span> },
    { key: 'ball', title: t('list.column.ball'), render: row => textOf(row.ball.name) },
    { key: 'due', title: t('list.column.due'), sortBy: 'remaining', render: row => <DeadlineBadge remaining={row.remainingDays} due={row.dueOn} provisional={row.dueProvisional} paused={row.clockPaused} /> },
  ];
  return (
    <DataTable<ApplicationRow>
      caption={t('list.caption')}
      path={applicationsPath}
      columns={columns}
      rowKey={row => row.id}
      rowLink={row => `${base}/permits/${row.id}`}
      searchHint={t('list.search')}
      filters={[{ name: 'open', label: t('list.open'), options: [{ value: 'true', label: t('list.openYes') }, { value: 'false', label: t('list.openNo') }] }, useStateFilter('applicant'), ...useBusinessFilters()]}
      onExport={async query => location.assign(withQuery(`${applicationsPath}/export`, query))}
      empty={<EmptyState title={t('list.empty')} action={create}>{t('list.emptyHint')}</EmptyState>}
    />
  );
}

function Permits() {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  return (
    <DataTable<PermitRow>
      caption={t('list.permitsCaption')}
      path={permitsPath}
      columns={usePermitColumns()}
      rowKey={row => row.id}
      rowLink={row => `${base}/certificates/${row.id}`}
      searchHint={t('list.searchPermits')}
      filters={usePermitFilters()}
      empty={<EmptyState title={t('list.noPermits')} />}
      onExport={async query => location.assign(withQuery(`${permitsPath}/export`, query))}
    />
  );
}

/** 补领, 注销 and measures against a permit, with what became of them. */
function PermitCaseList() {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  const columns: Column<CaseRow>[] = [
    { key: 'title', title: t('queue.column.title'), lead: true, render: row => row.title },
    { key: 'number', title: t('queue.column.number'), render: row => <span className="hb-num">{row.number ?? '—'}</span> },
    { key: 'state', title: t('queue.column.state'), render: row => <StatusTag tone={toneOf(row.state)}>{textOf(row.stateLabel)}</StatusTag> },
    { key: 'ball', title: t('list.column.ball'), render: row => textOf(row.ball.name) },
    { key: 'due', title: t('list.column.due'), render: row => <DeadlineBadge remaining={row.remainingDays} due={row.dueOn} provisional={row.dueProvisional} paused={row.clockPaused} /> },
    { key: 'closed', title: t('list.closedOn'), render: row => <DateText value={row.closedAt} /> },
  ];
  return (
    <DataTable<CaseRow>
      caption={t('list.cases')}
      path="/api/v1/cases/own"
      query={{ matter: 'permits', page: 'permit-cases' }}
      columns={columns}
      rowKey={row => row.id}
      rowLink={row => `${base}/${row.page}/${row.id}`}
      searchHint={t('queue.search')}
      filters={[
        { name: 'kind', label: t('queue.kindLabel'), options: (['permit-request', 'permit-measure'] as const).map(value => ({ value, label: t(`queue.kind.${value}`) })) },
        { name: 'open', label: t('list.open'), options: [{ value: 'true', label: t('list.openYes') }, { value: 'false', label: t('list.openNo') }] },
      ]}
      empty={<EmptyState title={t('list.noCases')}>{t('list.noCasesHint')}</EmptyState>}
    />
  );
}
