import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath, withQuery } from '@/api/rest';
import { DataTable } from '@/shared/data/DataTable';
import type { Column, Filter } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import { MapView } from './MapView';
import { FILTERS, registerPath, STANDINGS, toneOf, type PermitRow, type RegisterNumbers } from './model';
import { NumbersView } from './NumbersView';
import './register.css';

const TABS = ['list', 'map', 'numbers'] as const;

/** The public register: as a list, on a map, in numbers. */
export function RegisterPage() {
  const { t } = useTranslation('register');
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const tab = TABS.find(one => one === search['tab']) ?? 'list';
  const asked = Object.fromEntries([...FILTERS, 'q', 'sort'].flatMap(name => (search[name] ? [[name, search[name]] as const] : [])));
  return (
    <div className="hb-container">
      <PageHeader title={t('title')} lead={t('lead')} actions={<ButtonLink to="/verify">{t('verify.title')}</ButtonLink>} />
      <TabLinks label={t('title')} active={tab} tabs={TABS.map(key => ({ key, label: t(`tab.${key}`) }))} />
      {tab === 'numbers' ? (
        <NumbersView />
      ) : (
        <div className={tab === 'map' ? 'hb-register__split' : undefined}>
          {tab === 'map' && <MapView filter={asked} />}
          <div>
            <RegisterTable narrow={tab === 'map'} />
            <p className="hb-register__files hb-no-print">
              {t('export.label')}
              <a href={withQuery(`${registerPath}/export`, { ...asked, format: 'xlsx' })}>Excel</a>
              <a href={withQuery(`${registerPath}/export`, { ...asked, format: 'csv' })}>CSV</a>
              <span className="hb-muted">{t('export.hint')}</span>
            </p>
          </div>
        </div>
      )}
    </div>
  );
}

function RegisterTable({ narrow }: { readonly narrow: boolean }) {
  const { t } = useTranslation('register');
  const numbers = useQuery({ ...readPath<RegisterNumbers>(`${registerPath}/numbers`), staleTime: 60_000 });
  const filters: Filter[] = [
    { name: 'status', label: t('filter.status'), options: STANDINGS.map(value => ({ value, label: t(`status.${value}`) })) },
    { name: 'category', label: t('filter.category'), options: (['key', 'simplified'] as const).map(value => ({ value, label: t(`category.${value}`) })) },
    { name: 'industry', label: t('filter.industry'), options: (numbers.data?.byIndustry ?? []).map(one => ({ value: one.key, label: `${one.label}（${one.count}）` })) },
    { name: 'place', label: t('filter.place'), type: 'text' },
  ];
  return (
    <DataTable<PermitRow>
      caption={t('caption')}
      path={registerPath}
      columns={useColumns(narrow)}
      rowKey={row => row.id}
      rowLink={row => `/check/${row.id}`}
      searchHint={t('search')}
      filters={filters}
      empty={<EmptyState title={t('empty')} />}
    />
  );
}

function useColumns(narrow: boolean): Column<PermitRow>[] {
  const { t } = useTranslation('register');
  const all: Column<PermitRow>[] = [
    { key: 'name', title: t('column.name'), lead: true, render: row => `${row.enterpriseName} · ${row.siteName}` },
    { key: 'number', title: t('column.number'), render: row => <span className="hb-num">{row.number}</span> },
    { key: 'industry', title: t('column.industry'), render: row => row.industryName },
    { key: 'category', title: t('column.category'), render: row => t(`category.${row.managementCategory === 'key' ? 'key' : 'simplified'}`) },
    { key: 'issuedOn', title: t('column.issuedOn'), sortBy: 'issuedOn', render: row => <DateText value={row.issuedOn} /> },
    { key: 'validTo', title: t('column.validTo'), sortBy: 'validTo', render: row => <DateText value={row.validTo} /> },
    { key: 'status', title: t('column.status'), render: row => <StatusTag tone={toneOf(row.status)}>{t(`status.${row.status}`)}</StatusTag> },
  ];
  return narrow ? all.filter(column => ['name', 'status', 'validTo'].includes(column.key)) : all;
}
