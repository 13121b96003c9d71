import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';
import type { Mandate, Site } from '@/api/contract';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { BeginForm, NewSiteForm } from './BeginForm';

const CLIENT = 'new-application-client';
const SITE = 'new-application-site';
const NEW_SITE = 'new';

/** The first step: for a firm, for which client; then for which site; then what for. */
export function NewPage() {
  const { t } = useTranslation('permits');
  const { base, organisation } = useSession();
  const isFirm = organisation?.orgKind === 'firm';
  const [chosen, setChosen] = useState<string>();
  const enterpriseId = isFirm ? chosen : organisation?.orgId;
  return (
    <>
      <PageHeader title={t('create.title')} lead={t('create.lead')} back={{ to: `${base}/permits`, label: t('page.back') }} />
      <div className="hb-card hb-stack">
        {isFirm && <ClientPicker value={chosen} onChange={setChosen} />}
        {enterpriseId && <SiteStep key={enterpriseId} enterpriseId={enterpriseId} isFirm={isFirm} />}
      </div>
    </>
  );
}

const useMandates = (enabled: boolean) => useQuery({ ...readPath<readonly Mandate[]>('/api/v1/mandates'), enabled });
const mayPrepare = (mandate: Mandate): boolean => mandate.status === 'active' && mandate.matters.includes('permits') && mandate.verbs.includes('prepare');

/** Enterprises that have entrusted the firm with preparing permits. */
function ClientPicker({ value, onChange }: { readonly value: string | undefined; readonly onChange: (id: string) => void }) {
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

function SiteStep({ enterpriseId, isFirm }: { readonly enterpriseId: string; readonly isFirm: boolean }) {
  const { t } = useTranslation('permits');
  const { error, sites, all } = useSites(enterpriseId, isFirm);
  const [chosen, setChosen] = useState<string>();
  if (error) return <ProblemAlert error={error} />;
  if (!sites) return <Skeleton lines={3} />;
  const site = chosen ?? (sites.length === 1 ? sites[0]?.id : undefined);
  const options = [...sites.map(one => ({ value: one.id, label: `${String(one.sequence).padStart(3, '0')} ${one.name}` })), ...(all ? [{ value: NEW_SITE, label: t('create.newSite') }] : [])];
  const next = Math.max(0, ...sites.map(each => each.sequence)) + 1;
  return (
    <>
      <div>
        <label htmlFor={SITE} className="hb-field__label">
          {t('create.site')}
        </label>
        <Select id={SITE} className="hb-field__select" value={site} options={options} onChange={setChosen} />
      </div>
      {site === NEW_SITE && <NewSiteForm enterpriseId={isFirm ? enterpriseId : undefined} sequence={next} />}
      {site && site !== NEW_SITE && <BeginForm key={site} siteId={site} enterpriseId={isFirm ? enterpriseId : undefined} />}
    </>
  );
}

/** The sites the person may apply for; `all` when a new one may be added too. */
function useSites(enterpriseId: string, isFirm: boolean): { readonly error: unknown; readonly sites: readonly Site[] | undefined; readonly all: boolean } {
  const found = useQuery(read('/api/v1/organisations/{id}/sites', { params: { path: { id: enterpriseId } } }));
  const mandates = useMandates(isFirm);
  if (!isFirm) return { error: found.error, sites: found.data, all: true };
  const given = mandates.data?.filter(mandate => mandate.enterpriseId === enterpriseId && mayPrepare(mandate)) ?? [];
  const all = given.some(mandate => mandate.sites === null);
  const ids = new Set(given.flatMap(mandate => mandate.sites?.map(site => site.id) ?? []));
  return { error: found.error ?? mandates.error, sites: mandates.data && found.data?.filter(site => all || ids.has(site.id)), all };
}
