import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import type { Column, Filter } from '@/shared/data/data-table.types';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { registerPath, type RegisterNumbers } from '../register/model';
import { toneOf, type PermitRow } from './model';

/** A renewal is asked for sixty days before the end (条例 art. 14): a month earlier the badge begins to warn. */
export const SOON_DAYS = 90;
export const permitsPath = '/api/v1/permits';
const ENDS_WITHIN = ['30', '60', '90', '180'] as const;
const STANDINGS = ['valid', 'expired', 'revoked', 'forfeited', 'withdrawn', 'cancelled'] as const;

/** How a list of permits shows them, to the holder and the bureau alike. */
export function usePermitColumns(): Column<PermitRow>[] {
  const { t } = useTranslation('permits');
  return [
    { key: 'name', title: t('list.permitColumn.name'), lead: true, sortBy: 'name', render: row => `${row.enterpriseName} · ${row.siteName}` },
    { key: 'number', title: t('list.permitColumn.number'), render: row => <span className="hb-num">{row.number}</span> },
    { key: 'industry', title: t('list.permitColumn.industry'), render: row => row.industryName },
    { key: 'category', title: t('list.permitColumn.category'), render: row => t(`list.category.${row.managementCategory === 'key' ? 'key' : 'simplified'}`) },
    { key: 'issuedOn', title: t('list.permitColumn.issuedOn'), sortBy: 'issuedOn', render: row => <DateText value={row.issuedOn} /> },
    { key: 'validTo', title: t('list.permitColumn.validTo'), sortBy: 'validTo', render: row => <DateText value={row.validTo} /> },
    { key: 'left', title: t('list.permitColumn.left'), render: row => <DeadlineBadge remaining={row.remainingDays} due={row.validTo} unit="day" soon={SOON_DAYS} /> },
    { key: 'status', title: t('list.permitColumn.status'), render: row => <StatusTag tone={toneOf(row.status)}>{t(`list.status.${row.status}`)}</StatusTag> },
  ];
}

/** What a list of permits is narrowed by. */
export function usePermitFilters(): Filter[] {
  const { t } = useTranslation('permits');
  return [
    { name: 'status', label: t('list.statusLabel'), options: STANDINGS.map(value => ({ value, label: t(`list.status.${value}`) })) },
    { name: 'category', label: t('list.permitColumn.category'), options: (['key', 'simplified'] as const).map(value => ({ value, label: t(`list.category.${value}`) })) },
    { name: 'endsWithin', label: t('list.endsWithin'), options: ENDS_WITHIN.map(value => ({ value, label: t('list.withinDays', { days: value }) })) },
  ];
}

/** Industries and regions that there are, as the register counts them. */
export function useRegisterFilters(): Filter[] {
  const { t } = useTranslation('permits');
  const numbers = useQuery({ ...readPath<RegisterNumbers>(`${registerPath}/numbers`), staleTime: 60_000 });
  return [
    { name: 'industry', label: t('list.permitColumn.industry'), options: (numbers.data?.byIndustry ?? []).map(one => ({ value: one.key, label: one.label })) },
    { name: 'region', label: t('list.region'), options: (numbers.data?.byRegion ?? []).map(one => ({ value: one.key, label: one.label })) },
  ];
}
