import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath, withQuery } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column, Filter } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { publicRegistrationsPath, registrationsPath, STATUS_TONES, type RegistrationNumbers, type RegistrationRow } from './model';

const SOON_DAYS = 60;
const ENDS_WITHIN = ['30', '60', '90', '180'] as const;

/** Registrations of the enterprise, of the clients of a firm, or of the region. */
export function ListPage() {
  const { t } = useTranslation('registrations');
  const { base, can } = useSession();
  const create = can('permit-registration.file') && (
    <ButtonLink to={`${base}/registrations/new`} kind="primary">
      {t('list.new')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={create} />
      <RegistrationTable path={registrationsPath} link={row => `${base}/registrations/${row.id}`} empty={<EmptyState title={t('list.empty')} action={create}>{t('list.emptyHint')}</EmptyState>} />
    </>
  );
}

export function RegistrationTable({ path, link, empty }: { readonly path: string; readonly link: (row: RegistrationRow) => string; readonly empty: React.ReactNode }) {
  const { t } = useTranslation('registrations');
  const columns: Column<RegistrationRow>[] = [
    { key: 'name', title: t('list.column.name'), lead: true, sortBy: 'name', render: row => `${row.enterpriseName} · ${row.siteName}` },
    { key: 'number', title: t('list.column.number'), render: row => <span className="hb-num">{row.number}</span> },
    { key: 'industry', title: t('list.column.industry'), render: row => row.industryName },
    { key: 'validTo', title: t('list.column.validTo'), sortBy: 'validTo', render: row => <DateText value={row.validTo} /> },
    { key: 'left', title: t('list.column.left'), render: row => <DeadlineBadge remaining={row.remainingDays} due={row.validTo} unit="day" soon={SOON_DAYS} /> },
    { key: 'status', title: t('list.column.status'), render: row => <StatusTag tone={STATUS_TONES[row.status]}>{t(`status.${row.status}`)}</StatusTag> },
  ];
  return (
    <DataTable<RegistrationRow>
      caption={t('list.title')}
      path={path}
      columns={columns}
      rowKey={row => row.id}
      rowLink={link}
      searchHint={t('list.search')}
      filters={useFilters()}
      onExport={async query => location.assign(withQuery(`${path}/export`, query))}
      empty={empty}
    />
  );
}

/** Industries and regions that there are come from the register itself. */
function useFilters(): Filter[] {
  const { t } = useTranslation('registrations');
  const numbers = useQuery({ ...readPath<RegistrationNumbers>(`${publicRegistrationsPath}/numbers`), staleTime: 60_000 });
  return [
    { name: 'status', label: t('list.column.status'), options: (['valid', 'expired', 'cancelled'] as const).map(value => ({ value, label: t(`status.${value}`) })) },
    { name: 'industry', label: t('list.column.industry'), options: (numbers.data?.byIndustry ?? []).map(one => ({ value: one.key, label: one.label })) },
    { name: 'region', label: t('list.region'), options: (numbers.data?.byRegion ?? []).map(one => ({ value: one.key, label: one.label })) },
    { name: 'endsWithin', label: t('list.endsWithin'), options: ENDS_WITHIN.map(value => ({ value, label: t('list.withinDays', { days: value }) })) },
  ];
}
