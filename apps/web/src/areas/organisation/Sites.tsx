import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, idempotency, newIdempotencyKey, read } from '@/api/client';
import type { Site } from '@/api/contract';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import './organisation.css';

const SITES = '/api/v1/organisations/{id}/sites';

const FIELDS: readonly FieldSpec[] = [
  { name: 'name', label: { zh: '场所名称', en: 'Name' }, help: { zh: '如“北厂区”“二期活性石灰项目”', en: 'For example “North works”' }, type: 'text', required: true, max: 100 },
  { name: 'address', label: { zh: '场所地址', en: 'Address' }, type: 'text', required: true, max: 200 },
];

/** 生产经营场所: each applies for its own permit, and may be entrusted to a firm on its own. */
export function Sites({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation('organisation');
  const { can, organisation } = useSession();
  const list = useQuery(read(SITES, { params: { path: { id: organisationId } } }));
  const [open, setOpen] = useState<Site | 'new' | null>(null);
  const mayKeep = can('site.manage') && organisation?.orgId === organisationId;
  return (
    <section className="hb-card">
      <div className="hb-mandate__head">
        <h2>{t('sites.title')}</h2>
        {mayKeep && <Button onClick={() => setOpen('new')}>{t('sites.add')}</Button>}
      </div>
      <p className="hb-muted">{t('sites.lead')}</p>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton lines={2} />}
      <ul className="hb-people hb-people--tight hb-plain-list">
        {list.data?.map(site => (
          <li key={site.id}>
            <span className="hb-people__initial hb-num" title={t('sites.sequence')}>
              {String(site.sequence).padStart(3, '0')}
            </span>
            <span className="hb-people__who">
              <strong>{site.name}</strong>
              <span className="hb-small hb-muted">{site.address}</span>
            </span>
            {mayKeep && (
              <Button type="text" onClick={() => setOpen(site)} aria-label={t('sites.editNamed', { name: site.name })}>
                {t('sites.edit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <SiteDrawer organisationId={organisationId} site={open} onClose={() => setOpen(null)} />
    </section>
  );
}

interface DrawerProps {
  readonly organisationId: string;
  readonly site: Site | 'new' | null;
  readonly onClose: () => void;
}

function SiteDrawer({ organisationId, site, onClose }: DrawerProps) {
  const { t } = useTranslation('organisation');
  const isNew = site === 'new';
  return (
    <Drawer open={site !== null} size={480} title={t(isNew ? 'sites.add' : 'sites.edit')} onClose={onClose} destroyOnHidden>
      {isNew && (
        <p className="hb-muted" style={{ marginBottom: 18 }}>
          {t('sites.addLead')}
        </p>
      )}
      {site !== null && <SiteForm key={isNew ? 'new' : site.id} organisationId={organisationId} site={isNew ? null : site} onClose={onClose} />}
    </Drawer>
  );
}

function SiteForm({ organisationId, site, onClose }: Omit<DrawerProps, 'site'> & { readonly site: Site | null }) {
  const { t } = useTranslation('organisation');
  const client = useQueryClient();
  const { message } = App.useApp();
  const [key] = useState(newIdempotencyKey);
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const body = { name: String(values['name']), address: String(values['address']) };
    if (site) await call(api.PATCH(`${SITES}/{siteId}`, { params: { path: { id: organisationId, siteId: site.id } }, body }));
    else await call(api.POST(SITES, { params: { path: { id: organisationId } }, body, headers: idempotency(key) }));
    await client.invalidateQueries({ queryKey: [SITES] });
    void message.success(t('sites.saved'));
    onClose();
  };
  return <QuickForm fields={FIELDS} initial={site ? { name: site.name, address: site.address } : {}} submit={t('common:action.save')} onSubmit={save} />;
}
