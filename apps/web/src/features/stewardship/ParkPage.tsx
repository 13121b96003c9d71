import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { useOrganisationSearch, type Chosen } from '@/shared/form/OrganisationPicker';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { PARKS, useStewardChanged, type Park } from './model';

/** A park: its name and its enterprises; new without an id in the address. */
export function ParkPage() {
  const { parkId } = useParams({ strict: false }) as { parkId?: string };
  const park = useQuery({ ...readPath<Park>(`${PARKS}/${parkId ?? ''}`), enabled: parkId !== undefined });
  if (parkId !== undefined && park.isPending) return <PageSkeleton />;
  if (parkId !== undefined && !park.data) return <RouteErrorPage error={park.error} onRetry={() => void park.refetch()} />;
  return <Editing key={park.data?.version ?? 'new'} park={parkId === undefined ? undefined : park.data} />;
}

function Editing({ park }: { readonly park: Park | undefined }) {
  const { t } = useTranslation('stewardship');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useStewardChanged();
  const [key] = useState(newIdempotencyKey);
  const [chosen, setChosen] = useState<readonly Chosen[]>((park?.enterprises ?? []).map(one => ({ value: one.enterpriseId, label: one.enterpriseName })));
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const body = { name: values['name'], enterpriseIds: chosen.map(one => one.value) };
    if (park) await rest('PUT', `${PARKS}/${park.id}`, { body, version: park.version });
    else await rest('POST', PARKS, { body, idempotencyKey: key });
    await changed();
    await navigate({ to: `${base}/parks` });
  };
  return (
    <>
      <PageHeader title={park?.name ?? t('parks.newOne')} lead={t('parks.lead')} back={{ to: `${base}/parks`, label: t('parks.title') }} />
      <section className="hb-card">
        <QuickForm fields={[{ name: 'name', label: t('parks.name'), type: 'text', required: true, max: 60 }]} initial={{ name: park?.name ?? '' }} submit={t('parks.save')} onSubmit={save}>
          <EnterprisePicker chosen={chosen} onChange={setChosen} />
        </QuickForm>
      </section>
    </>
  );
}

function EnterprisePicker({ chosen, onChange }: { readonly chosen: readonly Chosen[]; readonly onChange: (chosen: readonly Chosen[]) => void }) {
  const { t } = useTranslation('stewardship');
  const search = useOrganisationSearch(['enterprise']);
  return (
    <div className="hb-form-line">
      <label htmlFor="park-enterprises">{t('parks.enterprises')}</label>
      <Select
        id="park-enterprises"
        mode="multiple"
        labelInValue
        className="hb-field__select"
        {...search}
        value={[...chosen]}
        onChange={(next: readonly Chosen[]) => onChange(next.map(({ value, label }) => ({ value, label })))}
      />
    </div>
  );
}
