import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';
import type { Mandate, Site } from '@/api/contract';
import { readPath } from '@/api/rest';
import { EmptyState } from '@/shared/ui/EmptyState';
import { Skeleton } from '@/shared/ui/Skeletons';

const CLIENT = 'new-application-client';

const useMandates = (enabled: boolean) => useQuery({ ...readPath<readonly Mandate[]>('/api/v1/mandates'), enabled });
const mayPrepare = (mandate: Mandate): boolean => mandate.status === 'active' && mandate.matters.includes('permits') && mandate.verbs.includes('prepare');

/** Enterprises that have entrusted the firm with preparing permits. */
export function ClientPicker({ value, onChange }: { readonly value: string | undefined; readonly onChange: (id: string) => void }) {
  const { t } = useTranslation('permits');
  const mandates = useMandates(true);
  const clients = new Map((mandates.data ?? []).filter(mayPrepare).map(mandate => [mandate.enterpriseId, mandate.enterpriseName]));
  if (mandates.isPending) return <Skeleton lines={2} />;
  if (clients.size === 0) return <EmptyState title={t('create.noClient')}>{t('create.noClientHint')}</EmptyState>;
  return (
    <div>
      <label htmlFor={CLIENT} className="hb-field__label">
        {t('create.enterprise')}
      </label>
      <Select id={CLIENT} className="hb-field__select" value={value} options={[...clients].map(([id, name]) => ({ value: id, label: name }))} onChange={onChange} />
    </div>
  );
}

/** The sites the person may apply for; `all` when a new one may be added too. */
export function useSites(enterpriseId: string, isFirm: boolean): { readonly error: unknown; readonly sites: readonly Site[] | undefined; readonly all: boolean } {
  const found = useQuery(read('/api/v1/organisations/{id}/sites', { params: { path: { id: enterpriseId } } }));
  const mandates = useMandates(isFirm);
  if (!isFirm) return { error: found.error, sites: found.data, all: true };
  const given = mandates.data?.filter(mandate => mandate.enterpriseId === enterpriseId && mayPrepare(mandate)) ?? [];
  const all = given.some(mandate => mandate.sites === null);
  const ids = new Set(given.flatMap(mandate => mandate.sites?.map(site => site.id) ?? []));
  return { error: found.error ?? mandates.error, sites: mandates.data && found.data?.filter(site => all || ids.has(site.id)), all };
}
