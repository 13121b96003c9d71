import { useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey, read } from '@/api/client';
import type { Mandate, Site } from '@/api/contract';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { applicationsPath, type Application } from './model';

const CLIENT = 'new-application-client';
const NEW_SITE = 'new';

/** The first step: for a firm, for which client; then for which site. */
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
        <p>{t('create.time')}</p>
        {isFirm && <ClientPicker value={chosen} onChange={setChosen} />}
        {enterpriseId && <SiteForm key={enterpriseId} enterpriseId={enterpriseId} isFirm={isFirm} />}
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

function SiteForm({ enterpriseId, isFirm }: { readonly enterpriseId: string; readonly isFirm: boolean }) {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const { error, sites, all } = useSites(enterpriseId, isFirm);
  if (error) return <ProblemAlert error={error} />;
  if (!sites) return <Skeleton lines={3} />;
  const begin = async (values: Record<string, unknown>): Promise<void> => {
    const isNew = values['siteId'] === NEW_SITE;
    const site = isNew ? { siteSequence: Math.max(0, ...sites.map(each => each.sequence)) + 1, siteName: values['siteName'] } : { siteId: values['siteId'] };
    const application = await rest<Application>('POST', applicationsPath, { body: { ...site, ...(isFirm ? { enterpriseId } : {}) }, idempotencyKey: key });
    await navigate({ to: `${base}/permits/${application.id}` });
  };
  const only = sites.length === 1 && sites[0] ? { siteId: sites[0].id } : {};
  return <QuickForm fields={siteFields(sites, all, t)} initial={only} submit={t('create.submit')} onSubmit={begin} control={FieldControl} />;
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

function siteFields(sites: readonly Site[], all: boolean, t: (key: string) => string): FieldSpec[] {
  const options = sites.map(site => ({ value: site.id, label: `${String(site.sequence).padStart(3, '0')} ${site.name}` }));
  return [
    { name: 'siteId', label: t('create.site'), type: 'select', required: true, options: all ? [...options, { value: NEW_SITE, label: t('create.newSite') }] : options },
    { name: 'siteName', label: t('create.newSiteName'), type: 'text', max: 100, required: { field: 'siteId', in: [NEW_SITE] }, visibleWhen: { field: 'siteId', in: [NEW_SITE] } },
  ];
}
