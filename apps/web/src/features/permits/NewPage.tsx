import { useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { BeginForm, NewSiteForm } from './BeginForm';
import { ClientPicker, useSites } from './site-choice';

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
      <PageHeader title={t('create.title')} lead={t('create.lead')} actions={<AppLink to="/permit-guide">{t('create.guide')}</AppLink>} back={{ to: `${base}/permits`, label: t('page.back') }} />
      <div className="hb-card hb-stack">
        {isFirm && <ClientPicker value={chosen} onChange={setChosen} />}
        {enterpriseId && <SiteStep key={enterpriseId} enterpriseId={enterpriseId} isFirm={isFirm} />}
      </div>
    </>
  );
}

function SiteStep({ enterpriseId, isFirm }: { readonly enterpriseId: string; readonly isFirm: boolean }) {
  const { t } = useTranslation('permits');
  const { error, sites, all } = useSites(enterpriseId, isFirm);
  const { site: asked } = useSearch({ strict: false }) as { site?: string };
  const [chosen, setChosen] = useState<string | undefined>(asked);
  if (error) return <ProblemAlert error={error} />;
  if (!sites) return <Skeleton lines={3} />;
  const known = chosen === NEW_SITE || sites.some(one => one.id === chosen) ? chosen : undefined;
  const site = known ?? (sites.length === 1 ? sites[0]?.id : undefined);
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
