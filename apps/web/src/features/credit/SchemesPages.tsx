import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { download } from '../market/download';
import { RunTable } from './RunPages';
import { ForceProposal, Recompute, SchemeActs } from './SchemeActs';
import { SchemeRows } from './SchemeRows';
import { SCHEME_TONE, schemesPath, type Scheme, type SchemeItem } from './model';

const TABS = ['schemes', 'runs'] as const;

/** All versions of all schemes; beside them what was tried and computed. */
export function SchemeListPage() {
  const { t } = useTranslation('credit');
  const { base, can } = useSession();
  const { tab = 'schemes' } = useSearch({ strict: false }) as { tab?: string };
  return (
    <>
      <PageHeader title={t('schemes.title')} lead={t('schemes.lead')} back={{ to: `${base}/credit`, label: t('register.title') }} actions={can('credit-scheme.recompute') && <Recompute />} />
      <TabLinks label={t('schemes.title')} active={tab} tabs={TABS.map(key => ({ key, label: t(`${key}.title`) }))} />
      {tab === 'runs' ? <RunTable /> : <SchemeTable />}
    </>
  );
}

function SchemeTable() {
  const { t } = useTranslation('credit');
  const { base } = useSession();
  return (
    <DataTable<SchemeItem>
      caption={t('schemes.caption')}
      path={schemesPath}
      columns={useColumns()}
      rowKey={scheme => scheme.id}
      rowLink={scheme => `${base}/credit-schemes/${scheme.id}`}
      searchHint={t('schemes.search')}
      defaultSort="-from"
      filters={[
        { name: 'kind', label: t('schemes.kind'), options: (['enterprise', 'firm'] as const).map(value => ({ value, label: t(`register.${value}`) })) },
        { name: 'state', label: t('schemes.state'), options: (['draft', 'published', 'withdrawn'] as const).map(value => ({ value, label: t(`schemes.states.${value}`) })) },
      ]}
      onExport={query => download(`${schemesPath}/export`, query, `${t('schemes.exportName')}.xlsx`)}
      empty={<EmptyState title={t('schemes.empty')} />}
    />
  );
}

function useColumns(): Column<SchemeItem>[] {
  const { t } = useTranslation('credit');
  return [
    { key: 'name', title: t('schemes.name'), lead: true, render: scheme => <>{scheme.title}<div className="hb-small hb-muted">{scheme.legalBasis}</div></> },
    { key: 'kind', title: t('schemes.kind'), render: scheme => t(`register.${scheme.subjectKind}`) },
    { key: 'from', title: t('schemes.from'), sortBy: 'from', render: scheme => scheme.effectiveFrom },
    { key: 'to', title: t('schemes.to'), render: scheme => scheme.effectiveTo ?? t('schemes.forever') },
    { key: 'unverified', title: t('schemes.unverified'), wideOnly: true, render: scheme => (scheme.unverified > 0 ? t('schemes.unverifiedCount', { count: scheme.unverified }) : t('none')) },
    { key: 'state', title: t('schemes.state'), render: scheme => <StatusTag tone={SCHEME_TONE[scheme.state]}>{t(`schemes.states.${scheme.state}`)}</StatusTag> },
  ];
}

/** One version of a scheme: its rows with basis, and what may be done with it. */
export function SchemePage() {
  const { schemeId = '' } = useParams({ strict: false }) as { schemeId?: string };
  const scheme = useQuery(readPath<Scheme>(`${schemesPath}/${schemeId}`));
  if (scheme.isPending) return <PageSkeleton />;
  if (scheme.error) return <RouteErrorPage error={scheme.error} onRetry={() => void scheme.refetch()} />;
  return <Whole key={scheme.data.version} scheme={scheme.data} />;
}

function Whole({ scheme }: { readonly scheme: Scheme }) {
  const { t } = useTranslation('credit');
  const { base } = useSession();
  const added = scheme.rows.filter(row => scheme.additions.includes(`${row.kind}:${row.code}`));
  return (
    <>
      <PageHeader
        title={scheme.title}
        lead={scheme.legalBasis}
        back={{ to: `${base}/credit-schemes`, label: t('schemes.back') }}
        tags={<StatusTag tone={SCHEME_TONE[scheme.state]}>{t(`schemes.states.${scheme.state}`)}</StatusTag>}
        actions={<SchemeActs scheme={scheme} />}
      />
      <div className="hb-stack">
        {scheme.faults.length > 0 && <Alert type="warning" showIcon title={t('schemes.faults')} description={<ul className="hb-lines">{scheme.faults.map(fault => <li key={`${fault.code}${fault.row ?? ''}`}>{fault.zh}</li>)}</ul>} />}
        {added.length > 0 && <Alert type="info" showIcon title={t(scheme.state === 'draft' ? 'schemes.proposed' : 'schemes.additions')} description={added.map(row => row.title).join('、')} />}
        <section className="hb-card">
          <h2>{t('schemes.forces')}</h2>
          <ul className="hb-lines">{scheme.forces.map(one => <li key={one.effectiveFrom}>{t('schemes.force', { from: one.effectiveFrom, to: one.effectiveTo ?? t('schemes.forever'), scheme: one.schemeTitle, basis: one.legalBasis })}</li>)}</ul>
        </section>
        {scheme.forceProposal && <ForceProposal scheme={scheme} proposal={scheme.forceProposal} />}
        <SchemeRows scheme={scheme} />
      </div>
    </>
  );
}
